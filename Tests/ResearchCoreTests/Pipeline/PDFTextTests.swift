import Testing

@testable import ResearchCore

struct PDFTextTests {
  private static func cleaned(_ text: String) -> String {
    String(decoding: PDFText.cleaned(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""), ("\u{C}\u{C}\n \n", ""), ("one line", "one line"),
    (
      "Lines of one sentence that\nbelong together as they\nstand.\n",
      "Lines of one sentence that belong together as they stand."
    ),
    (
      "The first paragraph is here and it\nends early.\nThe second one begins below the first.\n",
      "The first paragraph is here and it ends early.\n\nThe second one begins below the first."
    ),
    (
      "Introduction\nThe heading is apart from the text below it.\n",
      "Introduction\n\nThe heading is apart from the text below it."
    ),
    ("A sentence that goes\n\non after a break.", "A sentence that goes on after a break."),
    ("It ends.\n\nanother begins", "It ends.\n\nanother begins"),
    (
      "The last line of a page and\n\u{C}the first of the next.",
      "The last line of a page and the first of the next."
    ),
    ("A list:\n• one thing\n• another\nthing\n", "A list:\n\n• one thing\n\n• another thing"),
    ("A hy-\n\nphen is undone, 2010-\n\n2012 is not.", "A hyphen is undone, 2010-\n\n2012 is not."),
    ("soft\u{AD}\n\nened", "softened"), ("non\u{2010}\n\nsense", "nonsense"),
    ("ef\u{FB01}cient of\u{FB03}ce \u{FB}", "efficient offfice \u{FB}"),
    ("日本語の文章は空白\nなしで続く。", "日本語の文章は空白なしで続く。"),
    ("\u{EF}\u{FEFF}a", "\u{EF}\u{FEFF}a"),
  ])
  func `makes paragraphs of lines`(text: String, expected: String) {
    #expect(Self.cleaned(text) == expected)
  }

  @Test func `drops running heads and the pages' numbers`() {
    let words = ["apples", "pears", "plums", "nuts", "figs"]
    let pages = words.enumerated().map { place, word in
      "On Fruit, chapter \(place)\nThis page speaks of \(word).\n\n- \(place + 7) -\n\u{C}"
    }
    let expected = words.map { "This page speaks of \($0)." }.joined(separator: "\n\n")
    #expect(Self.cleaned(pages.joined()) == expected)
  }

  @Test(arguments: [
    ("Twice\nA b.\n\u{C}Twice\nC d.\n", "Twice"),
    ("A b.\n\n2010\n\u{C}C d.\n\n2010\n\u{C}E f.\n\n2010\n", "2010"),
    ("A b.\n\n1\n\u{C}", "1"),
  ])
  func `keeps what may belong to the text`(text: String, part: String) {
    #expect(Self.cleaned(text).contains(part))
  }

  @Test(arguments: [
    "\n", "\u{C}", "a\u{C}", "a\n\n", "-\n", "ab\n", "\u{FB01}", " ", "1\u{C}", "é-\n",
  ])
  func `survives any number of anything`(unit: String) {
    let text = Array(String(repeating: unit, count: 50_000).utf8)
    #expect(PDFText.cleaned(text).count <= 2 * text.count)
  }

  @Test func `survives bytes that are no text`() {
    var generator = Generator(state: 7)
    let likely: [UInt8] = [
      0x0A, 0x0C, 0x20, 0x2D, 0x61, 0x31, 0xEF, 0xAC, 0x81, 0xE2, 0x80, 0xFF, 0,
    ]
    for _ in 0..<500 {
      let bytes = (0..<40).map { _ in likely.randomElement(using: &generator) ?? 0 }
      #expect(PDFText.cleaned(bytes).count <= 3 * bytes.count)
    }
  }
}
