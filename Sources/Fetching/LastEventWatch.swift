/// Watches a body that is an event stream for the event behind which nothing is wanted.
struct LastEventWatch {
  private var parser = EventStreamParser()
  private let last: [UInt8]
  private let field: [UInt8]?
  /// Whether it has come.
  private(set) var isSeen = false
  /// Whether the field has come that says that all that matters is there.
  private(set) var isComplete = false

  /// Nil where the answer is no event stream, or one that cannot be read as it is sent.
  init?(for last: String, endField: String? = nil, in fields: [HeaderField]) {
    let value = { (name: String) in
      fields.last { $0.name.isEqualIgnoringCase(to: name) }?.value.trimmingBlanks().lowercased()
    }
    guard let type = value("content-type")?.prefix(while: { $0 != ";" }),
      type.trimmingBlanks() == "text/event-stream",
      ["", "identity"].contains(value("content-encoding") ?? "")
    else { return nil }
    self.last = Array(last.utf8)
    field = endField.map { Array("\"\($0)\"".utf8) }
  }

  /// Looks at the next bytes of the body.
  mutating func feed(_ bytes: ArraySlice<UInt8>) {
    var (isSeen, isComplete) = (isSeen, isComplete)
    parser.feed(bytes) { event in
      if event.data == last { isSeen = true }
      if !isComplete, let field { isComplete = Self.holds(field, event.data.span) }
    }
    (self.isSeen, self.isComplete) = (isSeen, isComplete)
  }

  /// Whether there is the field with a text that is not empty.
  ///
  /// Within a text its quotes would be escaped, so that its name is not found there.
  private static func holds(_ field: [UInt8], _ data: Span<UInt8>) -> Bool {
    var index = 0
    while index + field.count < data.count {
      if data[index] == field[0], isEqual(field, data, index) {
        let rest = (index + field.count)..<data.count
        let value = rest.first { !isBetween(data[$0]) } ?? 0
        if data[value] == field[0], value + 1 < data.count, data[value + 1] != field[0] {
          return true
        }
      }
      index += 1
    }
    return false
  }

  private static func isEqual(_ field: [UInt8], _ data: Span<UInt8>, _ start: Int) -> Bool {
    field.indices.allSatisfy { data[start + $0] == field[$0] }
  }

  /// Whether it may stand between a name and its value.
  private static func isBetween(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
