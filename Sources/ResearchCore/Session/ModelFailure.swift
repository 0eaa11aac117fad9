import Fetching
package import Summarisation

/// Why the model of a run cannot be asked, told before a page is read.
public struct ModelFailure: Sendable, Hashable, CustomStringConvertible {
  /// What fails.
  public var what: String
  /// Why it does.
  public var why: String
  /// What helps, the likeliest first.
  public var remedies: [String]

  /// What failed and why, on one line.
  public var description: String { "\(what): \(why)" }

  /// What failed, why, what to do, and that nothing was done, a line each.
  public var lines: [String] {
    let tried = remedies.enumerated().map { "  \($0 == 0 ? "Try" : "Or ")   \($1)" }
    return [what, "  Why   \(why)"] + tried + ["No page was read. Nothing was written."]
  }

  /// Reads what an endpoint answered when it was tried.
  package init(_ error: ChatError, hasKey: Bool) {
    switch error {
    case .refused(let endpoint, let status, _) where (300..<400).contains(status):
      what = "the model is not at \(endpoint)"
      why = "it sends elsewhere (status \(status)), which is not followed"
      remedies = ["--base-url with the address that it sends to, which mostly ends in /v1"]
    case .refused(let endpoint, let status, let reason):
      what = "the model at \(endpoint) refuses the key"
      let words = reason.isEmpty ? "status \(status)" : reason
      why = hasKey ? words : "there is none, and it says: \(words)"
      remedies = ["OPENAI_API_KEY=… with another key", "--key-file FILE"]
    case .unreachable(let endpoint, let cause):
      what = "the model at \(endpoint) does not answer"
      why = error.why
      remedies = Self.remedies(cause.kind, endpoint)
    default:
      what = "the model cannot be asked"
      why = error.message
      remedies = []
    }
    remedies.append("leave out --model    (the built-in summariser needs none)")
  }

  private static func remedies(_ kind: String, _ endpoint: String) -> [String] {
    switch kind {
    case "connect" where endpoint.contains(":11434"): ["ollama serve"]
    case "connect", "reset": ["start the server, or name another with --base-url URL"]
    case "dns": ["--base-url with the right host"]
    case "tls": ["SSL_CERT_FILE=FILE with the certificate that signs its own"]
    case "timeout": ["--base-url URL of a server that can be reached from here"]
    default: ["--base-url URL"]
    }
  }
}
