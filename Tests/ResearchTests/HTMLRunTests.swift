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

  @Test func `says that the sources do not answer`() async throws {
    let result = try await Program.run(
      "-qq",
      "--format=html",
      Program.samples,
      "--question=Xyzzy plugh?",
      "--title=Mine"
    )
    #expect(result.ending == .exit(0))
    #expect(result.text.contains("<p><strong>Question:</strong> Xyzzy plugh?</p>"))
    #expect(result.text.contains("<p>The sources do not answer the question.</p>"))
    #expect(!result.text.contains("key-points") && !result.text.contains("doc-noteref"))
  }

  @Test func `adds timings only when asked`() async throws {
    let plain = try await Program.run("-qq", "--format=html", Program.samples)
    let timed = try await Program.run("-qq", "--format=html", Program.samples, "--statistics")
    #expect(
      !plain.text.contains("Median") && timed.text.contains("<th align=\"right\">Median</th>")
    )
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

  @Test(
    arguments: [
      ["--words", "30"], ["--sentences", "2"], ["--length", "short"], ["--length", "long"],
      ["--question", "How long do five pages take?", "--words", "50"],
    ]
  )
  func `says in its summary what the JSON report says`(options: [String]) async throws {
    let common = ["-qq", Program.samples] + options
    let json = try JSON(
      await (try Program.start(common + ["--format=json"])).result().text
    )
    let html = await (try Program.start(common + ["--format=html"])).result().text
    let start = try #require(html.firstRange(of: "<h2 id=\"summary\">Summary</h2>")).upperBound
    let rest = html[start...]
    let summary = rest[..<(try #require(rest.firstRange(of: "<h2")).lowerBound)]
    let sentences = try #require(json["summary"]).values.compactMap { $0["text"]?.text }
    #expect(!sentences.isEmpty)
    var place = summary.startIndex
    for sentence in sentences {
      let text = sentence.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
      let range = try #require(summary[place...].firstRange(of: text), "\(sentence)")
      place = range.upperBound
    }
    // Between them stand marks and links alone.
    #expect(summary.split(separator: "role=\"doc-noteref\"").count - 1 >= sentences.count)
    let most = options[0] == "--words" ? 30 : 50
    if options.contains("--words") {
      #expect(sentences.joined(separator: " ").split(separator: " ").count <= most)
    }
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
