import Testing

@testable import Summarisation

struct StemmerTests {
  private func stem(_ word: String, _ language: String) -> String {
    let stemmer = Stemmer(language: language)
    var stem: [UInt8] = Array("left over".utf8)
    stemmer.stem(Array(word.utf8), into: &stem)
    return String(decoding: stem, as: UTF8.self)
  }

  @Test(arguments: [
    ("en", "running", "run"), ("de", "häuser", "haus"), ("fr", "continuation", "continu"),
    ("ru", "книгами", "книг"), ("sv", "flickorna", "flick"), ("no", "bøkene", "bøk"),
    ("pl", "książki", "książki"), ("", "running", "running"), ("en", "", ""),
  ])
  func `stems by language`(language: String, word: String, expected: String) {
    #expect(stem(word, language) == expected)
  }
}
