import Glibc
import Testing

@testable import ResearchCore

@Suite struct ChunkReaderTests {
  @Test func `ends in an error where nothing could stop it`() async {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    let (reading, writing) = (Descriptor(ends[0]), Descriptor(ends[1]))
    let reader = ChunkReader(reading) { () throws(SystemError) -> Alarm in
      throw SystemError(path: "a pipe", code: EMFILE)
    }
    reader.proceed()
    for await _ in reader.chunks { Issue.record("a chunk of a silent pipe") }
    #expect(reader.error == EMFILE)
    #expect(reading.number == -1)
    reader.stop()
    withExtendedLifetime(writing) {}
  }
}
