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

  @Test(
    arguments: [
      ("At http://a:b@c.test/x@y?", "At http://c.test/x@y?"),
      ("Who is a@b.test?", "Who is a@b.test?"),
      ("(https://u@a.test) https://p:q@r@b.test?z=1@2", "(https://a.test) https://b.test?z=1@2"),
      ("看http://a:b@c.test", "看http://c.test"), ("none ://", "none ://"),
    ]
  )
  func `keeps no names and passwords of addresses`(_ question: String, _ told: String) {
    #expect(QuestionAddresses.withoutCredentials(question) == told)
  }
}
