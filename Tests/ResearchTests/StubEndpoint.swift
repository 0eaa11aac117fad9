import TestSupport

/// Pages, and beside them an OpenAI-compatible endpoint whose model always says the same.
enum StubEndpoint {
  /// Where completions are asked for.
  static let path = "/v1/chat/completions"
  /// A key that must turn up nowhere.
  static let key = "sk-test-4f9d2c71e0"

  /// A site with so many pages, `/1` and up, and the endpoint.
  static func site(pages count: Int) throws -> LocalSite {
    let site = try SavedPage.site(count)
    site.answer(path, chat)
    return site
  }

  /// The options and variables that lead to the endpoint of `site`.
  static func variables(_ site: LocalSite) -> [String: String] {
    ["OPENAI_BASE_URL": site.url("/v1"), "OPENAI_API_KEY": key]
  }

  /// Sums up a page by its title; for a report it cites two sources, one that is not there, and none.
  static let chat = LocalAnswer { request in
    let text =
      isReport(request)
      ? "All say *so* [1] [2]. Some say more [99]. A [link](http://evil.test/) says nothing [2]."
      : "Written on \(title(in: request)). It holds <b>more</b> than \(key)."
    return completion(text).steps(request)
  }

  /// Answers as `chat`, but fails for reports or for pages as told.
  static func failing(pages: Bool, report: Bool, _ failure: LocalAnswer) -> LocalAnswer {
    LocalAnswer { request in
      (isReport(request) ? report : pages) ? failure.steps(request) : chat.steps(request)
    }
  }

  /// A refusal that repeats the key, as some endpoints do.
  static let refusal = LocalAnswer.text(
    #"{"error":{"message":"Incorrect API key provided: \#(key)"}}"#,
    status: 401,
    type: "application/json"
  )

  /// Whether a request asks for the summary of a report.
  static func isReport(_ request: LocalRequest) -> Bool {
    String(decoding: request.body, as: UTF8.self).contains("Cite no other numbers")
  }

  /// The requests for summaries of reports so far.
  static func reports(_ site: LocalSite) -> [LocalRequest] {
    site.requests.filter { $0.path == path && isReport($0) }
  }

  private static func title(in request: LocalRequest) -> String {
    let body = String(decoding: request.body, as: UTF8.self)
    guard let start = body.firstRange(of: "Title: ")?.upperBound else { return "nothing" }
    return String(body[start...].prefix { $0 != "\\" })
  }

  private static func completion(_ text: String) -> LocalAnswer {
    .text(
      #"{"choices":[{"message":{"role":"assistant","content":"\#(text)"},"finish_reason":"stop"}],"#
        + #""usage":{"prompt_tokens":40,"completion_tokens":4}}"#,
      type: "application/json"
    )
  }
}
