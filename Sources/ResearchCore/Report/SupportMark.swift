/// What a report says of a model's sentence that its sources do not vouch for.
enum SupportMark: String, Sendable {
  /// It cites nothing.
  case uncited
  /// What it cites does not support it, as far as signs tell.
  case unsupported

  /// The mark as it stands behind the sentence in Markdown, with the blank before it.
  var markdown: String { " *(\(rawValue))*" }
}

extension Record.Sentence {
  /// What is to be said of a model's sentence; nil for one that is supported, or quoted.
  var mark: SupportMark? {
    guard supported == false else { return nil }
    return passages?.isEmpty ?? true ? .uncited : .unsupported
  }
}

extension Finding {
  /// What is to be said of a model's sentence; nil for one that is supported, or quoted.
  var mark: SupportMark? {
    guard isWritten else { return nil }
    return citations.isEmpty ? .uncited : isSupported ? nil : .unsupported
  }
}
