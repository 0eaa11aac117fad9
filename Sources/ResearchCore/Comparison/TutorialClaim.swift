/// What the tutorial says that a case takes or achieves, and what is wrong with it.
package struct TutorialClaim: Sendable, Hashable {
  /// What it counts.
  package enum Figure: Sendable, Hashable {
    /// A time, in seconds.
    case seconds(Double)
    /// Calls a second.
    case perSecond(Double)
  }

  /// What it says, at scale 1.
  package let figure: Figure
  /// Why it cannot be so, in plain sentences; nil where it is right.
  package let objection: String?

  /// A claim; right where nothing speaks against it.
  package init(_ figure: Figure, objection: String? = nil) {
    self.figure = figure
    self.objection = objection
  }

  /// The figure in words: "8 s", "80/s".
  package var text: String {
    switch figure {
    case .seconds(let seconds): "\(Self.short(seconds)) s"
    case .perSecond(let rate): "\(Self.short(rate))/s"
    }
  }

  private static func short(_ number: Double) -> String {
    let places = (0...2).first {
      (number * [1, 10, 100][$0]).rounded() / [1, 10, 100][$0] == number
    }
    return number.fixed(places ?? 2)
  }
}
