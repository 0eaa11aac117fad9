extension Authorship {
  /// Says in Markdown who wrote what, and how far it holds; nil where no model was asked.
  var markdown: String? {
    guard !isEmpty else { return nil }
    return [written, worked, support, fallback, failed].compactMap(\.self).joined(
      separator: " "
    )
  }

  private var written: String? {
    let subjects =
      pages == usable ? "Page summaries" : "\(pages.grouped) of \(usable.grouped) page summaries"
    let models = Self.named(pageModels)
    switch (pages > 0, summaryModel) {
    case (false, nil): return nil
    case (true, nil): return "\(subjects) were written by \(models)."
    case (false, let model?): return "The summary was written by \(Self.named([model]))."
    case (true, let model?) where pageModels == [model]:
      return "\(subjects) and the summary were written by \(models)."
    case (true, let model?):
      return "\(subjects) were written by \(models), the summary by \(Self.named([model]))."
    }
  }

  /// How an agent came to it; nil where it took no step.
  private var worked: String? { agent.flatMap { $0.steps > 0 ? $0.markdown : nil } }

  /// How far what models wrote holds: "Of 31 sentences 2 cite nothing, as far as signs tell; …".
  private var support: String? {
    guard sentences > 0 else { return nil }
    let parts = [
      uncited == 0 ? nil : uncited == 1 ? "1 cites nothing" : "\(uncited.grouped) cite nothing",
      unsupported == 0
        ? nil
        : unsupported == 1
          ? "1 is not supported by what it cites"
          : "\(unsupported.grouped) are not supported by what they cite",
    ].compactMap(\.self)
    guard !parts.isEmpty else {
      return sentences == 1
        ? "What its sentence cites supports it, as far as signs tell."
        : "What their \(sentences.grouped) sentences cite supports them, as far as signs tell."
    }
    let marked = uncited + unsupported == 1 ? "it is marked so" : "each is marked so"
    return "Of \(sentences.counting("sentence")) "
      + parts.joined(separator: " and ") + ", as far as signs tell; \(marked)."
  }

  /// How many pages models did not do, and why.
  private var fallback: String? {
    guard fallbacks > 0 else { return nil }
    var told = reasons.map { reason in
      let text = MarkdownEscape.label(reason.message, limit: 300)
      return reasons.count == 1 && reason.pages == fallbacks
        ? text : "\(text) (\(reason.pages.counting("page")))"
    }
    let rest = fallbacks - reasons.reduce(0) { $0 + $1.pages }
    if rest > 0 { told.append("other reasons (\(rest.counting("page")))") }
    let were = fallbacks == 1 ? "was" : "were"
    return "\(fallbacks.counting("page")) \(were) summarised by the built-in summariser, "
      + "because the model was not to be had: " + told.joined(separator: "; ") + "."
  }

  private var failed: String? {
    guard let failure else { return nil }
    let reason = MarkdownEscape.label(failure.error.message, limit: 300)
    return
      "The built-in summary stands, because \(Self.named([failure.model])) gave none: "
      + reason + (reason.utf8.last == UInt8(ascii: ".") ? "" : ".")
  }

  private static func named(_ models: [String]) -> String {
    (models.count == 1 ? "the model " : "the models ")
      + models.map { MarkdownEscape.label($0, limit: 100) }.joined(separator: ", ")
  }
}
