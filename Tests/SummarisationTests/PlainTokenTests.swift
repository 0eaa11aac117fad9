import Testing

@testable import Summarisation

struct PlainTokenTests {
  private func tokens(_ text: String) -> [PlainToken] {
    let bytes = Array(text.utf8)
    return PlainToken.all(of: bytes.span, 0..<bytes.count)
  }

  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return tokens(text).map { bytes.span.string(in: $0.bytes) }
  }

  @Test(arguments: [
    ("The cost: 1,200.50 euros, 3.", ["The", "cost", "1,200.50", "euros", "3"]),
    ("U.S. v2.1, don't", ["U", "S", "v2", "1", "don", "t"]),
    ("我们 3月", ["我", "们", "3", "月"]), ("", []), ("...", []),
  ])
  func `parts words`(sample: (String, [String])) {
    #expect(words(sample.0) == sample.1)
  }

  @Test func `tells words apart by their letters, not by case`() {
    let tokens = tokens("Größe GRÖSSE größe 12")
    #expect(tokens[0].key == tokens[2].key && tokens[0].key != tokens[1].key)
    #expect(tokens.map(\.isCapitalised) == [true, true, false, false])
    #expect(tokens.map(\.isNumber) == [false, false, false, true])
    #expect(tokens[2].key == PlainToken.key(of: "größe"))
  }
}
