/// Names a report that the user has not named.
enum ReportTitle {
  /// The options' title, else the question, else one made from the most relevant source's title.
  static func title(_ options: ReportOptions, _ counts: OutcomeCounts, bestTitle: String?)
    -> String
  {
    for given in [options.title, options.question] {
      if let title = given?.oneLine(limit: 500).unlessEmpty { return title }
    }
    guard counts.used > 0 else { return "Report on \(counts.pages.counting("source"))" }
    guard let best = bestTitle?.oneLine().unlessEmpty else {
      return "Report on \(counts.used.counting("source"))"
    }
    let others = counts.used - 1
    return others == 0 ? best : "\(best), and \(others.counting("more source"))"
  }
}
