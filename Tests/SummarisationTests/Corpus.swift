import TestSupport

/// Texts for tests.
enum Corpus {
  static let harbour = """
    Harbour plan

    The city council approved the new harbour on Monday after a long debate. The harbour will cost \
    40 million euros and open in 2027. Critics say the harbour threatens the seals that rest on the \
    sandbank nearby. "We were never asked," said one fisherman. The council promised a study of the \
    seals before any building begins.

    Ships have used the old port since 1820. It is too shallow for modern ferries. Is there another \
    way? The weather was fine all day. The mayor, Dr. J. Smith, thanked everyone for coming.
    """

  /// Random text of words and marks in many scripts, white space and stray signs.
  static func noise(_ random: inout SeededGenerator, length: Int) -> String {
    let pieces = [
      "harbour", "The", "council", "Dr.", "e.g.", "3.14", "U.S.", "…", "...", ".", "!", "?", "?!",
      "\"", "”", "(", ")", "[12]", ":", ";", "Größe", "Ärzte", "z.B.", "город", "Вода", "其实", "我们",
      "。", "！", "これは", "ペンです", "ไทย", "ภาษา", "हिन्दी", "।", "مرحبا", "؟", "\u{301}", "👩‍👩‍👧", "𝒳",
      "http://a.b/c?d=e.", "a@b.c", "\u{FEFF}", "\u{200B}", "1", "5.", "x", "I.", "–", "»", "«",
      "(", "「", "」", "（", "）", "a)", "•", "-", "፡", "።", "۔", "እሱ", "کتاب", "다.", "좋다", "p.m.",
      "Inc.", "etc.",
      "’s", "n't", "?\"", "“", "„", ".12", "[a]", "ครับ", "แต่",
    ]
    let spaces = [
      " ", " ", " ", " ", "", "\n", "\n\n", " \n \n", "\t", "\u{A0}", "\u{3000}", "\r\n",
    ]
    var text = ""
    for _ in 0..<length {
      text += pieces.randomElement(using: &random) ?? ""
      text += spaces.randomElement(using: &random) ?? ""
    }
    return text
  }

  /// Sentences of made-up words, some common and many rare.
  static func prose(_ random: inout SeededGenerator, sentences: Int) -> String {
    (0..<sentences).map { _ in
      let words = (0..<Int.random(in: 6...20, using: &random)).map { _ in word(&random) }
      return "The " + words.joined(separator: " ") + "."
    }.joined(separator: " ")
  }

  /// The text with a part of its words replaced by others.
  static func changed(_ text: String, part: Double, _ random: inout SeededGenerator) -> String {
    text.split(separator: " ").map { word in
      guard Double.random(in: 0..<1, using: &random) < part else { return String(word) }
      return Self.word(&random) + (word.hasSuffix(".") ? "." : "")
    }.joined(separator: " ")
  }

  private static func word(_ random: inout SeededGenerator) -> String {
    let limit = Bool.random(using: &random) ? 40 : 4_000
    var number = Int.random(in: 0..<limit, using: &random)
    var word = "k"
    repeat {
      word += ["ba", "do", "fi", "gu", "le", "mo", "na", "pu", "ri", "so"][number % 10]
      number /= 10
    } while number > 0
    return word
  }
}

extension String {
  /// The scalars from `start` up to `end`.
  func scalars(_ start: Int, _ end: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.dropFirst(start).prefix(end - start)))
  }
}
