import TestSupport
import Testing

@testable import Summarisation

struct SentenceSplitterTests {
  private static let data = LanguageData()

  private func split(_ text: String, _ language: String = "en") -> [String] {
    let bytes = Array(text.utf8)
    return SentenceSplitter(language: language, data: Self.data).sentences(of: bytes.span).map {
      String(decoding: bytes[$0.bytes], as: UTF8.self)
    }
  }

  @Test(
    "ends a sentence where a reader would",
    arguments: [
      ("en", "It rained.|We left.|Nobody came!|Why?|So it goes."),
      ("en", "Dr. J. A. Smith met Mr. Jones at 5 p.m. on Monday.|They spoke."),
      ("en", "The U.S. Senate voted.|He lives in the U.S.|The house is small."),
      ("en", "It costs 3.50 euros, i.e. little, at Acme Inc. of Ohio.|Good."),
      ("en", "See Fig. 3 and No. 5 for e.g. apples.|He said no.|Okay then."),
      ("en", "\"Are you sure?\" he asked.|\"Yes.\"|She left."),
      ("en", "He came (late.)|Then he sat down.|(Nobody knew.)|All was well."),
      ("en", "Wait... what happened?|Nothing…|Then it ended."),
      ("en", "Read https://a.example/b.html?c=d.e first.|Write to a.b@c.example.|Done."),
      ("en", "It was shown.[12]|Others agree.[3][4]|Some do not."),
      ("en", "Version 2.0.1 is out.|It was 1990.|The year ended."),
      ("en", "1. Wash the rice.|Cook it."),
      ("en", "What is it?It is a cat!They said so.It ran away."),
      ("en", "Use strings.Contains or a.Body here.|That works."),
      ("en", "Smith et al. found it.|Prices rose etc.|They fell."),
      (
        "de",
        "Am 5. Mai kam er z. B. mit dem Zug.|Die 3. Auflage ist da.|Es war 1990.|Dann ging er."
      ),
      ("de", "Das kostet ca. 5 Mio. Euro, d.h. viel.|Er sagte: „Nein.“|Prof. Dr. Weiß schwieg."),
      ("fr", "M. Le Goff est venu.|« C'est fini ! »|Il est parti, p. ex. hier."),
      ("es", "¿Qué pasa?|¡Nada!|El Sr. Pérez llegó a EE.UU. ayer."),
      ("ru", "Он родился в 1970 г. в Москве.|Т.е. давно.|Живёт на ул. Ленина."),
      ("zh", "今天天气很好。|我们去公园吧！|好吗？|“好的。”|他说完了。"),
      ("ja", "「行きます。」と言った。|雨です。|寒い！"),
      ("ar", "ما هذا؟ هذا كتاب. ذهب الولد."),
      ("hi", "यह एक किताब है।|वह घर गया।|क्या हुआ?"),
      ("hy", "Սա գիրք է։|Նա գնաց։"),
    ]
  )
  func endsSentences(language: String, marked: String) {
    if language == "ar" {
      #expect(split(marked, language) == ["ما هذا؟", "هذا كتاب.", "ذهب الولد."])
      return
    }
    var expected = marked.split(separator: "|").map(String.init)
    // The case of lost spaces has no mark between, to show what is meant.
    if marked.hasPrefix("What is it?It") {
      expected = ["What is it?", "It is a cat!", "They said so.", "It ran away."]
    }
    let joiner = ["zh", "ja"].contains(language) ? "" : " "
    #expect(split(expected.joined(separator: joiner), language) == expected)
    if marked.hasPrefix("What is it?It") { #expect(split(marked, language) == expected) }
  }

  @Test func `ends at a blank line and not at a line break`() {
    #expect(
      split("A heading\n\nOne line\nand the next.") == ["A heading", "One line\nand the next."]
    )
    #expect(split("A\r\n\r\nB\n \t\nC") == ["A", "B", "C"])
  }

  @Test func `parts long Thai text at spaces`() {
    let long = String(repeating: "ภาษาไทย", count: 13)
    let short = String(repeating: "ภาษาไทย", count: 4)
    #expect(split("\(long) \(short) \(short) ไทย", "th") == [long, "\(short) \(short) ไทย"])
  }

  @Test(arguments: ["", " ", "\n\n\n", ".", "...", "\u{FEFF}", "\"", "。", "a"])
  func `takes degenerate text`(text: String) {
    for sentence in split(text) { #expect(!sentence.isEmpty) }
  }

  @Test(arguments: [
    ("A heading", false, false), ("It ends.", true, false), ("Does it?\"", true, true),
    ("As follows:", false, false), ("如下：", false, false),
    ("真的吗？", true, true), ("So [12].", true, false),
    ("It was shown.[12]", true, false), ("ภาษาไทย", true, false), ("in 1990", false, false),
  ])
  func `tells sentences from fragments`(text: String, isComplete: Bool, isQuestion: Bool) throws {
    let bytes = Array(text.utf8)
    let sentence = try #require(
      SentenceSplitter(language: "en", data: Self.data).sentences(of: bytes.span).first
    )
    #expect(sentence.isComplete == isComplete)
    #expect(sentence.isQuestion == isQuestion)
  }

  private static let languages = [
    "en", "de", "fr", "nl", "el", "hy", "am", "ur", "zh", "ja", "ko", "th", "xx",
  ]

  @Test(arguments: languages)
  func `reads each paragraph as if it stood alone`(language: String) {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<80 {
      let texts = (0..<3).map { _ in Corpus.noise(&random, length: 30) }
      let alone = texts.flatMap { split($0, language) }
      let blank = ["\n\n", "\n \t\n", "\r\n\r\n"].randomElement(using: &random) ?? ""
      #expect(split(texts.joined(separator: blank), language) == alone)
    }
  }

  @Test(arguments: languages)
  func `covers any text with exact offsets`(language: String) {
    var random = SeededGenerator(seed: 7)
    for round in 0..<60 {
      let text = Corpus.noise(&random, length: 20 + round * 5)
      let bytes = Array(text.utf8)
      let scalars = Array(text.unicodeScalars)
      var covered = Set<Int>()
      for sentence in SentenceSplitter(language: language, data: Self.data).sentences(
        of: bytes.span
      ) {
        let quoted = String(decoding: bytes[sentence.bytes], as: UTF8.self)
        let slice = scalars[sentence.scalars]
        #expect(Array(quoted.unicodeScalars) == Array(slice))
        #expect(!quoted.unicodeScalars.elementsEqual("\n\n".unicodeScalars))
        #expect(!quoted.contains("\n\n"))
        #expect(slice.first?.properties.isWhitespace == false)
        #expect(slice.last?.properties.isWhitespace == false)
        #expect(covered.isDisjoint(with: sentence.scalars))
        covered.formUnion(sentence.scalars)
      }
      for (offset, scalar) in scalars.enumerated() where !scalar.properties.isWhitespace {
        #expect(covered.contains(offset))
      }
    }
  }

  @Test(arguments: [
    ("It is so. ", 30_000, SentenceSplitter.mostSentences),
    (String(repeating: "語", count: 300) + "。", 2_400, SentenceSplitter.mostBytes / 903 + 1),
  ])
  func `looks at so much and no more`(piece: String, count: Int, most: Int) throws {
    let bytes = [UInt8](repeatElement(Array(piece.utf8), count: count).joined())
    let splitter = SentenceSplitter(language: "en", data: Self.data)
    let sentences = splitter.sentences(of: bytes.span)
    #expect(sentences.count == most)
    let last = try #require(sentences.last)
    #expect(last.bytes.upperBound <= SentenceSplitter.mostBytes)
    let quote = String(decoding: bytes[last.bytes], as: UTF8.self)
    #expect(piece.hasPrefix(quote) && !quote.isEmpty)
  }

  @Test(arguments: ["word ", "word", "Ünglück, ", "語", "a\u{301}", "𝄞 "])
  func `cuts what is too long to quote, at white space where there is any`(piece: String) {
    let text = String(repeating: piece, count: 9_001) + "end."
    let bytes = Array(text.utf8)
    let splitter = SentenceSplitter(language: "en", data: Self.data)
    let sentences = splitter.sentences(of: bytes.span)
    let quotes = sentences.map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
    #expect(quotes.allSatisfy { $0.utf8.count <= SentenceSplitter.longest && !$0.isEmpty })
    #expect(quotes.count <= bytes.count / (SentenceSplitter.longest / 2) + 1)
    let glue = piece.hasSuffix(" ") ? " " : ""
    #expect(quotes.joined(separator: glue) == text && !quotes.joined().contains("\u{FFFD}"))
    #expect(sentences.map(\.isComplete).filter { $0 }.count == 1)
    let scalars = Array(text.unicodeScalars)
    for (sentence, quote) in zip(sentences, quotes) {
      #expect(scalars[sentence.scalars].elementsEqual(quote.unicodeScalars))
    }
  }

  @Test(arguments: [".", ". ", ".\n", "?!", "\n", "\n ", "(", "[1", "。」", "A. ", "ไ ", "\u{3000}"])
  func `reads long runs of one piece`(piece: String) {
    let text = String(repeating: piece, count: 100_000)
    #expect(split(text).joined().utf8.count <= text.utf8.count)
  }
}
