import FlowControl
import Glibc
import Testing

@testable import ResearchCore

@Suite struct OutputFileTests {
  private let folder = TemporaryFolder()

  @Test func `is there only when it is whole`() throws {
    folder.write("old", to: "report.md")
    let file = try OutputFile(path: folder.file("report.md"))
    try file.write(Array("new ".utf8))
    #expect(folder.text("report.md") == "old")
    try file.write(Array("text".utf8))
    try file.commit()
    #expect(folder.text("report.md") == "new text")
    #expect(folder.names == ["report.md"])
  }

  @Test func `leaves nothing where it was not completed`() throws {
    do {
      let file = try OutputFile(path: folder.file("report.md"))
      try file.write(Array("half".utf8))
    }
    #expect(folder.names.isEmpty)
  }

  @Test func `writes through a link, which stays`() throws {
    folder.write("old", to: "target")
    #expect(symlink(folder.file("target"), folder.file("link")) == 0)
    try OutputFile.write(Array("new".utf8), to: folder.file("link"))
    #expect(folder.text("target") == "new")
    var status = stat()
    #expect(lstat(folder.file("link"), &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func `writes to a device directly`() throws {
    try OutputFile.write(Array("text".utf8), to: "/dev/null")
    let full = #expect(throws: SystemError.self) {
      try OutputFile.write(Array("text".utf8), to: "/dev/full")
    }
    #expect(full?.code == ENOSPC)
  }

  @Test func `waits for a slow reader where the pipe does not block`() async throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    try #require(fcntl(writing, F_SETFL, O_NONBLOCK) == 0)
    let bytes = (0..<1 << 20).map { UInt8(truncatingIfNeeded: $0 >> 8) }
    let failure = Locked<SystemError?>(nil)
    Thread.start {
      do throws(SystemError) {
        try OutputFile.write(bytes, to: writing, path: "pipe")
      } catch {
        failure.withLock { $0 = error }
      }
      close(writing)
    }
    let reader = ChunkReader(Descriptor(reading))
    var read: [UInt8] = []
    for await chunk in reader.chunks {
      read += chunk
      reader.proceed()
    }
    #expect(failure.withLock { $0 } == nil && read == bytes)
  }

  @Test func `says why it cannot be written`() {
    let missing = #expect(throws: SystemError.self) {
      _ = try OutputFile(path: folder.file("none/report.md"))
    }
    #expect(missing?.code == ENOENT)
    let directory = #expect(throws: SystemError.self) { _ = try OutputFile(path: folder.path) }
    #expect(directory?.code == EISDIR)
  }
}
