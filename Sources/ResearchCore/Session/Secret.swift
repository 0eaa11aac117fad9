/// A text that is told to nobody but the one it is for, such as a key.
///
/// Nothing that prints, describes or mirrors a value shows it, and it cannot be encoded.
public struct Secret: Sendable, Hashable {
  /// The text itself, for the one it is meant for.
  package let value: String

  /// Keeps a text.
  public init(_ value: String) {
    self.value = value
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The same for every secret.
  public var description: String { "(secret)" }
  /// The same for every secret.
  public var debugDescription: String { description }
  /// A mirror that shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
