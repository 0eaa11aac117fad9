/// One row of the table of hosts: what was asked of a host, and how it answered.
public struct HostStatistics: Sendable, Hashable {
  /// The host as events name it: scheme, name and port.
  ///
  /// ``documents`` stands for saved documents, ``others`` for the hosts that have no row of their own.
  public internal(set) var host: String
  /// What became of its requests.
  public internal(set) var counts = RequestCounts()
  /// How often it was held back, by an interval, its robots.txt or its rate.
  public internal(set) var waits = 0
  /// For how long, in seconds, as far as that was told.
  public internal(set) var waitSeconds = 0.0
  private var durations = LatencyHistogram()

  /// The name of the row of saved documents.
  public static let documents = ""
  /// The name of the row of hosts that have none of their own.
  public static let others = "*"

  /// A row of a host that nothing is known of.
  package init(host: String) {
    self.host = host
  }

  /// How long its fetches took, failed ones included; nil where none has ended by itself.
  public var fetch: Latency? { Latency(durations) }

  /// Counts how long a fetch took, in seconds.
  mutating func took(_ seconds: Double) {
    durations.add(seconds)
  }

  /// Counts all that another row counts; the name stays.
  package mutating func add(_ other: HostStatistics) {
    counts.add(other.counts)
    waits += other.waits
    waitSeconds += other.waitSeconds
    durations.add(other.durations)
  }
}
