/// Something that happened in a run: what the log, `--events`, the library and the web page tell.
public struct Event: Sendable, Hashable {
  /// Numbered from 1 without gaps, in one order for all readers.
  public var id: Int
  /// Wall-clock time, in seconds since 1970.
  public var time: Double
  /// Since the start of the run, in seconds.
  public var elapsed: Double
  /// What happened.
  public var kind: Kind

  /// What can happen.
  ///
  /// Durations are seconds, sizes bytes.
  public enum Kind: Sendable, Hashable {
    /// The run began; the number of sources where it is known beforehand.
    case started(sources: Int?, options: [String: String])
    /// Something is odd that may alter the results.
    case warned(reason: String)
    /// A source joined those that wait.
    case queued(Subject)
    /// A step began.
    case began(Step, Subject, host: String?)
    /// A body arrived.
    case fetched(Subject, Fetched)
    /// The main text was found.
    case extracted(Subject, Extracted)
    /// A model fails, so that the built-in summariser does pages in its place: told once a reason.
    case degraded(Failure)
    /// The text was summed up.
    case summarised(Subject, Summarised)
    /// A source waits before it is tried again.
    case waiting(Subject, Wait)
    /// A host is held back before it is asked again; for its robots.txt, which is being asked for,
    /// where that is for no seconds.
    case held(host: String, reason: Wait.Reason, seconds: Double)
    /// A call of a model waits before it is made.
    case delayed(Delay)
    /// A source ended.
    case settled(Outcome, Subject, Settled)
    /// How far the run is, at most once a second.
    case progress(Progress)
    /// The report is being made.
    case combining(sources: Int)
    /// A model was asked for the report's summary.
    case authored(Authored)
    /// An agent's model took a turn.
    case asked(Asked)
    /// An agent used a tool.
    case tool(ToolUse)
    /// An agent's work is over.
    case answered(Answered)
    /// The report was made.
    case combined(sources: Int, findings: Int, seconds: Double)
    /// One of several runs of the same list begins; each fetches every page.
    case comparing(Comparing)
    /// All runs that are to be compared have ended.
    case compared(ComparisonTable)
    /// Nothing more is admitted.
    case draining(reason: String)
    /// What was in flight was given up.
    case cancelled(reason: String)
    /// The run is over.
    indirect case ended(counts: OutcomeCounts, exit: Int, statistics: Statistics)
  }
}

extension Event {
  /// The source that an event is about.
  public struct Subject: Sendable, Hashable {
    /// The source's number.
    public var index: Int
    /// The source as typed, without credentials.
    public var source: String
    /// Which attempt this is, from 1.
    public var attempt: Int
  }

  /// One of several runs of the same list.
  public struct Comparing: Sendable, Hashable {
    /// How its steps follow one another.
    public var schedule: Schedule
    /// Which run it is, from 1.
    public var run: Int
    /// How many runs there are, and so how often each page is fetched.
    public var runs: Int
    /// The model that each run asks; nil for the built-in summariser.
    public var model: String?
  }

  /// What a fetch brought.
  public struct Fetched: Sendable, Hashable {
    /// The HTTP status; nil for a saved document.
    public var status: Int?
    /// Where it came from in the end.
    public var finalURL: String?
    /// The length of the body as sent.
    public var bytes: Int
    /// The media type.
    public var contentType: String?
    /// Whether a pooled connection served it; nil for a saved document.
    public var isReused: Bool?
    /// How long it took.
    public var seconds: Double
    /// How long its parts took; of a saved document only the wait is known.
    public var timings: FetchTimings?
  }

  /// What extraction found.
  public struct Extracted: Sendable, Hashable {
    /// The words of the main text.
    public var words: Int
    /// The language, where the page says it.
    public var language: String?
    /// The title.
    public var title: String?
    /// How long it took.
    public var seconds: Double
  }

  /// What the summariser gave.
  public struct Summarised: Sendable, Hashable {
    /// The sentences chosen.
    public var sentences: Int
    /// The model that wrote them; nil for the built-in summariser.
    public var model: String?
    /// What the model counted.
    public var usage: TokenUsage?
    /// Why the model that was to write them did not, so that the built-in summariser did.
    public var error: Failure?
    /// Whether it was asked in vain; a call that was held back is none.
    var hasFailedCall = false
    /// How long it took.
    public var seconds: Double
  }

  /// What a model gave for the whole report.
  public struct Authored: Sendable, Hashable {
    /// The model.
    public var model: String
    /// The sentences that it wrote.
    public var sentences: Int
    /// What it counted.
    public var usage: TokenUsage?
    /// Why there are none; the built-in summary stands then.
    public var error: Failure?
    /// How long it took.
    public var seconds: Double
  }

  /// Why and how long a source or a host waits.
  public struct Wait: Sendable, Hashable {
    /// What it waits for.
    public enum Reason: String, Sendable, Hashable, Codable {
      /// Another attempt after a failure.
      case retry
      /// The address that a page refreshes to.
      case refresh
      /// The host's robots.txt, or the crawl delay that it asks for.
      case robots
      /// The rate that the host has shown to bear, or the time that it asked for.
      case rate
      /// The interval between two requests of a host.
      case host
    }

    /// What it waits for.
    public var reason: Reason
    /// For how long.
    public var seconds: Double
    /// What went wrong, where something did.
    public var error: Failure?
    /// How long the step took that did not give what was wanted, in seconds.
    public var took: Double?
    /// How long the parts of the failed attempt took, as far as that is known.
    public var timings: FetchTimings?
  }

  /// How a source ended.
  public struct Settled: Sendable, Hashable {
    /// Why it was not used.
    public var error: Failure?
    /// The source that it repeats.
    public var duplicateOf: Int?
    /// The step at which it ended; nil where it ended before the first.
    public var step: Step?
    /// How long that step took, in seconds; nil where none failed.
    public var took: Double?
    /// How often it was asked for.
    public var attempts: Int
    /// The seconds that its steps took.
    public var seconds: Double
    /// Whether that was in an earlier run, whose records this one goes on from.
    public var isRecorded = false
    /// How long the parts of its last attempt took, as far as that is known; nil where that did not
    /// fail.
    public var timings: FetchTimings?
  }
}
