import Testing

@testable import Extraction

@Suite struct NameCleaningTests {
  private func cleaned(_ text: String) -> String? {
    let words = NameParts.split(Array(text.utf8), isShown: true).first { !$0.isEmpty } ?? []
    return NameCleaning.cleaned(words, isShown: true).map { words in
      words.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("By Jane Doe", "Jane Doe"), ("Jane Doe Stand: 9 Uhr", "Jane Doe"),
    ("Jane Doe ١ مارس", "Jane Doe"),
    ("أحمد الخطيب ١", "أحمد الخطيب"), ("رضا احمدی ۱۰", "رضا احمدی"),
    ("Jane Doe Senior Reporter", "Jane Doe"),
    ("记者王小明", "王小明"), ("Jane Doe@jane", "Jane Doe"), ("Jane_Doe", "Jane Doe"),
  ])
  func `frees a name from what stands around it`(text: String, expected: String) {
    #expect(cleaned(text) == expected)
  }

  @Test(arguments: ["١ مارس ٢٠٢٦", "What is it?", "Foto: Jane Doe", "3 May 2026", "Jane says"])
  func `leaves nothing of other texts`(text: String) {
    #expect(cleaned(text) == nil)
  }
}
