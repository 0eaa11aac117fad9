/// Writes the links and parts of records as JSON, since an encoder is slow at many small numbers.
///
/// The bytes are those that `JSONEncoder` writes with sorted keys; a link whose address would need an escape is left to it.
enum RecordPlaces {
  /// The key and value that stand for links while the rest of a record is encoded.
  private static let noLinks = Array("\"links\":[]".utf8)
  private static let noParts = Array("\"parts\":[]".utf8)

  /// The record with its links and parts taken out, as far as they are written here; lists that hold none stand for them.
  static func without(_ record: Record) -> Record {
    var bare = record
    if hasPlainLinks(record) { bare.links = [] }
    if record.parts != nil { bare.parts = [] }
    return bare
  }

  /// Puts the links and parts of `record` into the line that was encoded without them.
  static func insert(_ record: Record, into line: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(line.count + 64 * (record.links?.count ?? 0))
    var rest = line[...]
    // Keys are sorted, so that links come before parts. Within a text a quotation mark is escaped.
    if let links = record.links, hasPlainLinks(record), let place = rest.place(of: noLinks) {
      result.append(contentsOf: rest[..<(place + noLinks.count - 1)])
      append(links, to: &result) { $1.append(link: $0) }
      rest = rest[(place + noLinks.count - 1)...].dropFirst()
    }
    if let parts = record.parts, let place = rest.place(of: noParts) {
      result.append(contentsOf: rest[..<(place + noParts.count - 1)])
      append(parts, to: &result) { $1.append(part: $0) }
      rest = rest[(place + noParts.count - 1)...].dropFirst()
    }
    result.append(contentsOf: rest)
    return result
  }

  private static func hasPlainLinks(_ record: Record) -> Bool {
    record.links?.allSatisfy { link in
      link.url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    } ?? false
  }

  /// The members of a list whose opening bracket stands already, and its end.
  private static func append<Member>(
    _ members: [Member],
    to line: inout [UInt8],
    _ write: (Member, inout [UInt8]) -> Void
  ) {
    for (number, member) in members.enumerated() {
      if number > 0 { line.append(UInt8(ascii: ",")) }
      write(member, &line)
    }
    line.append(UInt8(ascii: "]"))
  }
}

extension ArraySlice<UInt8> {
  /// Where a pattern that begins with a quotation mark stands first.
  fileprivate func place(of pattern: [UInt8]) -> Int? {
    var rest = self
    while let place = rest.firstIndex(of: UInt8(ascii: "\"")) {
      if rest[place...].starts(with: pattern) { return place }
      rest = rest[(place + 1)...]
    }
    return nil
  }
}

extension [UInt8] {
  fileprivate mutating func append(link: Record.Link) {
    append("{\"end\":", link.end)
    append(",\"start\":", link.start)
    append(contentsOf: ",\"url\":\"".utf8)
    append(contentsOf: link.url.utf8)
    append(contentsOf: "\"}".utf8)
  }

  fileprivate mutating func append(part: Record.Part) {
    append(contentsOf: "{".utf8)
    if let depth = part.depth { append("\"depth\":", depth, ",") }
    append("\"end\":", part.end)
    if let first = part.first { append(",\"first\":", first) }
    if let items = part.items {
      append(contentsOf: ",\"items\":".utf8)
      append(numbers: items)
    }
    append(contentsOf: ",\"kind\":\"\(part.kind.rawValue)\"".utf8)
    if let rows = part.rows {
      append(contentsOf: ",\"rows\":[".utf8)
      for (number, row) in rows.enumerated() {
        if number > 0 { append(UInt8(ascii: ",")) }
        append(numbers: row)
      }
      append(UInt8(ascii: "]"))
    }
    append(",\"start\":", part.start, "}")
  }

  private mutating func append(numbers: [Int]) {
    append(UInt8(ascii: "["))
    for (number, value) in numbers.enumerated() { append(number > 0 ? "," : "", value) }
    append(UInt8(ascii: "]"))
  }

  private mutating func append(_ key: StaticString, _ number: Int, _ end: StaticString = "") {
    key.withUTF8Buffer { append(contentsOf: $0) }
    append(contentsOf: String(number).utf8)
    end.withUTF8Buffer { append(contentsOf: $0) }
  }
}
