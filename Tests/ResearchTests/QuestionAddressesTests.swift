import Testing

@testable import research

struct QuestionAddressesTests {
  @Test(
    arguments: [
      ("What is new?", []), ("What is new at https://a.test/news?", ["https://a.test/news"]),
      (
        "Compare <http://a.test/> with (https://b.test/x).", ["http://a.test/", "https://b.test/x"]
      ),
      ("HTTPS://A.test/q?x=1, or so", ["HTTPS://A.test/q?x=1"]),
      ("See https://a.test/wiki/Bread_(food).", ["https://a.test/wiki/Bread_(food)"]),
      ("ftp://a.test/ and example.org", []), ("“https://a.test/”…", ["https://a.test/"]),
    ] as [(String, [String])]
  )
  func `finds the addresses in a question`(_ question: String, _ addresses: [String]) {
    #expect(QuestionAddresses.all(in: question) == addresses)
  }
}
