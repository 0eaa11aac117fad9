import TestSupport
import Testing

/// `research extract --format`.
struct ExtractFormatTests {
  @Test func `writes the text of one page alone`() async throws {
    let folder = try Folder()
    let page = try folder.write(SavedPage.html("heron").utf8, to: "a.html")
    let result = try await Program.run("extract", "-qq", "--format", "text", page)
    #expect(result.ending == .exit(0))
    #expect(!result.text.contains("==>") && result.text.contains("The heron was brought"))
    #expect(result.text.hasSuffix("ever since.\n"))
  }

  @Test func `names the source above each text of several, in their order`() async throws {
    let folder = try Folder()
    let pages = try (1...30).map { number in
      try folder.write(SavedPage.html("bird number \(number)").utf8, to: "\(number).html")
    }
    let missing = folder["gone.html"]
    let list = try folder.write(lines: pages + [missing])
    let result = try await Program.run("extract", "-qq", "--format=text", list)
    #expect(result.ending == .exit(0))
    let titles = result.text.split(separator: "\n").filter { $0.hasPrefix("==> ") }
    #expect(titles == pages.map { "==> \($0) <==" })
    #expect(result.text.contains("ever since.\n\n==> \(pages[1]) <==\n\n"))
    let second = try #require(result.text.split(separator: "==> \(pages[1]) <==").last)
    #expect(second.contains("The bird number 2 was brought"))
  }

  @Test func `writes Markdown with front matter, one page after the other`() async throws {
    let folder = try Folder()
    let html = """
      <html lang=de><title>Preise &amp; *mehr*</title><main><h1>Preise &amp; *mehr*</h1>
      <p>Der Fluss stieg in der Nacht um zwei Meter, und die <a href="https://a.example/m_x">alte Mühle</a> stand im Wasser.</p>
      <table><tr><th>Art<th>Preis<tr><td>klein<td>3 €</table><pre>a\n  b</pre>
      <p>Am Abend war das Wasser wieder gefallen, und der Rat dankte allen, die Säcke getragen hatten.</p></main>
      """
    let first = try folder.write(html.utf8, to: "a.html")
    let second = try folder.write(SavedPage.html("owl").utf8, to: "b.html")
    let result = try await Program.run(
      "extract",
      "-qq",
      first,
      second,
      variables: ["RESEARCH_EXTRACT_FORMAT": "markdown", "RESEARCH_FORMAT": "json"]
    )
    #expect(result.ending == .exit(0))
    #expect(result.text.hasPrefix("---\ntitle: \"Preise & *mehr*\"\nsource: \"\(first)\"\n"))
    for part in [
      "\n# Preise &amp; \\*mehr\\*\n", "[alte Mühle](https://a.example/m_x)",
      "| Art | Preis |\n| --- | --- |\n| klein | 3 € |\n", "\n ```\n a\n   b\n ```\n",
      "\n\n---\ntitle: \"On owl\"\n",
    ] {
      #expect(result.text.contains(part), "\(part)")
    }
  }

  @Test func `lets no text look as if it named a source`() async throws {
    let folder = try Folder()
    let text = "One line.\n\n==> other.html <==\n\nAnd more of it.\n"
    let page = try folder.write(text.utf8, to: "a.txt")
    let list = try folder.write(lines: [page])
    let result = try await Program.run("extract", "-qq", "--format", "text", list)
    #expect(
      result.text
        == "==> \(page) <==\n\nOne line.\n\n ==> other.html <==\n\nAnd more of it.\n"
    )
  }

  @Test func `resolves the links of a saved page against the address that it calls its own`()
    async throws
  {
    let folder = try Folder()
    let html = """
      <title>On mills</title><link rel=canonical href="https://a.example/b/c.html"><main><h1>On mills</h1>
      <p>The <a href=../old>old mill</a> stood in the water, and the council thanked all who had carried sacks that night.</p>
      <p>In the evening the river had fallen again, and the road to the village could be used by carts as before.</p></main>
      """
    let page = try folder.write(html.utf8, to: "a.html")
    let result = try await Program.run("extract", "-qq", "--format", "markdown", page)
    #expect(result.text.contains("The [old mill](https://a.example/old) stood"))
  }

  @Test func `says once that a page in HTML is no list`() async throws {
    let folder = try Folder()
    let html = "\n <!DOCTYPE html>\n<title>x</title>\n<p>y\n"
    let named = try await Program.run("extract", try folder.write(html.utf8, to: "page"))
    let piped = try await Program.run("extract", input: .bytes(Array(html.utf8)))
    for result in [named, piped] {
      #expect(result.ending == .exit(66) && result.output.isEmpty)
      #expect(result.log.split(separator: "is a page in HTML").count == 2)
      #expect(!result.log.contains("invalid_url"))
    }
  }

  @Test func `leaves the records that a report is made of alone`() async throws {
    let variables = ["RESEARCH_FORMAT": "markdown"]
    let result = try await Program.run("extract", "-qq", Program.samples, variables: variables)
    #expect(try JSON.lines(result.text).count == 23)
  }

  @Test(arguments: ["records", "json"])
  func `writes records where they are asked for by name`(_ form: String) async throws {
    let result = try await Program.run("extract", "-qq", "--format", form, Program.samples)
    #expect(try JSON.lines(result.text).count == 23)
  }

  @Test func `refuses a form that there is not`() async throws {
    let result = try await Program.run("extract", "--format", "docx", "a.html")
    #expect(result.ending == .exit(64))
    #expect(result.log.contains("docx"))
  }

  @Test func `lets nothing through that a terminal obeys`() async throws {
    let folder = try Folder()
    let html =
      "<title>\u{1B}]0;x\u{7}</title><p>One \u{1B}[31mred\u{9B}2J \u{202E}word and more of it.</p><pre>\u{1B}c\n\u{8}</pre>"
    let page = try folder.write(html.utf8, to: "a.html")
    for form in ["text", "markdown"] {
      let result = try await Program.run("extract", "-qq", "--format", form, page)
      let isSafe = result.text.unicodeScalars.allSatisfy { scalar in
        scalar == "\n"
          || (scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
            && scalar.value != 0x202E)
      }
      #expect(isSafe && result.text.contains("red"))
    }
  }
}
