/// The rows of the table of hosts, at most a thousand and two.
///
/// The first thousand hosts have a row each, of some hundred bytes; what comes later is counted
/// together, so that the rows add up to all requests however many hosts a run meets.
struct HostLedger: Sendable, Hashable {
  private var rows = [
    HostStatistics(host: HostStatistics.documents), HostStatistics(host: HostStatistics.others),
  ]
  private var places: [String: Int] = [:]

  /// The most hosts that are kept apart.
  static let bound = 1_000
  /// No name of a host is longer (RFC 1035, section 2.3.4); what a page makes up may be.
  private static let longestName = 300
  private static let documents = 0
  private static let others = 1

  /// No host has been met yet.
  init() {}

  /// The place of a host's row, which stays the same; that of saved documents where it is nil.
  mutating func place(of host: String?) -> Int {
    guard let host else { return Self.documents }
    if let place = places[host] { return place }
    guard places.count < Self.bound, host.utf8.count <= Self.longestName else { return Self.others }
    let place = rows.count
    places[host] = place
    rows.append(HostStatistics(host: host))
    return place
  }

  /// The row at a place.
  subscript(place: Int) -> HostStatistics {
    _read { yield rows[place] }
    _modify { yield &rows[place] }
  }

  /// The rows in which something stands: most requests first, then by name; what is no single
  /// host comes last.
  var table: [HostStatistics] {
    let hosts = rows.dropFirst(2).sorted { left, right in
      left.counts.requests != right.counts.requests
        ? left.counts.requests > right.counts.requests : left.host < right.host
    }
    return (hosts + [rows[Self.others], rows[Self.documents]])
      .filter { $0.counts.requests > 0 || $0.waits > 0 }
  }
}
