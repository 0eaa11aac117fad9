/// All faults at once: sites of this machine that answer in every wrong way, and some right ones.
///
/// Each class of faults has an address of its own, since limits of hosts and robots.txt play a part.
package final class FaultSite: Sendable {
  /// In the order of the list.
  package let faults: [Fault]
  /// What the program is to be told of names, certificates and limits.
  package let options: [String]
  private let sites: [LocalSite]
  private let secure: FaultSecureServers
  private let hosts: FaultHosts

  /// Starts all sites; between the faults stand as many good pages as `good` says.
  package init(good: Int = 60) async throws {
    var sites: [LocalSite] = []
    var last = 10
    func open(_ host: String?) throws -> LocalSite {
      last += 1
      let site = try LocalSite.start(host: host ?? "127.0.0.\(last)")
      sites.append(site)
      return site
    }
    secure = try await FaultSecureServers()
    hosts = try FaultHosts(open)
    var faults = Fault.connections(try open(nil)) + Fault.protocols(try open(nil))
    faults += hosts.faults
    faults += try Fault.redirects(try open(nil), other: try open(nil))
    faults += Fault.refreshes(try open(nil))
    faults += Fault.statuses(try open(nil))
    faults += try Fault.throttled(open)
    faults +=
      Fault.encodedBodies(try open(nil)) + Fault.bombs(try open(nil)) + Fault.sizes(try open(nil))
    faults += Fault.heads(try open(nil))
    faults +=
      Fault.documents(try open(nil)) + Fault.kinds(try open(nil)) + Fault.giants(try open(nil))
    faults += Fault.charsets(try open(nil))
    faults += Fault.addresses(try open(nil)) + Fault.hostileTexts(try open(nil))
    faults += try Fault.robots(open)
    faults += secure.faults
    let plain = try open(nil)
    let between = (0..<good).map { number -> Fault in
      let name = "good creature \(number)"
      return Fault(name, plain, .page(name), is: .exactly(name))
    }
    self.faults = Self.mixed(faults, between)
    self.sites = sites
    options = secure.options + hosts.options
  }

  /// The lines of the list.
  package var lines: [String] { faults.map(\.line) }

  /// All requests that any of the sites has seen.
  package var requests: [LocalRequest] { sites.flatMap(\.requests) }

  /// Ends all sites and servers.
  package func stop() {
    for site in sites { site.stop() }
    secure.stop()
    hosts.stop()
  }

  /// Spreads the second list evenly over the first.
  private static func mixed(_ faults: [Fault], _ between: [Fault]) -> [Fault] {
    let step = max(1, faults.count / max(1, between.count))
    var rest = between[...]
    var mixed: [Fault] = []
    for (place, fault) in faults.enumerated() {
      mixed.append(fault)
      if place % step == 0, let next = rest.popFirst() { mixed.append(next) }
    }
    return mixed + rest
  }
}
