/// What a model's tokens cost, in any money, for a million of them.
public struct ModelPrice: Sendable, Hashable {
  /// For tokens that it is sent.
  public var input: Double
  /// For tokens that it writes.
  public var output: Double

  /// A price for a million tokens sent, and for a million written.
  public init(input: Double, output: Double) {
    (self.input, self.output) = (input, output)
  }
}
