/// Names a report that the user has not named.
enum ReportTitle {
  /// The options' title, else the question, else the title of a single source; several have no
  /// common name that would not be one of theirs.
  static func title(_ options: ReportOptions, _ counts: OutcomeCounts, bestTitle: String?)
    -> String
  {
    for given in [options.title, options.question] {
      if let title = given?.oneLine(limit: 500).unlessEmpty { return title }
    }
    guard counts.used > 0 else { return "Report on \(counts.pages.counting("source"))" }
    if counts.used == 1, let title = bestTitle?.oneLine().unlessEmpty { return title }
    return "Report on \(counts.used.counting("source"))"
  }
}
