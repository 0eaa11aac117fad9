import FoundationEssentials
import Testing

/// Holds the targets to the imports that Architecture.md allows them.
struct DependencyRulesTests {
  private static let system = ["Glibc", "FoundationEssentials"]

  /// What each target may import beside the standard library and the system.
  private static let rules: [String: [String]] = [
    "FlowControl": ["DequeModule", "HeapModule"],
    "Fetching": ["FlowControl", "CCurl", "CCodecs", "CCrypto"],
    "Extraction": ["CLibXML2", "CUchardet"],
    "Summarisation": ["FlowControl", "Fetching", "CStemmer", "Mustache"],
    "ResearchCore": [
      "FlowControl", "Fetching", "Extraction", "Summarisation", "CMarkGFM", "Mustache",
      "DequeModule", "HeapModule",
    ],
    "ResearchServer": ["ResearchCore", "FlowControl", "FlyingFox", "FlyingSocks"],
    "research": ["ResearchCore", "ResearchServer", "FlowControl", "ArgumentParser", "UnixSignals"],
    "ResearchScore": ["ResearchCore", "Extraction", "CLibXML2"],
    "ResearchFuzz": ["ResearchCore", "FlowControl", "Fetching", "Extraction", "Summarisation"],
  ]

  private static let sources =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Sources"

  @Test(arguments: rules.keys.sorted())
  func `imports only what the architecture allows`(target: String) throws {
    let allowed = Set((Self.rules[target] ?? []) + Self.system)
    let files = try Self.files(of: target)
    #expect(!files.isEmpty)
    for file in files {
      for module in Self.imports(of: try Self.text(of: file)) {
        #expect(allowed.contains(module), "\(file) imports \(module)")
      }
    }
  }

  @Test func `has a rule for every target`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources)
    let swift = try folders.filter { try !Self.files(of: $0).isEmpty }
    #expect(Set(swift) == Set(Self.rules.keys))
  }

  @Test func `lists every file in the documentation`() throws {
    let pages = Self.sources + "/ResearchCore/Documentation.docc/"
    let text = try Self.text(of: pages + "Files.md") + Self.text(of: pages + "LeafFiles.md")
    for target in Self.rules.keys.sorted() {
      for file in try Self.files(of: target) {
        let name = file.split(separator: "/").last.map { $0.dropLast(".swift".count) } ?? ""
        #expect(text.contains("`\(name)`"), "\(file) is on no page of files")
      }
    }
  }

  @Test(arguments: [
    ("@unchecked Sendable", ["Locked.swift"]),
    ("Task.detached", []),
    (" Task {", []),
    (" Task(executorPreference", ["VirtualTime.swift"]),
    ("ProcessInfo", ["EnvironmentOptions.swift"]),
    // One guarded function opens all connections: it is in CurlCallbacks, which every handle of
    // libcurl has from its beginning, and libcurl is used by one target alone (see the imports).
    (" socket(", ["CurlCallbacks.swift"]),
    ("curl_easy_init", ["CurlTransfer.swift"]),
    ("getaddrinfo", []),
    ("gethostbyname", []),
    ("URLSession", []),
    ("FoundationNetworking", []),
    ("curl_easy_duphandle", []),
    ("ccurl_set_socket_function", ["CurlCallbacks.swift"]),
    ("FOLLOWLOCATION", []),
  ])
  func `keeps what is dangerous where it belongs`(text: String, places: [String]) throws {
    for target in Self.rules.keys.sorted() {
      for file in try Self.files(of: target) where try Self.code(of: file).contains(text) {
        #expect(places.contains { file.hasSuffix("/" + $0) }, "\(file) holds \(text)")
      }
    }
  }

  private static func files(of target: String) throws -> [String] {
    let folder = "\(sources)/\(target)"
    return try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
  }

  private static func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
  }

  /// The lines of a file that are no comments.
  private static func code(of file: String) throws -> String {
    try text(of: file).split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      .joined(separator: "\n")
  }

  private static func imports(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place <= 2, words.count > place + 1,
        words[..<place].allSatisfy({
          ["public", "package", "internal", "private", "@preconcurrency", "@testable"].contains($0)
        })
      else { return nil }
      return words.last.map { String($0.prefix { $0 != "." }) }
    }
  }
}
