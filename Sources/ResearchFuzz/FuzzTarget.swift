import Glibc

/// The parts of the program that read what strangers wrote, each tried by itself.
enum FuzzTarget: String, CaseIterable {
  case addresses, answers, codings, escapes, extraction, heads, lines, markdown, records, robots
  case summaries, times

  /// The target that the program was started for, and whether its input is to be repeated.
  struct Choice {
    let target: FuzzTarget
    let isRepeated: Bool

    /// Tries one input.
    func run(_ input: [UInt8]) {
      let input = isRepeated ? Repetition.expanded(input) : input
      let start = Self.processorTime
      target.run(input)
      let time = Self.processorTime - start
      Law.check(time < Self.longest, "an input takes \(Self.longest) of the processor at most")
    }

    /// Far more than anything needs, and far less than quadratic work on a long input takes.
    private static let longest = Duration.seconds(4)

    /// What this thread has computed, whatever else the machine does.
    private static var processorTime: Duration {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
  }

  /// Read once: libFuzzer calls for each input.
  static let chosen = choice(CommandLine.arguments.first ?? "")

  /// Reads a program's path that ends in a target's name, perhaps with "-repeated" behind it.
  private static func choice(_ path: String) -> Choice {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: "-", maxSplits: 1)
    guard let target = parts.first.flatMap({ FuzzTarget(rawValue: String($0)) }) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      Law.say("start this program under the name of a target: \(names)")
      exit(64)
    }
    return Choice(target: target, isRepeated: parts.last == "repeated")
  }

  private func run(_ input: [UInt8]) {
    switch self {
    case .addresses: AddressTrial.run(input)
    case .answers: AnswerTrial.run(input)
    case .codings: CodingTrial.run(input)
    case .escapes: EscapeTrial.run(input)
    case .extraction: ExtractionTrial.run(input)
    case .heads: HeadTrial.run(input)
    case .lines: LineTrial.run(input)
    case .markdown: ExtractionTrial.runMarkdown(input)
    case .records: RecordTrial.run(input)
    case .robots: RobotsTrial.run(input)
    case .summaries: SummaryTrial.run(input)
    case .times: TimeTrial.run(input)
    }
  }
}
