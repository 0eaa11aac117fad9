import Testing

@testable import ResearchCore

@Suite struct RecordsHeaderTests {
  private let folder = TemporaryFolder()

  /// What a run with `configuration` says of a file that holds `bytes`.
  private func scan(
    _ bytes: [UInt8],
    _ configuration: Configuration = Configuration()
  ) throws -> RecordsScan? {
    let path = folder.write(bytes, to: "kept")
    let file = try RecordsDestination(path: path, resumes: true)
    defer { #expect(folder.bytes("kept") == bytes) }
    return try RecordsHeader(configuration).scan(file)
  }

  private func changes(
    _ line: String,
    _ configuration: Configuration = Configuration()
  ) throws -> [String] {
    do {
      _ = try scan(Array(line.utf8), configuration)
      return []
    } catch RecordsError.otherOptions(_, let changes) {
      return changes.map(\.description)
    }
  }

  @Test(arguments: 0..<OptionChanges.all.count)
  func `names an option that alters results and has changed`(number: Int) throws {
    let (change, message) = OptionChanges.all[number]
    var configuration = Configuration()
    configuration.report.question = "A"
    configuration.fetching.headers = ["X: secret"]
    let line = try RecordsHeader(configuration).line()
    #expect(!String(decoding: line, as: UTF8.self).contains("secret"))
    change(&configuration)
    #expect(try changes(String(decoding: line, as: UTF8.self), configuration) == [message])
  }

  @Test func `asks for nothing that decides only how a page is reached or a report looks`() throws {
    var configuration = Configuration()
    let line = try RecordsHeader(configuration).line()
    configuration.fetching.maxConcurrency = 3
    configuration.fetching.hostConcurrency = 3
    configuration.fetching.timeout = .seconds(3)
    configuration.fetching.retries = 0
    configuration.fetching.proxy = "http://proxy.test"
    configuration.fetching.resolve = ["a:80:127.0.0.1"]
    configuration.summarising.concurrency = 1
    configuration.summarising.baseURL = "http://other.test"
    configuration.summarising.modelTimeout = .seconds(3)
    configuration.report.title = "T"
    configuration.report.format = .json
    configuration.report.words = 10
    configuration.window = 3
    configuration.schedule = .oneByOne
    let scan = try #require(try scan(line, configuration))
    #expect(scan.start == Int64(line.count) && scan.size == scan.start)
  }

  @Test func `names all options that differ, and what to do`() throws {
    var configuration = Configuration()
    let line = try RecordsHeader(configuration).line()
    configuration.report.question = "why\n" + String(repeating: "?", count: 500)
    configuration.fetching.allowsPrivate = true
    let error = #expect(throws: RecordsError.self) { try scan(line, configuration) }
    let text = try #require(error?.description)
    #expect(text.contains("--allow-private was off and is now on; --question was not given and"))
    #expect(text.hasSuffix("…\". Give the same options, or another --records file"))
  }

  @Test func `an option that a header lacks has its default`() throws {
    let old = #"{"options":{"question":"A"},"version":1}"# + "\n"
    var configuration = Configuration()
    configuration.report.question = "A"
    #expect(try changes(old, configuration).isEmpty)
    configuration.extraction.maxNodes = 7
    #expect(try changes(old, configuration) == ["--max-nodes was 1000000 and is now 7"])
  }

  @Test func `an option of another version is compared as well`() throws {
    let line = #"{"options":{"new_thing":{"a":[1.5,true]}},"version":1}"# + "\n"
    #expect(try changes(line) == ["--new-thing was a 1.5, on and is now not given"])
    #expect(try changes(#"{"options":{"new":null,"x":[]},"version":1}"# + "\n").count == 1)
  }

  @Test func `a header that was cut short counts as nothing`() throws {
    let line = try RecordsHeader(Configuration()).line()
    #expect(try scan([]) == nil)
    for count in 1..<line.count {
      #expect(try #require(try scan(Array(line[..<count]))).start == 0)
    }
  }

  @Test(
    arguments: [
      "precious", "precious\n", "\u{0}\u{0}\u{0}", "{}\n", "[]\n", "\n",
      #"{"version":1,"index":1,"source":"s","outcome":"failed"}"# + "\n",
      #"{"options":{},"version":2}"# + "\n", #"{"options":[],"version":1}"# + "\n",
      "{\"options\":{\n",
    ]
  )
  func `refuses what is no file of a run's records`(_ text: String) throws {
    let error = #expect(throws: RecordsError.self) { try scan(Array(text.utf8)) }
    guard case .foreign? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `reads no more than a megabyte in search of a header`() throws {
    let long =
      Array("{\"options\":{\"question\":\"".utf8) + [UInt8](repeating: 0x61, count: 1 << 20)
    #expect(throws: RecordsError.self) { try scan(long) }
  }
}

/// Changes of options that alter records.
private enum OptionChanges {
  /// A change of options, and how it is told.
  typealias Change = (@Sendable (inout Configuration) -> Void, String)

  static let all: [Change] = [
    ({ $0.report.question = "B" }, #"--question was "A" and is now "B""#),
    ({ $0.report.question = nil }, #"--question was "A" and is now not given"#),
    ({ $0.report.language = "de" }, #"--language was not given and is now "de""#),
    ({ $0.report.length = .short }, #"--length was "medium" and is now "short""#),
    ({ $0.summarising.words = 9 }, "--words was not given and is now 9"),
    ({ $0.summarising.sentences = 9 }, "--sentences was not given and is now 9"),
    ({ $0.summarising.model = "m" }, #"--model was not given and is now "m""#),
    ({ $0.extraction.maxNodes = 5 }, "--max-nodes was 1000000 and is now 5"),
    ({ $0.fetching.maxSize = 5 }, "--max-size was 10485760 and is now 5"),
    ({ $0.fetching.maxRedirects = 5 }, "--max-redirects was 10 and is now 5"),
    ({ $0.fetching.userAgent = "u" }, #"--user-agent was not given and is now "u""#),
    ({ $0.fetching.headers = ["X: 1", "Y: 2"] }, #"--header was "X" and is now "X", "Y""#),
    ({ $0.fetching.headers = [] }, #"--header was "X" and is now not given"#),
    ({ $0.fetching.allowsPrivate = true }, "--allow-private was off and is now on"),
    ({ $0.fetching.blocksPrivate = true }, "--block-private was off and is now on"),
    ({ $0.lastStep = .extract }, #"--last-step was "summarise" and is now "extract""#),
  ]
}
