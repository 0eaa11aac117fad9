import Testing

@testable import Extraction

@Suite struct UTF8CheckTests {
  @Test(
    arguments: [
      ([0x61, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98, 0x80], 3, 0, "aé€😀"),
      ([0xFF, 0x61], 0, 1, "\u{FFFD}a"), ([0xC3, 0x3C], 0, 1, "\u{FFFD}<"),
      ([0xE2, 0x82, 0x3C], 0, 1, "\u{FFFD}<"), ([0xE2, 0x82], 0, 1, "\u{FFFD}"),
      ([0xC0, 0x80], 0, 2, "\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80], 0, 3, "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF0, 0x80, 0x80], 0, 3, "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF4, 0x90, 0xF0, 0x9F, 0x98], 0, 3, "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xE0, 0x9F, 0xC2, 0xA0], 1, 2, "\u{FFFD}\u{FFFD}\u{A0}"),
    ] as [([UInt8], Int, Int, String)]
  )
  func `counts and mends the longest wrong parts`(
    bytes: [UInt8],
    letters: Int,
    errors: Int,
    text: String
  ) {
    let check = UTF8Check(bytes)
    #expect((check.letters, check.errors) == (letters, errors))
    #expect(String(decoding: UTF8Check.repaired(bytes[...]), as: UTF8.self) == text)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }
}
