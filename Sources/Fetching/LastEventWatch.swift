/// Watches a body that is an event stream for the event behind which nothing is wanted.
struct LastEventWatch {
  private var parser = EventStreamParser()
  private let last: [UInt8]
  /// Whether it has come.
  private(set) var isSeen = false

  /// Nil where the answer is no event stream, or one that cannot be read as it is sent.
  init?(for last: String, in fields: [HeaderField]) {
    let value = { (name: String) in
      fields.last { $0.name.isEqualIgnoringCase(to: name) }?.value.trimmingBlanks().lowercased()
    }
    guard let type = value("content-type")?.prefix(while: { $0 != ";" }),
      type.trimmingBlanks() == "text/event-stream",
      ["", "identity"].contains(value("content-encoding") ?? "")
    else { return nil }
    self.last = Array(last.utf8)
  }

  /// Looks at the next bytes of the body.
  mutating func feed(_ bytes: ArraySlice<UInt8>) {
    var isSeen = isSeen
    parser.feed(bytes) { event in
      if event.data == last { isSeen = true }
    }
    self.isSeen = isSeen
  }
}
