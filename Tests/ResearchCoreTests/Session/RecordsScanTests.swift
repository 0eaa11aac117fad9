import FlowControl
import Glibc
import Testing

@testable import ResearchCore

@Suite struct RecordsScanTests {
  private let folder = TemporaryFolder()
  private static let header = #"{"options":{},"version":1}"# + "\n"

  /// What a scan of a file came to.
  private struct Result: Equatable {
    var outcomes: [Int: Outcome] = [:]
    var notes = 0
    /// The lines that were kept, as they stand in the file.
    var lines: [String] = []
    var end = RecordsScan.End(offset: 0)
  }

  private func scan(_ text: String, chunk: Int = 1 << 20) async throws -> Result {
    try await scan(Array((Self.header + text).utf8), chunk: chunk)
  }

  private func scan(_ bytes: [UInt8], chunk: Int = 1 << 20) async throws -> Result {
    let descriptor = Descriptor(open(folder.write(bytes, to: "kept"), O_RDONLY | O_CLOEXEC))
    let scan = RecordsScan(
      path: "kept",
      descriptor: descriptor,
      start: Int64(Self.header.utf8.count),
      size: Int64(bytes.count),
      header: Array(Self.header.utf8.dropLast()),
      chunk: chunk
    )
    var (result, sources) = (Result(), RecordedSources())
    result.end = try await scan.run { lines in
      sources.take(lines)
      for line in lines {
        if case .note = line.content { result.notes += 1 }
        let end = min(bytes.count, Int(line.offset) + line.length)
        result.lines.append(String(decoding: bytes[Int(line.offset)..<end], as: UTF8.self))
      }
    }
    for index in sources.indices(beyond: 0) { result.outcomes[index] = sources[index]?.outcome }
    return result
  }

  private static func line(_ index: Int, _ outcome: Outcome = .failed) -> String {
    #"{"version":1,"index":\#(index),"source":"s\#(index)","outcome":"\#(outcome.rawValue)"}"#
      + "\n"
  }

  private static func note(_ error: String? = nil) -> String {
    let failure = error.map { #","error":{"kind":"\#($0)","message":"","retryable":false}"# } ?? ""
    return #"{"version":1,"report":{"model":"m","request_sha256":"x"\#(failure)}}"# + "\n"
  }

  @Test(arguments: ["\n", ""])
  func `refuses the header of another run`(end: String) async throws {
    // The same one again changes nothing.
    let twice = try await scan(Self.line(1) + Self.header + Self.line(2))
    #expect(twice.outcomes == [1: .failed, 2: .failed])
    await #expect(throws: RecordsError.mixed(path: "kept", line: 3)) {
      _ = try await scan(Self.line(1) + #"{"options":{"words":1},"version":1}"# + end)
    }
  }

  @Test(arguments: [1, 7, 100, 1 << 20])
  func `finds each line, whatever is read at a time`(chunk: Int) async throws {
    let long = String(repeating: "x", count: 3_000)
    let wide = #"{"version":1,"index":4,"source":"\#(long)","outcome":"skipped"}"# + "\n"
    let lines = [
      Self.line(3), Self.line(1, .unfinished), "\n", wide, Self.note(), #"{"x":1}"# + "\n",
      Self.line(2, .duplicate), " \r\n", Self.line(1),
    ]
    let result = try await scan(lines.joined(), chunk: chunk)
    #expect(result.lines == lines && result.notes == 1)
    #expect(result.outcomes == [1: .failed, 2: .duplicate, 3: .failed, 4: .skipped])
    let size = Self.header.utf8.count + lines.joined().utf8.count
    #expect(result.end == .init(offset: Int64(size)))
  }

  @Test func `the last line of an index counts`() async throws {
    let again = Self.line(1) + Self.line(1, .unfinished)
    #expect(try await scan(again).outcomes == [1: .unfinished])
    let settled = Self.line(1, .unfinished) + Self.line(1, .skipped)
    #expect(try await scan(settled).outcomes == [1: .skipped])
  }

  @Test(arguments: [
    #"{"version":1,"ind"#, "{", "x", " ", "\u{0}\u{0}\u{0}", "\u{0}{}",
    #"{"version":1,"ind"# + "\n", "{\n", "{\u{0}\u{0}\n",
  ])
  func `passes over a last line that is not whole`(tail: String) async throws {
    let whole = Self.line(1) + Self.line(2)
    let result = try await scan(whole + tail)
    #expect(result.outcomes.count == 2)
    #expect(result.end == .init(offset: Int64((Self.header + whole).utf8.count)))
  }

  @Test func `keeps a last line that lacks only its end`() async throws {
    for last in [Self.line(2), Self.note()] {
      let text = String((Self.line(1) + last).dropLast())
      let result = try await scan(text)
      #expect(result.outcomes.count + result.notes == 2)
      let end = Int64((Self.header + text).utf8.count)
      #expect(result.end == .init(offset: end, lacksLineEnd: true))
    }
  }

  @Test(
    arguments: [
      ("garbage\n", "it is not a JSON object"), ("{\"version\":1\n", "it is not a JSON object"),
      ("\u{0}\u{0}\n", "it is not a JSON object"), ("[]\n", "it is not a JSON object"),
      (#"{"index":7}"# + "\n", "it lacks \"version\""),
      (#"{"version":1,"index":7,"source":"s","outcome":"used"}"# + "\n", "it has no text"),
      (
        #"{"version":1,"index":7,"source":"s","outcome":"used","text":"x","text_sha256":"y"}"#
          + "\n",
        "its text is not the one"
      ),
      (#"{"version":1,"index":0,"source":"s","outcome":"failed"}"# + "\n", "out of range"),
      (#"{"version":2,"index":7,"source":"s","outcome":"failed"}"# + "\n", "its version is 2"),
    ] as [(String, String)]
  )
  func `refuses what is no record, and names its line`(
    _ bad: String,
    _ reason: String
  ) async throws {
    let isBeginning = bad.hasPrefix("{\"version\":1\n")
    for (before, after) in [(2, 1), (0, 3), (1, 0)] where after > 0 || !isBeginning {
      let text =
        (0..<before).map { Self.line($0 + 1) } + [bad] + (0..<after).map { Self.line($0 + 9) }
      let error = await #expect(throws: RecordsError.self) { try await scan(text.joined()) }
      guard case .damaged("kept", before + 2, let told)? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(told.contains(reason))
    }
  }

  @Test func `refuses a whole last line that contradicts itself, without an end too`() async throws
  {
    let bad = #"{"version":1,"index":7,"source":"s","outcome":"used"}"#
    await #expect(throws: RecordsError.self) { try await scan(Self.line(1) + bad) }
  }

  @Test func `names the first of several bad lines`() async throws {
    let text = Self.line(1) + "{\nbad\n" + Self.line(2) + "worse\n"
    let error = await #expect(throws: RecordsError.self) { try await scan(text) }
    #expect(error?.description.contains("kept, line 3, is no record") == true)
  }

  @Test func `takes no note of a model that could not be asked to its end`() async throws {
    let text = Self.note("model") + Self.note("cancelled")
    #expect(try await scan(text).notes == 1)
  }

  @Test func `ends soon after its task is cancelled`() async throws {
    let text = (1...50).map { Self.line($0) }.joined()
    let result = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        do {
          withUnsafeCurrentTask { $0?.cancel() }
          _ = try await scan(text)
          return false
        } catch {
          return error is CancellationError
        }
      }
      return await group.next() ?? false
    }
    #expect(result)
  }
}
