/// Small pages that extraction takes for articles, about any subject.
package enum FaultPage {
  /// What no text, no report and no log may hold.
  package static let unseen = "UNSEEN"

  /// The sentences that the text of such a page holds, first and last.
  package static func sentences(_ subject: String) -> [String] {
    [
      "The \(subject) was brought to the harbour in spring, and everybody came to look at it.",
      "The windows of the house for the \(subject) have been kept clean ever since.",
    ]
  }

  /// The paragraphs of a page, as its text has them.
  package static func paragraphs(_ subject: String) -> [String] {
    let ends = sentences(subject)
    return [
      "\(ends[0]) Nobody knew what a \(subject) eats, so the children brought bread and apples.",
      "In summer the \(subject) had grown, and a house was built around it with large windows. "
        + "People travelled for days to see the \(subject) through the glass.",
      "When winter came the \(subject) was gone one morning, and only the bread was left. "
        + ends[1],
    ]
  }

  /// A whole page, with more in its head, before its text and after it.
  package static func html(
    _ subject: String,
    head: String = "",
    before: String = "",
    after: String = ""
  ) -> String {
    let text = paragraphs(subject).map { "<p>\($0)</p>\n" }.joined()
    return """
      <!DOCTYPE html><html lang="en"><head><title>On \(subject)</title>\(head)</head>
      <body>\(before)<article><h1>On \(subject)</h1>
      \(text)</article>\(after)</body></html>
      """
  }

  /// The same as text without marks.
  package static func plain(_ subject: String) -> String {
    paragraphs(subject).map { "\($0)\n\n" }.joined()
  }
}

extension LocalAnswer {
  /// Answers with the page about a subject.
  static func page(_ subject: String, headers: [(String, String)] = []) -> LocalAnswer {
    text(FaultPage.html(subject), headers: headers)
  }

  /// Answers with the page about a subject, under a head of its own, and closes the connection.
  static func page(_ subject: String, underHead head: String) -> LocalAnswer {
    raw(head + "\r\n\r\n" + FaultPage.html(subject))
  }

  /// Answers with a piece of body that is sent so many times, which holds no memory.
  static func repeated(
    _ piece: [UInt8],
    times: Int,
    before: [UInt8] = [],
    after: [UInt8] = [],
    headers: [(String, String)] = [],
    type: String = "text/html"
  ) -> LocalAnswer {
    let size = before.count + piece.count * times + after.count
    let fields = [("Content-Type", type), ("Content-Length", "\(size)")] + headers
    return LocalAnswer { _ in
      [.send(head(200, fields) + before)] + Array(repeating: .send(piece), count: times)
        + [.send(after)]
    }
  }
}
