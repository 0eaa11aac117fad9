import FlyingFox
import FoundationEssentials

/// The handler in FlyingFox's words.
extension ExerciseHandler: HTTPHandler {
  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let isHead = request.method == .HEAD
    let answer = try await answer(
      to: ExerciseRequest(
        method: isHead ? "GET" : request.method.rawValue,
        path: request.path,
        delay: request.query["delay"],
        body: try await Self.body(of: request)
      )
    )
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: Self.phrases[answer.status] ?? "Error"),
      headers: [
        .contentType: answer.contentType,
        .contentLength: "\(answer.body.count)",
      ],
      body: isHead ? Data() : Data(answer.body)
    )
  }

  private static let phrases = [
    200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed",
    413: "Content Too Large",
  ]

  /// The whole body; nil where it is too long, and then it is read and forgotten, because what is
  /// left of it would be taken for the connection's next request.
  private static func body(of request: HTTPRequest) async throws -> [UInt8]? {
    var body: [UInt8]? = []
    for try await chunk in request.bodySequence {
      let length = (body?.count ?? 0) + chunk.count
      if length > ExerciseServer.longestBody { body = nil }
      body?.append(contentsOf: chunk)
    }
    return body
  }
}
