import Testing

@testable import ResearchCore

struct SourceAddressTests {
  @Test(arguments: [
    ("https://a.example/", "https://a.example/", "a.example", "a.example"),
    (
      "http://A.example:8080/p?q=1", "http://A.example:8080/p?q=1", "A.example:8080/p?q=1",
      "A.example"
    ),
    ("https://u:p@a.example/x@y", "https://a.example/x@y", "a.example/x@y", "a.example"),
    ("https://u@v:p@a.example", "https://a.example", "a.example", "a.example"),
    ("https://[::1]:8080/x", "https://[::1]:8080/x", "[::1]:8080/x", "[::1]"),
    ("HTTPS://a.example/", "https://a.example/", "a.example", "a.example"),
    (
      "https://a.example/a(b) <c>|\"\\d", "https://a.example/a%28b%29%20%3Cc%3E%7C%22%5Cd",
      "a.example/a(b) <c>|\"\\d", "a.example"
    ),
    (
      "https://a.example/?a=1&copy;=2&b=3", "https://a.example/?a=1&amp;copy;=2&b=3",
      "a.example/?a=1&copy;=2&b=3", "a.example"
    ),
    ("https://a.example/é\n", "https://a.example/%C3%A9%0A", "a.example/é", "a.example"),
  ])
  func `links web addresses`(text: String, link: String, label: String, host: String) {
    let address = SourceAddress(text)
    #expect(address.link == link)
    #expect(address.label == label)
    #expect(address.host == host)
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "pages/a.html", "/tmp/a b.html", "", "httpx://a",
  ])
  func `never links what is not of the web`(text: String) {
    let address = SourceAddress(text)
    #expect(address.link == nil)
    #expect(address.host == nil)
    #expect(address.label == text)
    #expect(address.link(to: ":~:text=a") == nil)
  }

  @Test(arguments: [
    ("pages/a.html", "a.html"), ("/tmp/x y.md", "x y.md"), ("a.txt", "a.txt"), ("/", "/"),
    ("https://a.example/b/c", "a.example/b/c"),
  ])
  func `names a source without a title`(text: String, name: String) {
    #expect(SourceAddress(text).name == name)
  }

  @Test func `links to a passage`() {
    let plain = SourceAddress("https://a.example/p")
    #expect(plain.link(to: ":~:text=One%20two.") == "https://a.example/p#:~:text=One%20two.")
    let fragment = SourceAddress("https://a.example/p#x")
    #expect(fragment.link(to: ":~:text=One%20two.") == "https://a.example/p#x:~:text=One%20two.")
  }

  @Test func `links nothing that is too long for a report`() {
    let address = SourceAddress("https://a.example/" + String(repeating: "x", count: 5_000))
    #expect(address.link == nil && address.host == "a.example")
    #expect(address.label.utf8.count <= 103)
  }
}
