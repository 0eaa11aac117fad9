import Testing

@testable import Summarisation

struct SentenceClosersTests {
  @Test(arguments: [
    (".\" So", "en", 2), (".) So", "en", 2), (".[12] So", "en", 5), (".[note 3]\" So", "en", 10),
    (".[see, there] So", "en", 1), (".“So", "en", 1), (". So", "en", 1), (". » So", "fr", 4),
    (". » So", "en", 1), (". \" So", "en", 3), (".", "en", 1),
  ])
  func `ends behind all that closes`(text: String, language: String, end: Int) {
    let bytes = Array(text.utf8)
    #expect(SentenceClosers(language: language).end(bytes.span, from: 1) == end)
  }
}
