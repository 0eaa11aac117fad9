extension Record {
  /// A link within the text.
  public struct Link: Sendable, Hashable, Codable {
    /// The offset of the first linked scalar.
    public var start: Int
    /// The offset behind the last linked scalar.
    public var end: Int
    /// The absolute address that it leads to, at most 2,000 bytes of printable ASCII.
    public var url: String

    /// Describes a link.
    public init(start: Int, end: Int, url: String) {
      self.start = start
      self.end = end
      self.url = url
    }
  }

  /// What in the text is no plain paragraph.
  ///
  /// A quotation may hold other parts, and a list code, which come behind it.
  public struct Part: Sendable, Hashable, Codable {
    /// What a part is.
    public enum Kind: String, Sendable, Hashable, Codable {
      case code, list, quotation, table
    }

    /// What it is.
    public var kind: Kind
    /// The offset of its first scalar.
    public var start: Int
    /// The offset behind its last scalar.
    public var end: Int
    /// How deep a list lies within others, from 1.
    public var depth: Int?
    /// The number of the first item, where a list counts its items.
    public var first: Int?
    /// Where the items of a list begin.
    public var items: [Int]?
    /// The rows of a table: start and end of each cell in turn, equal where it is empty.
    public var rows: [[Int]]?

    /// Describes a part.
    public init(kind: Kind, start: Int, end: Int) {
      self.kind = kind
      self.start = start
      self.end = end
    }
  }
}
