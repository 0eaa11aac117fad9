import FoundationEssentials
import TestSupport
import Testing

/// `--format html`, by the built program.
struct HTMLRunTests {
  @Test(arguments: [[], ["--question", "How long does a task take?"], ["--length", "short"]])
  func `is one page that asks for nothing`(options: [String]) async throws {
    let child = try Program.start(["-qq", Program.samples, "--format", "html"] + options)
    let result = await child.result()
    #expect(result.ending == .exit(0))
    let html = result.text
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">") && html.hasSuffix("</html>\n"))
    for part in ["<script", "src=", "<link", "@import", "url(", "javascript:", " on", " style="] {
      let tags = html.split(separator: "<").map { $0.prefix { $0 != ">" } }
      #expect(!tags.contains { ("<" + $0).contains(part) }, "\(part)")
    }
    #expect(html.contains("Content-Security-Policy") && html.contains("default-src 'none'"))
    // The links to places lead to places, those of footnotes there and back.
    let links = Set(html.split(separator: "href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } })
    let ids = Set(html.split(separator: "id=\"").dropFirst().map { $0.prefix { $0 != "\"" } })
    #expect(links.count > 5 && links.isSubset(of: ids))
  }

  @Test func `gives what its parts give, byte for byte`() async throws {
    let whole = try await Program.run("-qq", Program.samples, "--format", "html")
    let parts = try await Program.run("summarise", "-qq", Program.samples)
    let combined = try await Program.run(
      "combine",
      "-qq",
      "--format=html",
      input: .bytes(parts.output)
    )
    #expect(combined.output == whole.output && whole.output.count > 10_000)
  }

  @Test func `is the form that a variable asks for`() async throws {
    let result = try await Program.run(
      "-qq",
      Program.samples,
      variables: ["RESEARCH_FORMAT": "html"]
    )
    #expect(result.text.hasPrefix("<!DOCTYPE html>"))
  }

  @Test func `says what was not read, where nothing was`() async throws {
    let folder = try Folder()
    let list = try folder.write(lines: ["no <address>", "missing.html"])
    let result = try await Program.run("-qq", "--format=html", list)
    #expect(result.ending == .exit(3))
    #expect(result.text.contains("No source could be used, so there are no findings."))
    #expect(result.text.contains("no &lt;address&gt;"))
  }

  @Test func `follows a template of the user's`() async throws {
    let folder = try Folder()
    let template = try folder.write(lines: ["# {{title}}", "", "*Only* this."], to: "template")
    let result = try await Program.run(
      "-qq",
      Program.samples,
      "--format=html",
      "--template",
      template,
      "--title",
      "A <b> title"
    )
    #expect(result.text.contains("<main>\n<h1 id=\"a-b-title\">A &lt;b&gt; title</h1>\n"))
    #expect(result.text.contains("<p><em>Only</em> this.</p>\n</main>"))
  }
}
