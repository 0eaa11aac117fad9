/// One event of an event stream.
package struct ServerSentEvent: Sendable, Hashable {
  /// Its type; "message" where the stream names none.
  package var type: String
  /// What it carries, lines parted by line feeds: as sent, which ought to be UTF-8.
  package var data: [UInt8]
  /// The last identifier that the stream had named before its end; empty where none.
  package var id: String
  /// How many events between this one and the last were too large, and are lost.
  package var lost = 0

  /// Makes an event.
  package init(type: String = "message", data: [UInt8], id: String = "") {
    (self.type, self.data, self.id) = (type, data, id)
  }
}
