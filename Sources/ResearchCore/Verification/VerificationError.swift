/// Why a report cannot be checked at all.
package enum VerificationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file cannot be read.
  case unreadable(path: String, reason: String)
  /// It is not text in UTF-8.
  case notText
  /// It is HTML.
  case html
  /// It is neither Markdown of the built-in template nor JSON.
  case noReport

  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "the report \(path) cannot be read: \(reason)"
    case .notText: "the report is not text in UTF-8"
    case .html: "a report in HTML cannot be checked: make it again with --format markdown or json"
    case .noReport: "this is no report of the built-in template, in Markdown or JSON"
    }
  }
}
