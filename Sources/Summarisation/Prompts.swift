/// The prompts of a run: the program's own, or the user's in their place.
package struct Prompts: Sendable {
  private let page: PromptTemplate
  private let part: PromptTemplate
  private let merge: PromptTemplate
  private let report: PromptTemplate
  private let ask: PromptTemplate

  /// Takes the texts of prompts that replace the program's own; throws where one cannot be used.
  package init(replacing replaced: [PromptName: String] = [:]) throws(PromptError) {
    func template(_ name: PromptName) throws(PromptError) -> PromptTemplate {
      try PromptTemplate(name, replaced[name] ?? name.builtIn)
    }
    (page, part, merge) = (try template(.page), try template(.part), try template(.merge))
    (report, ask) = (try template(.report), try template(.ask))
  }

  /// The prompt for a purpose.
  package subscript(name: PromptName) -> PromptTemplate {
    switch name {
    case .page: page
    case .part: part
    case .merge: merge
    case .report: report
    case .ask: ask
    }
  }
}
