import Glibc
import Testing

@testable import ResearchCore

@Suite struct SavedDocumentTests {
  private let folder = TemporaryFolder()

  private func read(_ path: String, limit: Int = 100) throws -> [UInt8] {
    let document = try SavedDocument(path: path, limit: limit)
    return try document.read()
  }

  @Test(arguments: [0, 1, 99, 100])
  func `reads a file up to the limit`(size: Int) throws {
    let bytes = (0..<size).map { UInt8($0) }
    #expect(try read(folder.write(bytes, to: "a.html")) == bytes)
  }

  @Test func `refuses what is no document`() throws {
    let pipe = folder.file("pipe.html")
    #expect(mkfifo(pipe, 0o600) == 0)
    let large = folder.write([UInt8](repeating: 0, count: 101), to: "large.html")
    for (path, kind) in [
      (pipe, Failure.Kind.file), (folder.path, .file), (folder.file("none"), .file),
      ("/dev/zero", .file), (large, .tooLarge),
    ] {
      let failure = #expect(throws: Failure.self) { _ = try read(path) }
      #expect(failure?.kind == kind, "\(path)")
    }
  }
}
