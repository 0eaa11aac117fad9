import Extraction

/// The steps that can be left out, as arguments name them.
enum ExtractionStepNames {
  static var all: [(name: String, step: ExtractionSteps)] { ExtractionSteps.named }

  /// The set of the steps that are named; throws for a name that there is not.
  static func steps(_ names: [String]) throws -> ExtractionSteps {
    var steps: ExtractionSteps = []
    for name in names {
      guard let found = all.first(where: { $0.name == name }) else {
        throw Score.Misuse(text: "there is no step '\(name)'")
      }
      steps.formUnion(found.step)
    }
    return steps
  }
}
