import CMarkGFM
import FoundationEssentials
import TestSupport
import Testing

/// Hostile pages and an endpoint whose model writes what they tell it to, through the built program.
struct InjectionRunTests {
  private static let attacks = InjectionPages.attacks.map(\.text)

  private static func page(_ number: Int) -> String {
    let attack = attacks[number].replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("\"", with: "&quot;")
    return """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Attack number \(number).
      \(attack)</title></head><body><article><h1>Attack number \(number).</h1>
      <p>Seals rest on sandbank \(number) of the bay until the tide comes in again at night.</p>
      <p>\(attack) That is what was found on stone \(number) of the wall beside the harbour.</p>
      <p>The wardens counted \(number + 40) of them there in March, which is more than in April.</p>
      </article></body></html>
      """
  }

  /// The pages, and the endpoint: of a page it writes what its attack says, of the report what all say.
  private static func site() throws -> LocalSite {
    let site = try LocalSite.start()
    for number in attacks.indices { site.answer("/\(number)", .text(page(number))) }
    site.answer(
      StubEndpoint.path,
      LocalAnswer { request in
        let body = String(decoding: request.body, as: UTF8.self)
        let place = body.firstRange(of: "Attack number ")?.upperBound
        let number = place.flatMap { Int(body[$0...].prefix { $0.isNumber }) } ?? 0
        let said =
          StubEndpoint.isReport(request) ? attacks.joined(separator: "\n\n") : attacks[number]
        let text = "Seals rest on the sandbank [1] [2]. \(said)\n\nSo it is [1]."
        // A string can always be encoded.
        let content = (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) }
        return LocalAnswer.text(
          #"{"choices":[{"message":{"role":"assistant","content":\#(content ?? "")},"#
            + #""finish_reason":"stop"}]}"#,
          type: "application/json"
        ).steps(request)
      }
    )
    return site
  }

  private static func run(_ site: LocalSite, _ format: String) async throws -> String {
    let child = try Program.start(
      attacks.indices.map { site.url("/\($0)") } + [
        "-qq", "--model=stub", "--format", format, "--sentences=300", "--length=long",
      ],
      variables: StubEndpoint.variables(site)
    )
    let result = await child.result()
    #expect(result.ending == .exit(0), "\(result.log)")
    return result.text
  }

  /// Tags that a report has of its own.
  private static let tags: Set<Substring> = [
    "", "a", "article", "body", "cite", "dd", "div", "dl", "dt", "em", "footer", "h", "head",
    "header",
    "hr", "html", "li", "main", "meta", "nav", "ol", "p", "section", "small", "span", "strong",
    "style",
    "sup", "table", "tbody", "td", "th", "thead", "time", "title", "tr", "ul",
  ]

  /// No tag but ours, and no link but within the report and to its sources.
  private func check(_ html: String, _ site: LocalSite) {
    let tags = Set(html.split(separator: "<").dropFirst().map { $0.prefix { $0.isLetter } })
    #expect(tags.isSubset(of: Self.tags), "\(tags.subtracting(Self.tags))")
    let links = html.split(separator: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    let sources = Set(Self.attacks.indices.map { site.url("/\($0)") })
    #expect(links.count > Self.attacks.count)
    for link in links where !link.hasPrefix("#") {
      #expect(sources.contains(String(link.prefix { $0 != "#" })), "\(link)")
    }
    for text in ["src=", "onerror=\"", "<!-- hidden"] {
      let inTags = html.split(separator: "<").map { $0.prefix { $0 != ">" } }
      #expect(!inTags.contains { $0.contains(text) }, "\(text)")
    }
  }

  @Test func `lets no page add a link, an image or HTML to a report`() async throws {
    let site = try Self.site()
    defer { site.stop() }
    let markdown = try await Self.run(site, "markdown")
    for options in [CMARK_OPT_UNSAFE, CMARK_OPT_DEFAULT] {
      check(try HostileTextTests.html(markdown, options), site)
    }
    check(try await Self.run(site, "html"), site)
    #expect(StubEndpoint.reports(site).count == 2)
  }

  @Test func `writes plain sentences that cite what is there`() async throws {
    let site = try Self.site()
    defer { site.stop() }
    let report = try JSON(try await Self.run(site, "json"))
    let sentences = report["summary"]?.values ?? []
    #expect(sentences.count > Self.attacks.count)
    for sentence in sentences {
      let text = sentence["text"]?.text ?? ""
      for part in InjectionPages.forbidden { #expect(!text.lowercased().contains(part), "\(text)") }
      for citation in sentence["citations"]?.values ?? [] {
        #expect((1...Self.attacks.count).contains(citation["source"]?.int ?? 0))
      }
    }
  }
}
