/// What became of requests: of all, or of those to one host.
///
/// A request is one attempt at one source. Those that have ended are `successful`, `failed` or
/// `cancelled`, each exactly one of them; the rest are `open`.
public struct RequestCounts: Sendable, Hashable {
  /// How an attempt can end.
  enum End {
    case successful, failed, cancelled
  }

  /// The attempts that were begun.
  public internal(set) var requests = 0
  /// Those that brought a body.
  public internal(set) var successful = 0
  /// Those that did not: an error, or a status that is no page.
  public internal(set) var failed = 0
  /// Those that were given up because the run was to end.
  public internal(set) var cancelled = 0
  /// The failed ones after which another attempt was to follow.
  public internal(set) var retries = 0
  /// Requests that opened a connection, where that is known.
  public internal(set) var newConnections = 0
  /// Requests served by a pooled connection.
  public internal(set) var reusedConnections = 0
  /// Bytes of the bodies that came, as sent.
  public internal(set) var bytes = 0

  /// No request has been made yet.
  public init() {}

  /// The requests under way.
  public var open: Int { requests - successful - failed - cancelled }

  /// The successful ones by all; nil where there are none.
  public var successRate: Double? {
    requests > 0 ? Double(successful) / Double(requests) : nil
  }

  /// Counts the end of one that was open.
  mutating func close(_ end: End) {
    switch end {
    case .successful: successful += 1
    case .failed: failed += 1
    case .cancelled: cancelled += 1
    }
  }

  /// Counts the connection of an answered request.
  mutating func connect(isReused: Bool) {
    if isReused { reusedConnections += 1 } else { newConnections += 1 }
  }

  /// Counts all that others count.
  mutating func add(_ others: RequestCounts) {
    requests += others.requests
    successful += others.successful
    failed += others.failed
    cancelled += others.cancelled
    retries += others.retries
    newConnections += others.newConnections
    reusedConnections += others.reusedConnections
    bytes += others.bytes
  }
}
