import FoundationEssentials
import Testing

@testable import ResearchCore

struct HTMLPageTests {
  @Test func `escapes the title`() {
    let head = HTMLPage.head(title: "</title>\n<b>\"&' \u{202E}x")
    #expect(head.contains("<title>&lt;/title&gt; &lt;b&gt;&quot;&amp;' x</title>"))
  }

  @Test func `allows its own style by the hash of its bytes`() throws {
    let head = HTMLPage.head(title: "x")
    let start = try #require(head.firstRange(of: "<style>")).upperBound
    let style = head[start..<(try #require(head.firstRange(of: "</style>")).lowerBound)]
    // By `openssl dgst -sha256 -binary templates/report.css | base64`, were it not to change.
    let path = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
    let file = try String(contentsOfFile: path + "/templates/report.css", encoding: .utf8)
    #expect(style == file)
    #expect(!style.contains("<"))
    let hash = try #require(head.firstRange(of: "'sha256-")).upperBound
    #expect(
      head[hash...].prefix(44).last == "="
        && Data(base64Encoded: String(head[hash...].prefix(44)))?.count == 32
    )
  }

  @Test(arguments: [("a", "a"), ("<&>\"'", "&lt;&amp;&gt;&quot;'"), ("", ""), ("é😀", "é😀")])
  func `escapes text`(text: String, escaped: String) {
    #expect(HTMLPage.escaped(text) == escaped)
  }
}
