/// How many sources have passed each step, and at which the others ended.
struct StepTally: Sendable, Hashable {
  private struct Counts: Sendable, Hashable {
    var done = 0
    var ended = 0
  }

  private var fetch = Counts()
  private var extract = Counts()
  private var summarise = Counts()
  private var endedBefore = 0

  /// No source has got anywhere yet.
  init() {}

  /// A source has passed a step.
  mutating func pass(_ step: Step) { self[step].done += 1 }

  /// An earlier run has taken a source through all steps.
  mutating func passAll() { for step in Step.allCases { pass(step) } }

  /// A source that had passed a step has to pass it again.
  mutating func takeBack(_ step: Step) { self[step].done -= 1 }

  /// A source has ended for good at a step; before the first where it is nil.
  mutating func end(at step: Step?) {
    if let step { self[step].ended += 1 } else { endedBefore += 1 }
  }

  /// How many have passed each step.
  var done: [Step: Int] {
    [.fetch: fetch.done, .extract: extract.done, .summarise: summarise.done]
  }

  /// How far the steps are with so many sources; a step's total falls as sources end before it.
  func progress(of sources: Int) -> Progress {
    var progress = Progress()
    var total = sources - endedBefore - fetch.ended
    progress.fetch = .init(done: fetch.done, total: total)
    total -= extract.ended
    progress.extract = .init(done: extract.done, total: total)
    total -= summarise.ended
    progress.summarise = .init(done: summarise.done, total: total)
    return progress
  }

  private subscript(step: Step) -> Counts {
    get {
      switch step {
      case .fetch: fetch
      case .extract: extract
      case .summarise: summarise
      }
    }
    set {
      switch step {
      case .fetch: fetch = newValue
      case .extract: extract = newValue
      case .summarise: summarise = newValue
      }
    }
  }
}
