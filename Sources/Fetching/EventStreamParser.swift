/// Turns the bytes of a `text/event-stream` into events, however they are cut into pieces.
///
/// As the HTML standard has it (section 9.2.6, "Interpreting an event stream"): lines end with CR,
/// LF or both, a byte-order mark may come first, and an event without the empty line behind it is
/// none. It works on bytes, so that a piece may end within a character; what is no UTF-8 is left to
/// who reads the data. Each byte is looked at once, and no more than the bound is ever held.
package struct EventStreamParser: Sendable {
  /// In bytes, of one event's lines together: larger ones are dropped.
  package let maxEvent: Int
  /// How many events were larger than ``maxEvent``.
  package private(set) var dropped = 0
  /// How many of these the next event tells of.
  private var untold = 0
  /// How long to wait before asking again, where the stream says so.
  package private(set) var retry: Duration?

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// How many bytes of the byte-order mark have come; nil when the beginning is over.
  private var markBytes: Int? = 0
  private var isAfterReturn = false
  private var line: [UInt8] = []
  /// Whether the line has bytes, kept or not.
  private var isBegun = false
  private var isComment = false
  private var isTooLarge = false
  private var type = ""
  private var data: [UInt8] = []
  private var id = ""

  /// Makes a parser for a stream from its beginning.
  package init(maxEvent: Int = 1 << 20) {
    self.maxEvent = maxEvent
  }

  /// Reads the next bytes of the stream, and hands over the events that end in them, in order.
  package mutating func feed(_ bytes: ArraySlice<UInt8>, _ take: (ServerSentEvent) -> Void) {
    var rest = bytes
    while markBytes != nil, let byte = rest.first {
      if begins(with: byte) { rest = rest.dropFirst() }
    }
    while !rest.isEmpty {
      if isAfterReturn, rest.first == 0x0A { rest = rest.dropFirst() }
      isAfterReturn = false
      guard let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
        return keep(rest)
      }
      keep(rest[..<end])
      isAfterReturn = rest[end] == 0x0D
      rest = rest[(end + 1)...]
      endLine(take)
    }
  }

  /// Reads the next bytes of the stream.
  package mutating func feed(_ bytes: [UInt8], _ take: (ServerSentEvent) -> Void) {
    feed(bytes[...], take)
  }

  /// Whether the byte is one of the mark; where it is not, those before it were the first line's.
  private mutating func begins(with byte: UInt8) -> Bool {
    guard let count = markBytes else { return false }
    if byte == Self.byteOrderMark[count] {
      markBytes = count + 1 < Self.byteOrderMark.count ? count + 1 : nil
      return true
    }
    markBytes = nil
    keep(Self.byteOrderMark[..<count])
    return false
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first else { return }
    if !isBegun { isComment = first == UInt8(ascii: ":") }
    isBegun = true
    guard !isComment, !isTooLarge else { return }
    guard line.count + data.count + bytes.count <= maxEvent else {
      isTooLarge = true
      (line, data) = ([], [])
      return
    }
    line += bytes
  }
}

extension EventStreamParser {
  private mutating func endLine(_ take: (ServerSentEvent) -> Void) {
    if !isBegun {
      endEvent(take)
    } else if !isComment, !isTooLarge {
      readField()
    }
    line.removeAll(keepingCapacity: true)
    (isBegun, isComment) = (false, false)
  }

  private mutating func endEvent(_ take: (ServerSentEvent) -> Void) {
    if isTooLarge {
      dropped += 1
      untold += 1
    } else if !data.isEmpty {
      // The last of the line feeds is none of the data.
      data.removeLast()
      var event = ServerSentEvent(type: type.isEmpty ? "message" : type, data: data, id: id)
      event.lost = untold
      untold = 0
      take(event)
    }
    isTooLarge = false
    type = ""
    data.removeAll(keepingCapacity: true)
  }

  private mutating func readField() {
    let name = line.prefix { $0 != UInt8(ascii: ":") }
    var value = line[name.endIndex...].dropFirst()
    if value.first == 0x20 { value = value.dropFirst() }
    switch name.count {
    case 4 where name.elementsEqual("data".utf8):
      data += value
      data.append(0x0A)
    case 5 where name.elementsEqual("event".utf8):
      type = String(decoding: value, as: UTF8.self)
    case 2 where name.elementsEqual("id".utf8) && !value.contains(0):
      id = String(decoding: value, as: UTF8.self)
    case 5 where name.elementsEqual("retry".utf8) && value.allSatisfy(\.isASCIIDigit):
      retry = Int(String(decoding: value, as: UTF8.self)).map { .milliseconds($0) } ?? retry
    default: break
    }
  }
}
