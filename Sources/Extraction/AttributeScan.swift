/// Reads the attributes of one start tag and writes down those that extraction reads, quoted and once each.
struct AttributeScan {
  private struct Attribute {
    let name: AttributeName
    let nameRange: Range<Int>
    let value: Range<Int>
    /// The value holds printable ASCII and white space alone, no quotation mark and no reference.
    let isPlain: Bool
  }

  /// What a script holds.
  enum ScriptKind { case program, linkedData, data }

  private let tag: Tag
  /// Where to read on.
  private(set) var place: Int
  /// The attributes seen.
  private(set) var count = 0
  /// A slash stands right before the end of the tag.
  private(set) var isSelfClosing = false
  /// What the tag says that a script holds.
  private(set) var scriptKind = ScriptKind.program
  private var written: UInt64 = 0
  private var deferred: Attribute?

  init(_ tag: Tag, place: Int) {
    self.tag = tag
    self.place = place
  }

  /// Whether the tag was closed before the page ended.
  mutating func run(
    _ source: [UInt8],
    _ names: NameTable<AttributeName>,
    _ filter: inout AttributeFilter,
    into markup: inout [UInt8]
  ) -> Bool {
    filter.begin()
    while place < source.count {
      let byte = source[place]
      if byte == 0x3E {
        place += 1
        if let deferred, filter.needsClass { write(deferred, source, to: &markup) }
        return true
      }
      if byte.isHTMLSpace || byte == 0x2F {
        isSelfClosing = byte == 0x2F
        place += 1
        continue
      }
      isSelfClosing = false
      let start = place
      let name = names[readName(source)]
      guard let attribute = readValue(source, of: name, start..<place, &filter) else {
        return false
      }
      count += 1
      if count <= HTMLScan.maxAttributes { add(attribute, source, &filter, to: &markup) }
    }
    return false
  }

  private static func scriptKind(_ type: ArraySlice<UInt8>) -> ScriptKind {
    guard type.containsFolded("json") else { return .program }
    return type.containsFolded("ld+json") ? .linkedData : .data
  }

  /// The hash of the name that begins here.
  private mutating func readName(_ source: [UInt8]) -> UInt64 {
    var index = place
    var hash = NameHash()
    while index < source.count {
      let byte = source[index]
      if byte.isHTMLSpace || byte == 0x2F || byte == 0x3E || (byte == 0x3D && index > place) {
        break
      }
      hash.add(byte)
      index += 1
    }
    place = index
    return hash.value
  }

  /// The attribute with its value, empty without one; nil when the page ends in it.
  private mutating func readValue(
    _ source: [UInt8],
    of name: AttributeName,
    _ nameRange: Range<Int>,
    _ filter: inout AttributeFilter
  ) -> Attribute? {
    var next = place
    while next < source.count && source[next].isHTMLSpace { next += 1 }
    guard next < source.count, source[next] == 0x3D else {
      return Attribute(name: name, nameRange: nameRange, value: place..<place, isPlain: true)
    }
    place = next + 1
    while place < source.count && source[place].isHTMLSpace { place += 1 }
    guard place < source.count else { return nil }
    let quote = source[place]
    guard quote == 0x22 || quote == 0x27 else {
      let value = readBareValue(source)
      return attribute(source, name, nameRange, value)
    }
    let start = place + 1
    if !filter.isEndless(quote) {
      let end = source.place(of: quote, in: start..<source.count)
      if end < source.count {
        place = end + 1
        return attribute(source, name, nameRange, start..<end)
      }
      filter.noteEndless(quote)
    }
    // A value that is never closed ends with its tag, so that the rest of the page is kept.
    place = source.place(of: 0x3E, in: start..<source.count)
    return attribute(source, name, nameRange, start..<place)
  }

  private mutating func readBareValue(_ source: [UInt8]) -> Range<Int> {
    let start = place
    while place < source.count && !source[place].isHTMLSpace && source[place] != 0x3E { place += 1 }
    return start..<place
  }

  private func attribute(
    _ source: [UInt8],
    _ name: AttributeName,
    _ nameRange: Range<Int>,
    _ whole: Range<Int>
  ) -> Attribute {
    let value = Self.bounded(whole, of: name, source)
    var isPlain = name != .unknown
    if isPlain {
      for index in value where !source[index].isPlainInValue {
        isPlain = false
        break
      }
    }
    return Attribute(name: name, nameRange: nameRange, value: value, isPlain: isPlain)
  }

  /// The beginning of a value that is longer than any that says something: many are read more than once.
  private static func bounded(
    _ value: Range<Int>,
    of name: AttributeName,
    _ source: [UInt8]
  ) -> Range<Int> {
    let limit =
      switch name {
      case .content, .href, .datetime: 16 * 1024
      default: 2 * 1024
      }
    guard value.count > limit else { return value }
    var end = value.lowerBound + limit
    while end > value.lowerBound && source[end] & 0xC0 == 0x80 { end -= 1 }
    return value.lowerBound..<end
  }

  private mutating func add(
    _ attribute: Attribute,
    _ source: [UInt8],
    _ filter: inout AttributeFilter,
    to markup: inout [UInt8]
  ) {
    let bit: UInt64 = 1 << UInt64(attribute.name.rawValue)
    guard attribute.name != .unknown, written & bit == 0 else { return }
    written |= bit
    if attribute.name == .type {
      scriptKind = Self.scriptKind(source[attribute.value])
      return
    }
    switch filter.verdict(
      attribute.name,
      of: tag,
      attribute.value,
      in: source,
      isPlain: attribute.isPlain
    ) {
    case .kept: write(attribute, source, to: &markup)
    case .deferred: deferred = attribute
    case .dropped: break
    }
  }

  private func write(_ attribute: Attribute, _ source: [UInt8], to markup: inout [UInt8]) {
    markup.append(0x20)
    for index in attribute.nameRange { markup.append(source[index].asciiLowered) }
    markup.append(0x3D)
    markup.append(0x22)
    if attribute.isPlain {
      markup.append(source, attribute.value)
    } else {
      ReferenceDecoder.append(source, attribute.value, to: &markup, isQuoted: true)
    }
    markup.append(0x22)
  }
}

extension UInt8 {
  /// A byte that means itself in a quoted value, and that no parser drops.
  @inline(__always)
  fileprivate var isPlainInValue: Bool {
    (self >= 0x20 && self < 0x7F && self != 0x22 && self != 0x26)
      || self == 0x0A || self == 0x09 || self == 0x0D
  }
}
