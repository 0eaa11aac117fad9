/// Reads the attributes of one start tag and writes down those that extraction reads, quoted and once each.
struct AttributeScan {
  let source: [UInt8]
  /// Where to read on.
  var place: Int
  /// The attributes seen.
  private(set) var count = 0
  /// The tag says that it holds linked data.
  private(set) var isLinkedData = false
  private var written: UInt64 = 0
  private let names = AttributeName.names

  init(source: [UInt8], place: Int) {
    self.source = source
    self.place = place
  }

  /// Whether the tag was closed before the page ended.
  mutating func run(into markup: inout [UInt8]) -> Bool {
    while place < source.count {
      let byte = source[place]
      if byte == 0x3E {
        place += 1
        return true
      }
      if byte.isHTMLSpace || byte == 0x2F {
        place += 1
        continue
      }
      let (name, nameRange) = readName()
      guard let value = readValue() else { return false }
      count += 1
      if count <= HTMLScan.maxAttributes { write(name, nameRange, value, to: &markup) }
    }
    return false
  }

  private mutating func readName() -> (AttributeName, Range<Int>) {
    let start = place
    var hash = NameHash()
    while place < source.count {
      let byte = source[place]
      let isFirst = place == start
      if byte.isHTMLSpace || byte == 0x2F || byte == 0x3E || (byte == 0x3D && !isFirst) { break }
      hash.add(byte)
      place += 1
    }
    return (names[hash.value], start..<place)
  }

  /// The range of the value, empty without one; nil when the page ends in it.
  private mutating func readValue() -> Range<Int>? {
    var next = place
    while next < source.count && source[next].isHTMLSpace { next += 1 }
    guard next < source.count, source[next] == 0x3D else { return place..<place }
    place = next + 1
    while place < source.count && source[place].isHTMLSpace { place += 1 }
    guard place < source.count else { return nil }
    let quote = source[place]
    guard quote == 0x22 || quote == 0x27 else { return readBareValue() }
    let start = place + 1
    var end = start
    while end < source.count && source[end] != quote { end += 1 }
    guard end < source.count else { return nil }
    place = end + 1
    return start..<end
  }

  private mutating func readBareValue() -> Range<Int> {
    let start = place
    while place < source.count && !source[place].isHTMLSpace && source[place] != 0x3E { place += 1 }
    return start..<place
  }

  private mutating func write(
    _ name: AttributeName,
    _ nameRange: Range<Int>,
    _ value: Range<Int>,
    to markup: inout [UInt8]
  ) {
    let bit: UInt64 = 1 << UInt64(name.rawValue)
    guard name != .unknown, written & bit == 0 else { return }
    written |= bit
    if name == .type {
      isLinkedData = source[value].containsFolded("ld+json")
      return
    }
    markup.append(0x20)
    for index in nameRange { markup.append(source[index].asciiLowered) }
    markup.append(0x3D)
    markup.append(0x22)
    ReferenceDecoder.append(source, value, to: &markup, isQuoted: true)
    markup.append(0x22)
  }
}
