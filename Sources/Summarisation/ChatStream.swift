internal import Fetching
internal import FoundationEssentials

/// Puts an answer together from the events of its stream.
struct ChatStream {
  /// What came of a stream.
  enum Outcome {
    case said
    /// An error in place of the rest, as it was sent.
    case problem(ChatProblem, words: [UInt8])
    case unreadable
    case noChoices
    /// It ended before it was complete.
    case unfinished
  }

  /// What follows the last event.
  static let last = "[DONE]"
  /// What says in an event why an answer ends.
  static let endField = "finish_reason"

  private(set) var said = ChatSaid()
  private(set) var usage: ChatUsage?
  private var problem: (ChatProblem, words: [UInt8])?
  /// Whether a piece before the end is lost, without which the rest may say something else.
  private var isBroken = false
  /// Whether the endpoint says that there is no more.
  private(set) var isDone = false
  private(set) var hasChoices = false
  private var hasEvents = false

  /// Reads the events of a whole stream.
  init(_ body: [UInt8]) {
    var parser = EventStreamParser()
    let decoder = JSONDecoder()
    parser.feed(body) { take($0, decoder) }
    if parser.dropped > 0, said.finishReason == nil { isBroken = true }
  }

  /// What the stream says once it is over; an answer that came whole to its end is one,
  /// whatever follows.
  var outcome: Outcome {
    if said.finishReason != nil, !isBroken { return .said }
    if let (problem, words) = problem { return .problem(problem, words: words) }
    if isBroken { return .unreadable }
    return hasEvents && !hasChoices ? .noChoices : .unfinished
  }

  private mutating func take(_ event: ServerSentEvent, _ decoder: JSONDecoder) {
    guard !isDone, problem == nil, event.data.contains(where: { !$0.isBlank }) else { return }
    if event.data.elementsEqual(Self.last.utf8) {
      isDone = true
      return
    }
    let hasEnded = said.finishReason != nil
    if event.lost > 0, !hasEnded { isBroken = true }
    hasEvents = true
    let data = Data(event.data)
    // How it fails to be a piece of an answer helps nobody: the form is the endpoint's.
    guard let piece = try? decoder.decode(ChatReply.self, from: data) else {
      if !hasEnded { isBroken = true }
      return
    }
    let isError = event.type == "error"
    let problem =
      piece.problem ?? (isError ? try? decoder.decode(ChatProblem.self, from: data) : nil)
    if let problem { self.problem = (problem, words: event.data) }
    usage = piece.usage ?? usage
    guard let choice = piece.choices?.first(where: { ($0.index ?? 0) == 0 }) else { return }
    hasChoices = true
    said.add(choice)
  }
}
