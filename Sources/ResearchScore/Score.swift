/// Measures extraction: `ResearchScore answers [STEP...]` and `ResearchScore speed ROUNDS`, each over the pages that
/// standard input names, a path a line.
@main
enum Score {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let paths = Array(AnyIterator { readLine() })
    switch arguments.first {
    case "steps":
      for (name, _) in ExtractionStepNames.all { print(name) }
    case "answers":
      let steps = try ExtractionStepNames.steps(Array(arguments.dropFirst()))
      for path in paths { print(try PageAnswer(path, leavingOut: steps).line) }
    case "speed":
      let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 5
      print(try SpeedTrial(paths, rounds: max(rounds, 1)).line)
    default:
      throw Misuse(text: "ResearchScore steps | answers [STEP...] | speed [ROUNDS], paths on input")
    }
  }

  /// Arguments that say nothing.
  struct Misuse: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }
}
