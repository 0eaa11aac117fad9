import Testing

@testable import ResearchCore

struct MarkdownStretchesTests {
  @Test func `leaves out front matter, and only at the beginning`() {
    #expect(Self.stretches("---\ntitle: x\n---\n# A\n\n---\nB\n") == ["# A\n\n---\nB\n"])
    #expect(Self.stretches("# A\n---\nx\n---\n") == ["# A\n---\nx\n---\n"])
    #expect(Self.stretches("---\nnever closed\n") == [])
  }

  @Test func `puts footnotes aside that have a number`() {
    var stretches = MarkdownStretches(footnotes: 2)
    let text = """
      One.[^1]
      [^1]: first
      of two

          with more
      [^2]:  second
      [^3]: none of ours

      Two.

      """
    let done = stretches.add(text)
    #expect(done.isEmpty)
    let rest = stretches.finish().map { String(decoding: $0.text, as: UTF8.self) }.joined()
    #expect(rest == "One.[^1]\n[^3]: none of ours\n\nTwo.\n")
    let notes = stretches.footnotes.mapValues { String(decoding: $0, as: UTF8.self) }
    #expect(notes[1] == "first\nof two\n\nwith more\n")
    #expect(notes[2]?.hasPrefix("second\n") == true)
  }

  @Test func `cuts at blank lines`() {
    let text = "One.\nTwo.\n\nThree.\n\nFour.\n"
    #expect(Self.stretches(text, size: 1) == ["One.\nTwo.\n", "\nThree.\n", "\nFour.\n"])
    #expect(Self.stretches(text, size: 12) == ["One.\nTwo.\n\nThree.\n", "\nFour.\n"])
    #expect(Self.stretches(text, size: 1_000) == [text])
  }

  @Test func `cuts a long paragraph at a line's end`() {
    #expect(Self.stretches("1\n2\n3\n4\n", size: 2, mostSize: 4) == ["1\n2\n", "3\n4\n"])
  }

  @Test func `cuts no code`() {
    let code = "```\na\n\nb\n```\n"
    #expect(Self.stretches(code + "\nc\n", size: 1, mostSize: 2) == [code, "\nc\n"])
    #expect(Self.stretches("~~~ x\n\n```\n\n~~~~\n\nc", size: 1).count == 2)
  }

  @Test func `repeats the head of a table that it cuts`() {
    let head = "| A | B |\n|--:|---|\n"
    var stretches = MarkdownStretches(footnotes: 0, size: 30)
    let rows = "| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n"
    var done = stretches.add("\n\n\n\n\n\n\n\n" + head + rows + "\nEnd.\n")
    done += stretches.finish()
    let texts = done.map { String(decoding: $0.text, as: UTF8.self) }
    #expect(texts.count == 4)
    #expect(texts[1] == head + "| 3 | 4 |\n" && texts[2] == head + "| 5 | 6 |\n")
    #expect(done.map(\.endsInTable) == [true, true, false, false])
    #expect(done.map(\.continuesTable) == [false, true, true, false])
  }

  @Test func `gives the same whatever the pieces`() {
    let text = "---\na\n---\n" + (0..<50).map { "Paragraph é \($0).[^1]\n\n" }.joined()
    let whole = Self.stretches(text, size: 100)
    var stretches = MarkdownStretches(footnotes: 1, size: 100)
    var pieces: [String] = []
    for character in text {
      pieces += stretches.add(String(character)).map { String(decoding: $0.text, as: UTF8.self) }
    }
    pieces += stretches.finish().map { String(decoding: $0.text, as: UTF8.self) }
    #expect(pieces == whole && whole.count > 5)
  }

  private static func stretches(
    _ text: String,
    size: Int = 1 << 20,
    mostSize: Int = 1 << 20
  ) -> [String] {
    var stretches = MarkdownStretches(footnotes: 0, size: size, mostSize: mostSize)
    var done = stretches.add(text)
    done += stretches.finish()
    return done.map { String(decoding: $0.text, as: UTF8.self) }
  }
}
