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
    guard isTitled else { return text + "\n" }
    return "\(Self.mark)\(record.source.oneLine(limit: 3_000)) <==\n\n" + Self.unmarked(text) + "\n"
  }

  /// What a line that names a source begins with.
  private static let mark = "==> "

  /// The text with a blank before each line that would look as if it named a source.
  private static func unmarked(_ text: String) -> String {
    var result: [UInt8] = []
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !result.isEmpty { result.append(0x0A) }
      if line.starts(with: mark.utf8) { result.append(0x20) }
      result.append(contentsOf: line)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
