import Testing

@testable import Summarisation

struct SupportReaderTests {
  private func words(_ text: String, _ language: String = "en") -> [SupportWord] {
    var reader = SupportReader(SupportLexicon(), language: language)
    let bytes = Array(text.utf8)
    return reader.words(of: bytes.span)
  }

  private func texts(_ words: [SupportWord]) -> [String] {
    words.map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test func `takes capitals for names where no beginning explains them`() {
    let words = words(
      "Yesterday in town Dr. Smith met NATO. Rain fell, and \"Nobody went\" to Paris."
    )
    #expect(texts(words.filter(\.isName)) == ["dr", "smith", "nato", "paris"])
  }

  @Test func `takes the first word for a part of the name that follows`() {
    #expect(texts(words("Anna Smith spoke.").filter(\.isName)) == ["anna", "smith"])
    #expect(words("Anna spoke.").allSatisfy { !$0.isName })
  }

  @Test(arguments: [
    ("1,000", "1000"), ("1.000", "1000"), ("3.50", "3.5"), ("2,5", "2.5"), ("3rd", "3"),
    ("٣٤", "34"), ("twelve", "12"), ("5 million", "5000000"), ("1.5 billion", "1500000000"),
    ("millions", "e6"), ("1\u{A0}234\u{A0}567", "1234567"), ("737s", "737"), ("5km", "5km"),
    ("1.2.3", "1.2.3"), ("12:30", "12 30"),
  ])
  func `writes numbers in one form`(of text: String, as form: String) {
    let numbers = words(text).filter { $0.kind == .number }
    #expect(texts(numbers).joined(separator: " ") == form)
  }

  @Test(arguments: [
    ("It is not so", "en", 1), ("It isn't so", "en", 1), ("He won't, and won", "en", 1),
    ("Das ist keine Frage", "de", 1), ("не знаю", "ru", 1), ("这非常好", "zh", 0), ("这不好", "zh", 1),
    ("しません", "ja", 1), ("가지 않았다", "ko", 1), ("ไม่ดี", "th", 1),
  ])
  func `knows denials`(in text: String, _ language: String, count: Int) {
    #expect(words(text, language).count { $0.kind == .negation } == count)
  }

  @Test func `reads any bytes`() {
    let bytes: [UInt8] = [0xFF, 0x41, 0xE2, 0x80, 0x31, 0x2C, 0x20, 0x00, 0xF0, 0x9F]
    var reader = SupportReader(SupportLexicon(), language: "fr")
    #expect(reader.words(of: bytes.span).count < 10)
  }
}
