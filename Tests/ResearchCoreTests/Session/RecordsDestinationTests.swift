import Glibc
import Testing

@testable import ResearchCore

@Suite struct RecordsDestinationTests {
  private let folder = TemporaryFolder()

  @Test func `makes a file, takes an empty one, and resumes any`() throws {
    let path = folder.file("kept")
    #expect(try RecordsDestination(path: path).isNew)
    #expect(try !RecordsDestination(path: path, resumes: true).isNew)
    folder.write("abc", to: "kept")
    #expect(try RecordsDestination(path: path, resumes: true).size == 3)
    let error = #expect(throws: RecordsError.self) { try RecordsDestination(path: path) }
    #expect(error == .notEmpty(path: path) && error?.description.contains("--resume") == true)
    #expect(folder.text("kept") == "abc")
  }

  @Test(arguments: [true, false])
  func `is one run's alone, as long as it is open`(resumes: Bool) throws {
    let path = folder.file("kept")
    let first = try RecordsDestination(path: path)
    #expect(throws: RecordsError.inUse(path: path)) {
      try RecordsDestination(path: path, resumes: resumes)
    }
    first.descriptor.close()
    #expect(try !RecordsDestination(path: path, resumes: resumes).isNew)
  }

  @Test func `is free when it is closed, whoever else holds the file open`() throws {
    let path = folder.file("kept")
    let first = try RecordsDestination(path: path)
    // As a child does between its birth and the program that it becomes.
    let copy = dup(first.descriptor.number)
    defer { close(copy) }
    #expect(throws: RecordsError.inUse(path: path)) { try RecordsDestination(path: path) }
    first.descriptor.close()
    #expect(try !RecordsDestination(path: path).isNew)
  }

  @Test func `says what is no file`() throws {
    let error = #expect(throws: SystemError.self) {
      try RecordsDestination(path: folder.path, resumes: true)
    }
    #expect(error?.code == EISDIR)
    #expect(throws: RecordsError.self) { try RecordsDestination(path: "/dev/null", resumes: true) }
    let missing = #expect(throws: SystemError.self) {
      try RecordsDestination(path: folder.file("none/kept"), resumes: true)
    }
    #expect(missing?.code == ENOENT)
  }
}
