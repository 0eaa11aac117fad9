import Testing

@testable import Extraction

@Suite struct AddressReferenceTests {
  @Test(arguments: [
    ("https://b.example/x", "https://b.example/x"), ("//c.example/y", "https://c.example/y"),
    ("/z?q#f", "https://a.example/z?q#f"), ("n", "https://a.example/d/e/n"),
    ("../n/./m", "https://a.example/d/n/m"),
    ("../../../..", "https://a.example/"), ("?p=2", "https://a.example/d/e/f?p=2"),
    ("mailto:x@y", nil), ("", nil),
  ])
  func `resolves as RFC 3986 does`(reference: String, expected: String?) {
    #expect(
      AddressReference.resolve(reference, against: "https://a.example/d/e/f?p=1#g") == expected
    )
  }

  @Test func `leaves a reference alone where no address is known`() {
    #expect(AddressReference.resolve("/x", against: nil) == "/x")
  }
}
