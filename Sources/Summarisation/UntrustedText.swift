/// A text from strangers between two lines that occur nowhere in it, so that it cannot end them.
struct UntrustedText {
  /// The two lines and the text between them.
  let fenced: String
  /// The lines' names, for the instructions around.
  let opening: String
  let closing: String

  private static let name = Array("untrusted-text-".utf8)

  /// Fences a text with the lowest number that follows the fence's name nowhere in it.
  init(_ text: String) {
    let used = Self.numbers(in: Array(text.utf8))
    var number = 1
    while used.contains(number) { number += 1 }
    opening = "<untrusted-text-\(number)>"
    closing = "</untrusted-text-\(number)>"
    fenced = "\(opening)\n\(text)\n\(closing)"
  }

  /// The text in which the fence's name comes apart wherever it stands, in any case, so that one
  /// and the same fence holds for all such texts.
  static func disarmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var safe: [UInt8] = []
    safe.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard isName(bytes, at: index) else {
        safe.append(bytes[index])
        index += 1
        continue
      }
      safe += bytes[index..<index + name.count - 1] + [0x20]
      index += name.count
    }
    return String(decoding: safe, as: UTF8.self)
  }

  /// The numbers that follow the fence's name, in any case, found in one pass.
  private static func numbers(in text: [UInt8]) -> Set<Int> {
    var numbers: Set<Int> = []
    var index = 0
    while index < text.count {
      guard isName(text, at: index) else {
        index += 1
        continue
      }
      index += name.count
      var number = 0
      var digits = 0
      while index < text.count, text[index].isDigit, digits < 12 {
        number = number * 10 + Int(text[index] - 0x30)
        digits += 1
        index += 1
      }
      numbers.insert(number)
    }
    return numbers
  }

  private static func isName(_ text: [UInt8], at index: Int) -> Bool {
    guard text[index] | 0x20 == name[0], index + name.count <= text.count else { return false }
    return zip(text[index...], name).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}
