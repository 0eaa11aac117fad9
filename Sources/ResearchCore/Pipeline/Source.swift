import FlowControl

/// One line of the list: what to read, and where the run stands with it.
struct Source: Sendable {
  /// What a line of the list can name.
  enum Target: Sendable {
    /// A page; the origin names the host's queue.
    case page(origin: String)
    /// A saved document, by path.
    case document(path: String)
    /// Nothing that can be read.
    case invalid(Failure)
    /// The same as an earlier source.
    case duplicate(of: Int)
  }

  /// The number within the run, from 1.
  let index: Int
  /// The line of its list, from 1; nil for what was named on the command line.
  let line: Int?
  /// The source as typed, without credentials.
  let name: String
  /// The address as typed, where credentials make it differ from ``name``.
  let address: String?
  /// The priority that the list gave.
  let priority: Priority
  /// Equal for sources that are the same after normalisation; nil for what names nothing.
  let fingerprint: Fingerprint?
  /// What it names.
  var target: Target

  /// Which attempt comes next or runs, from 1.
  var attempt = 1
  /// How many attempts have failed and were repeated; a refresh is none.
  var failures = 0
  /// The address that the page refreshed to.
  var refresh: String?
  /// Whether an earlier attempt has come to a public address.
  var isLedByPublic = false
  /// Whether a page named it and it is of no site that was typed, so that no secrets go there.
  var isFound = false
  /// How many redirects have led to the address that the page refreshed to, the refresh among them.
  var redirects = 0
  /// When it joined those that wait, counted from the session's start.
  var queuedAt = Duration.zero
  /// When its attempt began, counted from the session's start.
  var startedAt = Duration.zero
  /// When its next attempt could have begun, counted from the session's start.
  var readyAt = Duration.zero
  /// How long it waited, over all attempts.
  var waited = Duration.zero

  /// A source that has not been tried.
  init(
    index: Int,
    line: Int? = nil,
    name: String,
    address: String? = nil,
    priority: Priority = .normal,
    fingerprint: Fingerprint? = nil,
    target: Target
  ) {
    self.index = index
    self.line = line
    self.name = name
    self.address = address
    self.priority = priority
    self.fingerprint = fingerprint
    self.target = target
  }

  /// How long it waited for the attempt that runs.
  var queuedLast: Duration { max(.zero, startedAt - readyAt) }

  /// The source as events name it.
  var subject: Event.Subject {
    Event.Subject(index: index, source: name, attempt: attempt)
  }

  /// A record that holds what the list said.
  var record: Record {
    var record = Record(index: index, source: name)
    record.line = line
    record.priority = priority
    if attempt > 1 { record.attempts = attempt - 1 }
    return record
  }
}
