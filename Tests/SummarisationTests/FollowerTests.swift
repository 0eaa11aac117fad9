import Testing

@testable import Summarisation

struct FollowerTests {
  private func follower(_ text: String) -> Follower? {
    let bytes = Array(text.utf8)
    return Follower(bytes.span, after: 0)
  }

  @Test func `reads the first word`() throws {
    let upper = try #require(follower(" Über alles"))
    #expect(upper.word == Array("über".utf8) && upper.isUpper && !upper.hasOpener)
  }

  @Test func `takes a name such as iPhone for a capital`() {
    #expect(follower(" iPhone sales")?.isUpper == true)
    #expect(follower(" phone sales")?.isLower == true)
  }

  @Test func `knows initials, items and numerals`() {
    #expect(follower(" J. Smith")?.isInitial == true)
    #expect(follower(" b) the next")?.isEnumerator == true)
    #expect(follower(" XIV was")?.isRoman == true)
    #expect(follower(" 12 ships")?.isDigit == true)
    #expect(follower(" “Yes")?.hasOpener == true)
  }

  @Test func `is none behind the paragraph`() {
    #expect(follower("\n\nNext") == nil && follower("  ") == nil && follower("\nNext") != nil)
  }

  @Test func `reads what stands behind the first word`() throws {
    let bytes = Array(" then he said".utf8)
    let first = try #require(follower(" then he said"))
    let words = first.words(in: bytes.span)
    #expect(words == ["then", "he", "said"].map { Array($0.utf8) })
    let second = first.second(in: bytes.span).word
    #expect(second == Array("he".utf8))
  }
}
