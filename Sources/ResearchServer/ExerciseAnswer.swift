import FoundationEssentials

/// What a client of the exercise's server asks.
struct ExerciseRequest: Sendable {
  /// The method, in capitals.
  var method = "GET"
  /// The path, without its query.
  var path: String
  /// The value of `delay` in the query; nil where it has none.
  var delay: String?
  /// The body; nil where it was longer than the server reads.
  var body: [UInt8]? = []
}

/// What the exercise's server answers.
struct ExerciseAnswer: Sendable {
  var status = 200
  var contentType = "application/json"
  var body: [UInt8]

  private struct Refusal: Encodable {
    struct Reason: Encodable {
      let message: String
      let type = "invalid_request_error"
    }

    let error: Reason
  }

  /// A few words.
  static func text(_ text: String) -> ExerciseAnswer {
    ExerciseAnswer(contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
  }

  /// An error, as OpenAI's servers write theirs.
  static func refusal(_ status: Int, _ message: String) -> ExerciseAnswer {
    ExerciseAnswer(status: status, body: json(Refusal(error: Refusal.Reason(message: message))))
  }

  /// A value as JSON.
  static func json(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts and whole numbers, which is all that is sent, can always be written.
    return (try? encoder.encode(value)).map(Array.init) ?? []
  }
}
