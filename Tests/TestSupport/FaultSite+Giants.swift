extension Fault {
  /// Documents within the limit of bytes that are too deep, too many or too long all the same.
  static func giants(_ site: LocalSite) -> [Fault] {
    deep(site) + many(site) + long(site)
  }

  /// Sent in pieces, so that a giant costs the sites no memory.
  private static func giant(
    _ name: String,
    _ site: LocalSite,
    _ piece: String,
    times: Int,
    after: String = "",
    before: String = "",
    is outcome: Outcome
  ) -> Fault {
    let count = max(1, min(times, 20_000 / piece.utf8.count))
    let many = Array(String(repeating: piece, count: count).utf8)
    let answer = LocalAnswer.repeated(
      many,
      times: max(1, times / count),
      before: Array(before.utf8),
      after: Array(after.utf8)
    )
    return Fault(name, site, answer, is: outcome)
  }

  private static func deep(_ site: LocalSite) -> [Fault] {
    let text = FaultPage.html("a deep page")
    let deep = Outcome.usedOr(["too_large", "empty"])
    func nested(_ name: String, _ open: String, _ close: String, times: Int, _ outcome: Outcome)
      -> Fault
    {
      giant(
        name,
        site,
        open,
        times: times,
        after: FaultPage.html(name) + String(repeating: close, count: 5_000),
        is: outcome
      )
    }
    return [
      nested("300 nested divisions", "<div>", "</div>", times: 300, .page("300 nested divisions")),
      nested("5,000 nested divisions", "<div>", "</div>", times: 5_000, deep),
      nested("200,000 nested divisions", "<div>", "</div>", times: 200_000, deep),
      nested("200,000 nested marks", "<b>", "</b>", times: 200_000, deep),
      nested("200,000 nested spans", "<span>", "</span>", times: 200_000, deep),
      nested("200,000 nested tables", "<table><tr><td>", "</table>", times: 200_000, deep),
      nested("200,000 nested lists", "<ul><li>", "</ul>", times: 200_000, deep),
      nested("200,000 nested quotes", "<blockquote>", "</blockquote>", times: 200_000, deep),
      nested("200,000 nested forms", "<form>", "</form>", times: 200_000, deep),
      nested("200,000 nested links", "<a href=x>", "</a>", times: 200_000, deep),
      nested("200,000 nested pictures", "<svg><g>", "</g></svg>", times: 200_000, deep),
      nested("200,000 nested unknown tags", "<x-y>", "</x-y>", times: 200_000, deep),
      giant("500,000 unmatched ends", site, "</p></div>", times: 500_000, after: text, is: deep),
      giant("200,000 nested Markdown quotes", site, "> ", times: 200_000, after: "deep", is: deep),
      giant(
        "a million braces as JSON-LD",
        site,
        "[{\"a\":",
        times: 500_000,
        after: "</script>" + text,
        before: "<script type=\"application/ld+json\">",
        is: deep
      ),
    ]
  }

  private static func many(_ site: LocalSite) -> [Fault] {
    let name = "a tag of many attributes"
    let limited = Outcome.usedOr(["too_large", "empty"])
    let head = "<html><body><div "
    let after = ">" + FaultPage.html(name)
    return [
      giant(
        "a million attributes",
        site,
        "a=b ",
        times: 1_000_000,
        after: after,
        before: head,
        is: limited
      ),
      giant(
        "a million attributes without values",
        site,
        "a ",
        times: 1_000_000,
        after: after,
        before: head,
        is: limited
      ),
      giant("half a million tags of attributes", site, "<p a b c>x", times: 500_000, is: limited),
      giant("a million empty paragraphs", site, "<p>", times: 1_200_000, is: .fails("too_large")),
      giant(
        "a million line ends",
        site,
        "<br>",
        times: 1_200_000,
        is: .fails(["too_large", "empty"])
      ),
      giant("a million entities", site, "&amp;", times: 1_000_000, is: limited),
      giant(
        "a million comments",
        site,
        "<!--->",
        times: 1_000_000,
        after: after,
        before: "<html><body><div ",
        is: limited
      ),
      giant("a million open comments", site, "<!--", times: 1_000_000, is: limited),
      giant("a million angle brackets", site, "<", times: 1_000_000, is: limited),
      giant("a million open tags of scripts", site, "<script", times: 1_000_000, is: limited),
      giant("a million open scripts", site, "<script>", times: 1_000_000, is: limited),
      giant("a million ends of scripts", site, "</script>", times: 1_000_000, is: limited),
      giant("a million text areas", site, "<textarea>", times: 900_000, is: limited),
      giant(
        "a million meta elements",
        site,
        "<meta name=author content=x>",
        times: 300_000,
        after: FaultPage.html(name),
        before: "<head>",
        is: limited
      ),
      giant("a million quotes", site, "<a b=\"", times: 1_000_000, is: limited),
      giant("a million CDATA sections", site, "<![CDATA[", times: 1_000_000, is: limited),
      giant("a million processing instructions", site, "<?", times: 3_000_000, is: limited),
      giant("a million doctypes", site, "<!DOCTYPE ", times: 900_000, is: limited),
    ]
  }

  private static func long(_ site: LocalSite) -> [Fault] {
    let limited = Outcome.usedOr(["too_large", "empty"])
    return [
      giant(
        "a text node of 50 MB",
        site,
        "Words and more words. ",
        times: 2_400_000,
        before: "<p>",
        is: .fails("too_large")
      ),
      giant(
        "a text node of 8 MB",
        site,
        "wordsandmorewords",
        times: 500_000,
        before: "<p>",
        is: limited
      ),
      giant(
        "sentences of 2 MB",
        site,
        "The creature ate bread at noon. ",
        times: 60_000,
        before: "<article><p>",
        is: limited
      ),
      giant(
        "a title of 9 MB",
        site,
        "A long title ",
        times: 700_000,
        after: "</title>" + FaultPage.html("a title of 9 MB"),
        before: "<title>",
        is: limited
      ),
      giant(
        "a heading of megabytes",
        site,
        "A long heading ",
        times: 300_000,
        after: "</h1>" + FaultPage.html("a heading of megabytes"),
        before: "<h1>",
        is: limited
      ),
      giant(
        "a name of a tag of megabytes",
        site,
        "x",
        times: 4_000_000,
        after: ">" + FaultPage.html("a name of a tag"),
        before: "<",
        is: limited
      ),
      giant(
        "an attribute of megabytes",
        site,
        "x",
        times: 4_000_000,
        after: "\">" + FaultPage.html("an attribute"),
        before: "<p title=\"",
        is: limited
      ),
      giant(
        "an author of megabytes",
        site,
        "Name ",
        times: 600_000,
        after: "\">" + FaultPage.html("an author"),
        before: "<head><meta name=author content=\"",
        is: limited
      ),
      giant("one word of megabytes", site, "x", times: 4_000_000, before: "<p>", is: limited),
      giant(
        "blanks of megabytes",
        site,
        " \n",
        times: 4_000_000,
        after: FaultPage.html("blanks of megabytes"),
        is: .page("blanks of megabytes")
      ),
      giant(
        "zeros of megabytes",
        site,
        "\0",
        times: 4_000_000,
        after: FaultPage.html("zeros of megabytes"),
        is: .usedOr(["too_large", "empty", "unsupported_type"])
      ),
      giant(
        "bad UTF-8 of megabytes",
        site,
        "\u{fffd}",
        times: 1_000_000,
        after: FaultPage.html("bad UTF-8"),
        is: limited
      ),
      giant(
        "full stops of megabytes",
        site,
        ". ",
        times: 1_500_000,
        before: "<article><p>",
        is: limited
      ),
    ]
  }
}
