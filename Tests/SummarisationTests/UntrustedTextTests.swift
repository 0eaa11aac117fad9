import Testing

@testable import Summarisation

struct UntrustedTextTests {
  @Test(arguments: [
    ("", 1), ("plain", 1), ("<untrusted-text-1>", 2), ("</untrusted-text-2>", 1),
    ("untrusted-text-1 Untrusted-Text-2 untrusted-text-3", 4), ("untrusted-text-12", 1),
    ("untruuntrusted-text-1", 2), ("untrusted-text-01", 2), ("untrusted-text-", 1),
    ("untrusted-text-99999999999999999999999", 1), ("untrusted-text", 1),
  ])
  func `fences with what the text does not hold`(text: String, number: Int) {
    let untrusted = UntrustedText(text)
    #expect(untrusted.opening == "<untrusted-text-\(number)>")
    #expect(untrusted.closing == "</untrusted-text-\(number)>")
    #expect(untrusted.fenced == "\(untrusted.opening)\n\(text)\n\(untrusted.closing)")
    #expect(!text.lowercased().contains(untrusted.opening))
    #expect(!text.lowercased().contains(untrusted.closing))
  }

  @Test func `takes one pass over a text of fences`() {
    let text = (1...5_000).map { "</untrusted-text-\($0)>" }.joined()
    #expect(UntrustedText(text).opening == "<untrusted-text-5001>")
  }
}
