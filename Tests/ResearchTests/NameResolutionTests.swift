import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Runs of the program under a name server that never answers for one name.
///
/// It hangs for good: whatever waited for it would never end, so that no test needs to measure.
@Suite(.timeLimit(.minutes(15)))
struct NameResolutionTests {
  /// Stands in for `getaddrinfo`: names that begin with "hangs" have no answer, those that begin
  /// with "six" have `::1` alone, and others are 127.0.0.1.
  private static let resolver = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <netdb.h>
    #include <string.h>
    #include <unistd.h>
    typedef int function(const char *, const char *, const struct addrinfo *, struct addrinfo **);
    int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
                    struct addrinfo **result) {
      function *next = (function *)dlsym(RTLD_NEXT, "getaddrinfo");
      while (node && strncmp(node, "hangs", 5) == 0) sleep(3600);
      return next(node && strncmp(node, "six", 3) == 0 ? "::1" : "127.0.0.1", service, hints, result);
    }
    """

  private let folder: Folder
  private let library: String

  init() async throws {
    folder = try Folder()
    library = folder["resolver.so"]
    let source = try folder.write(Self.resolver.utf8, to: "resolver.c")
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let script =
      "for cc in cc clang gcc; do $cc -shared -fPIC -o \"$1\" \"$0\" && exit; done; exit 1"
    let compiler = try ChildProcess(
      "/bin/sh",
      ["-c", script, source, library],
      environment: ["PATH": path]
    )
    let result = await compiler.result()
    try #require(result.ending == .exit(0), "\(result.log)")
  }

  private func start(_ arguments: [String]) throws -> ChildProcess {
    try Program.start(
      ["fetch", "--robots", "ignore", "-qq"] + arguments,
      variables: ["LD_PRELOAD": library]
    )
  }

  private func kinds(_ result: ChildProcess.Result) throws -> [String] {
    try JSON.lines(result.text).map { $0["error"]?["kind"]?.text ?? $0["outcome"]?.text ?? "" }
  }

  /// No name is to be given up before the signal, however busy the machine is.
  private static let patience = ["--connect-timeout", "1h", "--timeout", "1h"]

  @Test func `a name without an answer delays neither other pages nor the end of a drained run`()
    async throws
  {
    let site = try SavedPage.site(20)
    defer { site.stop() }
    let pages = (1...20).map { site.url("/\($0)", host: "fine.test") }
    let hanging = (1...5).map { "http://hangs\($0).test/" }
    let child = try start(Self.patience + ["--drain-timeout", "100ms"] + pages + hanging)
    // The records come in the order of the list: all pages are there while the names still hang.
    #expect(await child.wrote("/20\"", to: .output))
    child.send(SIGINT)
    let result = await child.result()
    #expect(result.ending == .exit(130))
    let kinds = try kinds(result)
    #expect(kinds == Array(repeating: "used", count: 20) + Array(repeating: "cancelled", count: 5))
  }

  @Test func `a name without an answer is a time-out, and the run ends`() async throws {
    for option in ["--connect-timeout", "--timeout"] {
      let child = try start([option, "200ms", "--retry", "1", "http://hangs.test/"])
      let result = await child.result()
      #expect(result.ending == .exit(0))
      #expect(try kinds(result) == ["timeout"])
      #expect(try JSON.lines(result.text).first?["attempts"]?.int == 2)
    }
  }

  @Test func `a name without an answer does not delay the deadline's end`() async throws {
    let arguments = ["--deadline", "300ms", "--drain-timeout", "100ms", "http://hangs.test/"]
    let result = await (try start(arguments)).result()
    #expect(result.ending == .exit(2))
    #expect(try kinds(result) == ["cancelled"])
  }

  @Test func `the second signal ends the run at once`() async throws {
    let child = try start(
      Self.patience + ["--drain-timeout", "1h", "--events", "-", "http://hangs.test/"]
    )
    #expect(await child.wrote("\"fetching\"", to: .errors))
    child.send(SIGTERM)
    #expect(await child.wrote("\"draining\"", to: .errors))
    child.send(SIGTERM)
    #expect(await child.result().ending == .exit(143))
  }

  @Test func `a name with an address of IPv6 alone is reached`() async throws {
    let site = try LocalSite.start(host: "::1", ["/": .text(SavedPage.html("a page"))])
    defer { site.stop() }
    let result = await (try start([site.url("/", host: "six.test")])).result()
    #expect(try kinds(result) == ["used"])
    #expect(site.requests.count == 1)
  }
}
