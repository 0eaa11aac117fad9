import Testing

@testable import Summarisation

struct CaseFoldingTests {
  /// Letters that fold otherwise than the standard library on purpose.
  private static let exceptions: Set<UInt32> = [0x130, 0x3C2, 0xFF21]

  @Test func `agrees with Unicode where two cases exist`() {
    let ranges: [ClosedRange<UInt32>] = [
      0x41...0x5A, 0xC0...0xFF, 0x100...0x17F, 0x386...0x3CE, 0x400...0x45F, 0x531...0x556,
      0x1E00...0x1E95, 0x1EA0...0x1EFF,
    ]
    for value in ranges.joined() where !Self.exceptions.contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let mapping = scalar.properties.lowercaseMapping.unicodeScalars
      guard mapping.count == 1, let lower = mapping.first, value != 0x1E9E else { continue }
      #expect(CaseFolding.lower(value) == lower.value, "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: [("a", true), ("ß", true), ("é", true), ("ё", true), ("ά", true), ("ế", true)])
  func `knows lower-case letters`(letter: String, isLower: Bool) throws {
    let scalar = try #require(letter.unicodeScalars.first)
    #expect(CaseFolding.isLower(scalar.value) == isLower)
  }

  @Test(arguments: ["A", "É", "Ж", "Ω", "Ế", "我", "ا", "1", " "])
  func `takes no other for a lower-case letter`(letter: String) throws {
    let scalar = try #require(letter.unicodeScalars.first)
    #expect(!CaseFolding.isLower(scalar.value))
  }
}
