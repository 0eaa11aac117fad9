@testable import Extraction

/// What holds of every article, whatever it was made from.
enum ArticleLaws {
  /// Checks the text, its headings and the metadata.
  static func check(_ article: Article, of document: [UInt8]) {
    let scalars = Array(article.text.unicodeScalars)
    checkText(scalars, article)
    checkLinks(article, scalars.count)
    checkParts(article, scalars.count)
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

  private static func checkLinks(_ article: Article, _ count: Int) {
    var last = 0
    for link in article.links {
      Law.check(link.start >= last && link.end > link.start, "links stand in order")
      Law.check(link.end <= count, "links stand within")
      let isPlain = link.address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      Law.check(isPlain && link.address.utf8.count <= 2_048, "an address is short and printable")
      last = link.end
    }
    Law.check(article.links.count <= 5_000, "links are bounded")
  }

  private static func checkParts(_ article: Article, _ count: Int) {
    var last = 0
    for part in article.parts {
      Law.check(part.start >= last && part.end > part.start, "parts stand in order")
      Law.check(part.end <= count, "parts stand within")
      let places = part.items + part.rows.flatMap { $0 }
      let isWithin = places.allSatisfy { (part.start...part.end).contains($0) }
      Law.check(isWithin && places == places.sorted(), "what a part holds is in order within it")
      last = part.start
    }
  }

  private static func checkText(_ text: [Unicode.Scalar], _ article: Article) {
    let code = article.parts.filter { $0.kind == .code }.map { $0.start..<$0.end }
    // What comes behind the most parts is told of as text only.
    let told = article.parts.reduce(0) { $0 + 1 + $1.items.count + $1.rows.joined().count / 2 }
    var next = 0
    var breaks = 0
    for (place, scalar) in text.enumerated() {
      if scalar == "\n" {
        breaks += 1
        Law.check(place > 0 && place < text.count - 1, "no line break at an end")
        continue
      }
      while next < code.count, code[next].upperBound <= place { next += 1 }
      let isCode = next < code.count && code[next].contains(place) || told >= 10_000
      Law.check(
        breaks == 0 || breaks == 2 || (breaks == 1 && isCode),
        "paragraphs are parted by one blank line"
      )
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
