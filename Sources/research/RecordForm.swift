import ArgumentParser
import ResearchCore

/// The form in which `extract` writes what it found.
enum RecordForm: String, ExpressibleByArgument, CaseIterable {
  case records, text, markdown

  /// `json` is another word for records, which are lines of it.
  init?(argument: String) {
    self.init(rawValue: argument == "json" ? "records" : argument)
  }
}

/// Writes records in a form: as they are, or the texts of those that have one.
struct RecordWriter {
  private let form: RecordForm
  /// Each text stands below a line that names its source.
  private let isTitled: Bool
  private var isFirst = true

  /// A writer of so many inputs; the text of a single page stands alone.
  init(_ form: RecordForm, _ sources: [SourceInput]) {
    self.form = form
    if sources.count == 1, case .source = sources[0] { isTitled = false } else { isTitled = true }
  }

  /// The bytes for a record's line; none for a record without a text where texts are wanted.
  mutating func bytes(_ line: [UInt8]) throws -> [UInt8] {
    guard form != .records else { return line }
    guard let page = try page(RecordCoder().record(from: line)) else { return [] }
    defer { isFirst = false }
    return Array((isFirst ? page : "\n" + page).utf8)
  }

  /// The bytes that say that not all of a list was read; none in a text.
  func bytes(_ note: ListNote) -> [UInt8] {
    form == .records ? note.line : []
  }

  private func page(_ record: Record) -> String? {
    guard form == .text else { return PageMarkdown.page(record) }
    guard let text = record.text else { return nil }
    let title = isTitled ? "==> \(record.source.oneLine(limit: 3_000)) <==\n\n" : ""
    return title + text + "\n"
  }
}
