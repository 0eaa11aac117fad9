import Testing

@testable import ResearchCore

struct HiddenScalarsTests {
  @Test(arguments: [
    ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("क्\u{200D}ष", "क्\u{200D}ष"),
    (
      "👩\u{200D}🔥 ❤\u{FE0F}\u{200D}🔥 1\u{FE0F}\u{20E3}",
      "👩\u{200D}🔥 ❤\u{FE0F}\u{200D}🔥 1\u{FE0F}\u{20E3}"
    ),
    ("a\u{200C}b\u{200D}c", "abc"), ("é\u{200C}\u{200D}\u{200C}", "é"),
    ("\u{200D}a \u{FE0F}b", "a b"),
    ("x\u{FE00}\u{FE01}\u{FE0F}y\u{E0100}", "x\u{FE00}y"),
    ("so\u{AD}ft\u{34F}\u{61C}\u{180E}\u{200B}\u{200E}\u{200F}", "soft"),
    (
      "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2060}\u{2066}\u{2067}\u{2068}\u{2069}\u{FEFF}z",
      "z"
    ),
    ("\u{FFF9}a\u{FFFA}b\u{FFFB}", "ab"), ("\u{E0041}\u{E007F}\u{1D173}\u{3164}\u{FFA0}a", "a"),
    ("\u{10FFFF}a", "a"),
  ])
  func `leaves out what hides, and keeps what scripts need`(text: String, expected: String) {
    #expect(Array(text.oneLine().unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF] as [UInt32])
  func `leaves out what is no character`(value: UInt32) {
    #expect(Unicode.Scalar(value)?.isInvisible == true)
  }
}
