/// How the steps of a run's sources follow one another.
public enum Schedule: String, Sendable, Hashable, Codable, CaseIterable {
  /// One source after the other, one step at a time: a window of one.
  case oneByOne = "one by one"
  /// All that is to be fetched is fetched before the first text is looked for, and all texts are
  /// found before the first one is summed up. Everything that was fetched is held meanwhile.
  case barriers
  /// Each source goes on as soon as it can.
  case streaming
}
