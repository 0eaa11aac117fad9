import Glibc

/// Hosts that are out of reach, or reached only by a second way.
struct FaultHosts {
  let faults: [Fault]
  /// The names that they have.
  let options: [String]
  private let deaf: DeafListener

  /// Opens what they need.
  init(_ open: (String?) throws -> LocalSite) throws {
    let (first, second, six) = (try open(nil), try open(nil), try open("::1"))
    let (stale, resetting) = (try open(nil), try open(nil))
    deaf = try DeafListener(host: "127.0.0.9", port: second.port)
    let names = [
      ("refusing-first.example", first, "127.0.0.8,\(first.host)"),
      ("deaf-first.example", second, "127.0.0.9,\(second.host)"),
      ("six-only.example", six, "::1"), ("six-then-four.example", first, "::1,\(first.host)"),
      ("link-local.example", first, "169.254.169.254"),
    ]
    options = names.flatMap { ["--resolve", "\($0.0):\($0.1.port):\($0.2)"] }
    let good = names.dropLast().map { name, site, _ in
      let subject = "a page of \(name)"
      site.answer("/\(name)", .page(subject))
      return Fault(subject, line: site.url("/\(name)", host: name), .page(subject))
    }
    // Nothing answers before the pages: all that these connections are used for is told below.
    resetting.resetNextConnections(100)
    faults =
      good + Self.unreachable(port: first.port)
      + [
        Fault(
          "reset at accept",
          resetting,
          .page("reset at accept"),
          is: .fails(["reset", "connect"])
        ),
        Fault(
          "an address that is deaf",
          line: "http://127.0.0.9:\(second.port)/",
          .fails("timeout")
        ),
        Self.reused(stale),
      ]
  }

  func stop() { deaf.stop() }

  /// A connection that is closed just as it is used again: asked anew at once, which is no failure.
  private static func reused(_ site: LocalSite) -> Fault {
    let name = "closed before reuse"
    var fault = Fault(name, site, LocalAnswer { _ in [.close] }, .page(name), is: .page(name))
    fault.attempts = 1
    return fault
  }

  private static func unreachable(port: Int) -> [Fault] {
    [
      Fault("a port that refuses", line: "http://127.0.0.8:\(port)/", .fails("connect")),
      Fault("a port that refuses of IPv6", line: "http://[::1]:1/", .fails("connect")),
      Fault("a name of nobody", line: "http://nobody.invalid/", .fails("dns")),
      Fault(
        "a name that leads to a link-local address",
        line: "http://link-local.example:\(port)/",
        .fails("blocked_address")
      ),
    ]
  }
}

/// A port at which nobody ever answers: its queue of connections is full.
final class DeafListener: Sendable {
  private let descriptors: [Int32]

  init(host: String, port: Int) throws {
    let listener = try Socket.listen(on: host, port: port, backlog: 0)
    descriptors = [listener] + (0..<8).map { _ in Socket.connect(to: host, port: port) }
  }

  func stop() {
    for descriptor in descriptors { close(descriptor) }
  }
}
