/// One thing that goes wrong on the web: a line of a list, and what is to come of it.
package struct Fault: Sendable {
  /// What is to become of a source.
  package enum Outcome: Sendable {
    /// Its text is exactly this.
    case text(String)
    /// Its text holds these.
    case used(saying: [String])
    /// It fails in one of these ways, as `error.kind` has it, with that status if one is given.
    case fails([String], status: Int? = nil)
    /// Either of both will do: standards and servers disagree.
    case usedOr([String])
  }

  /// In words, and unique: it is also what a page of it writes about.
  package let name: String
  /// As it stands in the list.
  package let line: String
  package let outcome: Outcome
  /// How many attempts it may take; any number where it is nil.
  package var attempts: Int?

  /// A line whose answers are elsewhere.
  package init(_ name: String, line: String, _ outcome: Outcome) {
    (self.name, self.line, self.outcome) = (name, line, outcome)
  }

  /// A path of a site that answers so, the last answer again and again.
  init(_ name: String, _ site: LocalSite, _ answers: LocalAnswer..., is outcome: Outcome) {
    let path = "/" + name.split(separator: " ").joined(separator: "-")
    site.update { $0.answers[path] = answers }
    self.init(name, line: site.url(path), outcome)
  }
}

extension Fault.Outcome {
  /// Fails in that way alone.
  static func fails(_ kind: String, status: Int? = nil) -> Self { .fails([kind], status: status) }

  /// Its text is that of the page about a subject, and nothing else.
  static func exactly(_ subject: String) -> Self {
    .text(FaultPage.paragraphs(subject).joined(separator: "\n\n"))
  }

  /// Its text holds that of the page about a subject.
  static func page(_ subject: String) -> Self { .used(saying: FaultPage.sentences(subject)) }
}
