/// What the exercise's server is to do: how long each summary takes, and the report.
///
/// The whole plan stands in the address that a client is given, so that the server needs no
/// preparation: `/plan/KEY/5,1*3/2/v1` are summaries of 5, 1, 1 and 1 seconds and a report of 2.
/// The key tells plans apart whose posts are counted at the same time.
package struct ExercisePlan: Sendable, Hashable {
  /// Tells the plan's posts from those of others: 1 to 64 letters, digits, `-` and `_` of ASCII.
  package let key: String
  /// How long the model takes for each summary.
  let summaries: DelayRuns
  /// How long it takes for the report.
  package let report: Duration

  /// The longest delay of anything that the server does.
  package static let longestDelay = Duration.seconds(3_600)
  /// The most summaries that a plan may name.
  package static let mostSummaries = 100_000
  /// What stands for no summaries at all.
  static let none = "none"

  /// A plan; every other character of the key becomes `-`, and each delay is brought into 0 to
  /// 3,600 seconds, in whole nanoseconds.
  package init(key: String, summaries: [Duration], report: Duration) {
    let plain = key.unicodeScalars.prefix(64).map { Self.mayStandInKey($0) ? Character($0) : "-" }
    self.key = plain.isEmpty ? "-" : String(plain)
    self.summaries = DelayRuns(summaries.lazy.map(DelayText.bounded))
    self.report = DelayText.bounded(report)
  }

  /// Reads a plan from the three parts of its path; throws where one breaks the grammar.
  package init(key: String, list: some StringProtocol, report: some StringProtocol) throws(Flaw) {
    guard !key.isEmpty, key.utf8.count <= 64, key.unicodeScalars.allSatisfy(Self.mayStandInKey)
    else { throw .key }
    guard let report = DelayText.duration(report) else { throw .delay(String(report.prefix(64))) }
    self.key = key
    summaries = try Self.delays(list)
    self.report = report
  }

  /// The address that an OpenAI client is given: `http://127.0.0.1:PORT/plan/KEY/5,1/2/v1`.
  package func baseURL(port: UInt16) -> String {
    "http://127.0.0.1:\(port)/plan/\(key)/\(list)/\(DelayText.text(report))/v1"
  }

  /// The address of a page, counted from 1, that comes after `delay`.
  package func page(_ number: Int, delay: Duration, port: UInt16) -> String {
    "http://127.0.0.1:\(port)/pages/\(number)?delay=\(DelayText.text(DelayText.bounded(delay)))"
  }

  /// The address that tells how many posts came, and how many at once.
  package func statistics(port: UInt16) -> String {
    "http://127.0.0.1:\(port)/plan/\(key)/stats"
  }

  /// The summaries' delays as the path has them, equal neighbours as one item.
  var list: String {
    guard summaries.count > 0 else { return Self.none }
    return summaries.counted.map { item in
      DelayText.text(item.delay) + (item.count == 1 ? "" : "*\(item.count)")
    }.joined(separator: ",")
  }

  private static func delays(_ list: some StringProtocol) throws(Flaw) -> DelayRuns {
    var delays = DelayRuns()
    guard list != none else { return delays }
    for item in list.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = item.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
      let digits = parts.count == 2 ? String(parts[1]) : "1"
      guard let delay = DelayText.duration(parts[0]), digits.first?.isNumber == true,
        let count = Int(digits), count > 0
      else { throw .delay(String(item.prefix(64))) }
      guard count <= mostSummaries - delays.count else { throw .tooMany }
      delays.append(delay, times: count)
    }
    return delays
  }

  private static func mayStandInKey(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }
}

extension ExercisePlan {
  /// Why a path is no plan.
  package enum Flaw: Error, Hashable {
    case key
    case delay(String)
    case tooMany

    /// The reason, and what to write instead.
    package var message: String {
      switch self {
      case .key: "a plan's key has 1 to 64 letters, digits, - and _"
      case .delay(let text):
        "'\(text)' is no delay: write seconds from 0 to 3600, or SECONDS*COUNT, as in 5,1*3"
      case .tooMany: "a plan has at most \(ExercisePlan.mostSummaries) summaries"
      }
    }
  }
}
