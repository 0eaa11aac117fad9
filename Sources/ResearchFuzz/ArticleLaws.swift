@testable import Extraction

/// What holds of every article, whatever it was made from.
enum ArticleLaws {
  /// Checks the text, its headings and the metadata.
  static func check(_ article: Article, of document: [UInt8]) {
    let scalars = Array(article.text.unicodeScalars)
    checkText(scalars)
    // A byte of an old encoding makes at most four in UTF-8; references and names are shorter than
    // what they stand for, but for a few that make two scalars of five bytes.
    Law.check(article.text.utf8.count <= 4 * document.count + 64, "text stays within four times")
    var last = -1
    for heading in article.headings {
      let words = Array(heading.text.unicodeScalars)
      let end = heading.start + words.count
      Law.check(heading.start > last && end <= scalars.count, "headings stand within, in order")
      Law.check(Array(scalars[heading.start..<end]) == words, "a heading stands where it says")
      Law.check((1...6).contains(heading.level), "a heading has a level")
      last = heading.start
    }
    checkMetadata(article)
  }

  private static func checkText(_ text: [Unicode.Scalar]) {
    var breaks = 0
    for (place, scalar) in text.enumerated() {
      if scalar == "\n" {
        breaks += 1
        Law.check(place > 0 && place < text.count - 1, "no line break at an end")
        continue
      }
      Law.check(breaks == 0 || breaks == 2, "paragraphs are parted by one blank line")
      breaks = 0
      Law.check(!isControl(scalar), "no control character in the text")
    }
  }

  private static func checkMetadata(_ article: Article) {
    let texts = [article.title, article.site, article.language] + article.authors.map { $0 }
    for text in texts.compactMap({ $0 }) {
      Law.check(!text.isEmpty, "what is known is not empty")
      Law.check(!text.unicodeScalars.contains(where: isControl), "no control character in metadata")
    }
    for day in [article.published, article.modified].compactMap({ $0 }) {
      let isDay = day.utf8.count == 10 && day.utf8.allSatisfy { $0 == 0x2D || $0 &- 0x30 < 10 }
      Law.check(isDay, "a day is written as one")
    }
    Law.check(!article.charset.isEmpty, "the encoding has a name")
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
