import Glibc
import Testing

@testable import ResearchCore

@Suite struct DescriptorTests {
  /// The result of a read from a pipe whose other end nobody writes to: 0 where it is closed.
  private static func read(_ end: Descriptor) -> Int {
    var byte: UInt8 = 0
    return Glibc.read(end.number, &byte, 1)
  }

  private static func pipe() -> (reading: Descriptor, writing: Descriptor) {
    var ends: [Int32] = [-1, -1]
    #expect(Glibc.pipe(&ends) == 0)
    for end in ends {
      #expect(fcntl(end, F_SETFD, FD_CLOEXEC) == 0)
      #expect(fcntl(end, F_SETFL, O_NONBLOCK) == 0)
    }
    return (Descriptor(ends[0]), Descriptor(ends[1]))
  }

  @Test func `closes with its last owner`() {
    let reading: Descriptor
    do {
      let pipe = Self.pipe()
      reading = pipe.reading
      withExtendedLifetime(pipe.writing) { #expect(Self.read(reading) == -1) }
    }
    #expect(Self.read(reading) == 0)
  }

  @Test func `closes once`() {
    let pipe = Self.pipe()
    pipe.writing.close()
    #expect(Self.read(pipe.reading) == 0)
    #expect(pipe.writing.number == -1)
    pipe.writing.close()
    #expect(Self.read(pipe.reading) == 0)
  }
}
