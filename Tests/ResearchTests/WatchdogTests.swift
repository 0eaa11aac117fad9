import Glibc
import TestSupport
import Testing

/// The program ends by itself, whoever it waits for: these tests hang where it does not.
struct WatchdogTests {
  /// The list of many saved pages that a report or a log is larger of than a pipe holds.
  private static func list(in folder: Folder) throws -> String {
    for number in 1...40 {
      let text = (0..<60).map { "<p>Creature \(number) came to the harbour on day \($0).</p>" }
      _ = try folder.write("<article>\(text.joined())</article>".utf8, to: "\(number).html")
    }
    return try folder.write(lines: (1...40).map { "\($0).html" })
  }

  private static let large = ["--format", "json", "--with-text"]

  @Test(arguments: [["run"], ["extract"], ["summarise"]])
  func `nobody reads the output`(_ command: [String]) async throws {
    let folder = try Folder()
    let list = try Self.list(in: folder)
    let child = try Program.start(
      command + ["-v", "--drain-timeout", "1ms", list] + (command == ["run"] ? Self.large : []),
      output: .unread
    )
    #expect(await child.wrote(command == ["run"] ? "combining" : "used        40", to: .errors))
    child.send(SIGTERM)
    #expect(await child.result().ending == .exit(143))
  }

  @Test func `nobody reads the output after a deadline`() async throws {
    let folder = try Folder()
    // The list alone is more than a pipe holds.
    let list = try folder.write(lines: (1...3_000).map { "https://example.invalid/\($0)" })
    let child = try Program.start(
      ["fetch", "-qq", "--drain-timeout", "1ms", "--deadline", "1ms", list],
      output: .unread
    )
    #expect(await child.result().ending == .exit(2))
  }

  @Test func `nobody reads the log`() async throws {
    let folder = try Folder()
    let list = try folder.write(lines: (1...3_000).map { "nothing to read here \($0)" })
    let child = try Program.start(
      [list, "--events", "-", "--drain-timeout", "1ms", "-o", folder["report"]],
      output: .unread
    )
    #expect(await child.wrote("\"event\":\"started\"", to: .errors))
    child.send(SIGINT)
    #expect(await child.result().ending == .exit(130))
    // Every line of the list is in it, whoever reads the log.
    #expect(try folder.text("report").contains("3,000"))
    #expect(try folder.names == ["list.txt", "report"])
  }

  @Test func `nobody reads the log of a run that has ended before its deadline`() async throws {
    let folder = try Folder()
    let list = try folder.write(lines: (1...3_000).map { "nothing to read here \($0)" })
    let child = try Program.start(
      [list, "-o", folder["report"], "--drain-timeout", "1ms", "--deadline", "3s"],
      output: .unread
    )
    // The run's own code, as no source was usable; on a busy machine the deadline may come first.
    let ending = await child.result().ending
    #expect(ending == .exit(3) || ending == .exit(2))
    #expect(try folder.text("report").contains("3,000"))
    #expect(try folder.names == ["list.txt", "report"])
  }

  @Test(arguments: ["-o", "--events"])
  func `a pipe has no reader before the deadline`(_ option: String) async throws {
    let folder = try Folder()
    mkfifo(folder["pipe"], 0o600)
    let output = option == "-o" ? [] : ["-o", folder["report"]]
    let child = try Program.start(
      ["-q", Program.samples, option, folder["pipe"], "--deadline", "100ms"] + output
    )
    let result = await child.result()
    #expect(result.ending == .exit(2))
    #expect(result.log == "research: the deadline has passed, and nobody reads \(folder["pipe"])\n")
    #expect(try folder.names == ["pipe"])
  }

  @Test func `nobody reads the events`() async throws {
    let folder = try Folder()
    let list = try folder.write(lines: (1...3_000).map { "nothing to read here \($0)" })
    mkfifo(folder["events"], 0o600)
    let reader = open(folder["events"], O_RDWR | O_CLOEXEC)
    defer { close(reader) }
    let child = try Program.start([
      list, "--events", folder["events"], "--drain-timeout", "1ms", "-o", folder["report"],
    ])
    #expect(await child.wrote("started", to: .output))
    child.send(SIGHUP)
    #expect(await child.result().ending == .exit(129))
    #expect(try folder.text("report").contains("3,000"))
  }

  @Test(arguments: ["name server", "silent peer", "silent handshake", "dripping peer"])
  func `somebody never answers`(_ who: String) async throws {
    let (site, folder) = (try LocalSite.start(), try Folder())
    defer { site.stop() }
    // Nobody accepts what the system has connected.
    let listener = try Socket.listen(on: "127.0.0.1")
    defer { close(listener) }
    site.answer("/drip", .drip(String(repeating: "x", count: 1_000), piece: 1, pause: 1_000))
    site.hold("/silent")
    let page =
      switch who {
      case "name server": "http://example.test/"
      case "silent handshake": "https://127.0.0.1:\(Socket.port(of: listener))/"
      case "dripping peer": site.url("/drip")
      default: site.url("/silent")
      }
    let variables =
      who == "name server" ? ["LD_PRELOAD": try await Self.sleepingResolver(folder)] : [:]
    let child = try Program.start(
      [page, "-v", "--drain-timeout", "100ms", "--connect-timeout", "1h"],
      variables: variables
    )
    let isReached = ["name server", "silent handshake"].contains(who) == false
    #expect(await child.wrote(isReached ? "fetching" : "is asked for", to: .errors))
    child.send(SIGTERM)
    let result = await child.result()
    #expect(result.ending == .exit(143) && result.text.contains("| not finished |"))
  }

  @Test func `a report is not held up by a look-up that was given up`() async throws {
    let folder = try Folder()
    let child = try Program.start(
      ["http://example.test/", "--connect-timeout", "50ms", "--retry", "0"],
      variables: ["LD_PRELOAD": try await Self.sleepingResolver(folder)]
    )
    let result = await child.result()
    #expect(result.ending == .exit(3) && result.text.contains("example.test took too long"))
  }

  /// A library whose name look-up takes longer than any test may.
  private static func sleepingResolver(_ folder: Folder) async throws -> String {
    let source = try folder.write(
      """
      #include <unistd.h>
      int getaddrinfo(const char *n, const char *s, const void *h, void **r) {
        (void)n; (void)s; (void)h; (void)r;
        for (;;) pause();
      }
      """.utf8,
      to: "resolver.c"
    )
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let compiler = try ChildProcess(
      "/usr/bin/env",
      ["clang", "-shared", "-fPIC", "-o", folder["resolver.so"], source],
      environment: ["PATH": path]
    )
    let result = await compiler.result()
    try #require(result.ending == .exit(0), "\(result.log)")
    return folder["resolver.so"]
  }
}
