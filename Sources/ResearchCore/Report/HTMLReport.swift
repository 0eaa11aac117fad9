/// Writes a report as one HTML file: the Markdown that the template makes, rendered by cmark-gfm.
///
/// The Markdown is rendered in stretches of about 64 KB as it is made, so that memory does not grow
/// with the list. What stretches share, numbers of footnotes and ids of headings, is kept apart.
struct HTMLReport {
  private let markdown: MarkdownReport
  private let title: String

  /// A report whose Markdown is `markdown`, under a title in plain text.
  init(_ markdown: MarkdownReport, title: String) {
    (self.markdown, self.title) = (markdown, title)
  }

  /// Writes the report; throws `CancellationError` soon after the task is cancelled.
  func write(to output: inout ReportOutput) async throws {
    var body = HTMLBody(footnotes: markdown.footnotes)
    try await output.write(HTMLPage.head(title: title))
    try await markdown.write { try await output.write(body.add($0)) }
    try await output.write(body.finish())
    try await output.write(HTMLPage.foot)
  }
}
