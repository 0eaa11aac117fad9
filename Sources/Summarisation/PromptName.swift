/// What a prompt is for.
package enum PromptName: String, Sendable, Hashable, CaseIterable {
  /// The summary of a page that goes into one call.
  case page
  /// The summary of a part of a longer one.
  case part
  /// One summary of what was written about the parts.
  case merge
  /// The summary of a report.
  case report
  /// The beginning of a conversation with tools.
  case ask
}

extension PromptName {
  /// The text of the prompt that is part of the program.
  package var builtIn: String {
    let bytes =
      switch self {
      case .page: PackageResources.page_md
      case .part: PackageResources.part_md
      case .merge: PackageResources.merge_md
      case .report: PackageResources.report_md
      case .ask: PackageResources.ask_md
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
