/// A word while it is read: its small letters, and how it was written.
struct OpenWord {
  private(set) var lower: [UInt8] = []
  /// Capitals, and letters of any kind.
  private(set) var capitals = 0
  private(set) var letters = 0
  /// The digits since the last mark or blank within a number.
  private(set) var digits = 0
  private(set) var startsWithCapital = false
  private(set) var isNumber = false
  private(set) var endsInDigit = false
  /// Whether blanks part its groups.
  private(set) var isGrouped = false

  /// Longer words are cut: nobody writes them.
  private static let longest = 256

  var isEmpty: Bool { lower.isEmpty }

  /// Adds a letter, a digit of any script, or a mark within a number.
  mutating func add(_ value: UInt32) {
    guard lower.count < Self.longest else { return }
    let digit = Self.digit(value)
    if lower.isEmpty {
      isNumber = digit != nil
      startsWithCapital = CaseFolding.isUpper(value)
    }
    endsInDigit = digit != nil
    if let digit {
      digits += 1
      lower.append(digit)
    } else {
      if value == 0x2E || value == 0x2C { digits = 0 } else { letters += 1 }
      if CaseFolding.isUpper(value) { capitals += 1 }
      lower.append(scalar: CaseFolding.lower(value))
    }
  }

  /// Goes on behind a blank that parts the groups of a number.
  mutating func group() {
    isGrouped = true
    digits = 0
    lower.append(UInt8(ascii: ","))
  }

  /// A number in one form: "1,000", "1.000" and "1 000" are one; "3.50" is "3.5"; "3rd" is 3.
  var canonicalNumber: [UInt8] {
    var number: [UInt8] = []
    var index = 0
    while index < lower.count {
      let byte = lower[index]
      index += 1
      guard byte == 0x2E || byte == 0x2C else {
        number.append(byte)
        continue
      }
      let group = lower[index...].prefix { $0.isDigit }.count
      if group != 3 { number.append(0x2E) }
    }
    if let point = number.firstIndex(of: 0x2E), number[point...].dropFirst().allSatisfy(\.isDigit) {
      while number.last == 0x30 { number.removeLast() }
      if number.last == 0x2E { number.removeLast() }
    }
    let ending = String(decoding: number.drop { $0.isDigit }, as: UTF8.self)
    return Self.ordinalEndings.contains(ending) ? Array(number.prefix { $0.isDigit }) : number
  }

  /// A canonical number with its point moved to the right; nil where it is no plain one.
  static func shifted(_ number: [UInt8], by places: Int) -> [UInt8]? {
    let parts = number.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.joined().allSatisfy(\.isDigit) else { return nil }
    let fraction = parts.count == 2 ? parts[1] : []
    guard fraction.count <= places else { return nil }
    return parts[0] + fraction + [UInt8](repeating: 0x30, count: places - fraction.count)
  }

  private static let ordinalEndings = Set([
    "st", "nd", "rd", "th", "s", "er", "re", "e", "ème", "º",
  ])

  private static func digit(_ value: UInt32) -> UInt8? {
    switch value {
    case 0x30...0x39: UInt8(value)
    case 0x660...0x669: UInt8(value - 0x660 + 0x30)
    case 0x6F0...0x6F9: UInt8(value - 0x6F0 + 0x30)
    case 0x966...0x96F: UInt8(value - 0x966 + 0x30)
    case 0xFF10...0xFF19: UInt8(value - 0xFF10 + 0x30)
    default: nil
    }
  }
}
