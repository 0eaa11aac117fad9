/// How long the parts of one attempt at a source took, in seconds; nil for what is not known.
///
/// The parts follow one another. All but ``queued`` are measured by the network's library, and
/// together they are about the attempt's seconds; over redirects they are sums.
public struct FetchTimings: Sendable, Hashable {
  /// From when the source could have been tried until it was.
  ///
  /// The wait for a slot, for room at its host, and for its host's interval; it does not count
  /// against the time-out.
  public var queued: Double?
  /// Name look-up, connection and TLS; nil where a pooled connection served.
  public var connect: Double?
  /// From there to the first byte of the answer.
  public var firstByte: Double?
  /// From the first byte to the last.
  public var transfer: Double?

  /// Nothing is known.
  public init() {}

  /// Whether a pooled connection served; nil where no answer came, or it was not measured.
  var isReused: Bool? { firstByte == nil ? nil : connect == nil }
}
