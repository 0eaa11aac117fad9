import Extraction
import Summarisation

/// A small document that goes through the steps before anything is measured.
enum WarmUp {
  private static let page = """
    <!doctype html><html lang="en"><head><title>A cold start</title></head><body><article>
    <h1>A cold start</h1>
    <p>The first page that a program reads costs more than the second one. Tables are built, code is
    read from the disk, and memory is asked for.</p>
    <p>Who compares two ways of working must pay this price before the clock begins to run. So this
    page is read, summed up and thrown away.</p>
    </article></body></html>
    """

  /// The record of that document, its text found and summed up; computes on the calling thread.
  static func record() throws -> Record {
    let article = try Extractor(maxNodes: 1_000).article(
      from: Array(page.utf8),
      kind: .html,
      charset: "utf-8",
      address: nil,
      followsRefresh: false
    )
    let summariser = ExtractiveSummariser(length: SummaryLength(sentences: 3))
    let summary = summariser.summary(of: SourceText(text: article.text, language: "en"))
    var record = Record(index: 1, source: "warm-up")
    record.outcome = .used
    record.title = article.title
    record.text = article.text
    record.summary = summary.sentences.map(Record.Sentence.init)
    return record
  }
}
