internal import CCurl
internal import Glibc

extension CurlTransfer {
  /// The host that the request is for, for messages.
  var host: String { chain?.address.host ?? "the server" }

  /// The error of a transfer whose time is over.
  var lateness: FetchError {
    if let silence = request?.silence, isSilent {
      let reason = "nothing more of its answer for \(silence.wholeMilliseconds) ms"
      return .timeout(host: host, reason: reason)
    }
    let limit = request?.timeout ?? settings.configuration.timeout
    let progress = head.answers == 0 ? "no answer" : "no end of its answer"
    return .timeout(host: host, reason: "\(progress) after \(limit.wholeMilliseconds) ms")
  }

  private var isProxied: Bool {
    chain.map { !settings.routes.proxy(for: $0.address).isEmpty } ?? false
  }

  /// Turns libcurl's code, and its text where the code says too little, into our error.
  func failure(for code: CURLcode, text: String) -> FetchError {
    if let failure { return failure }
    let reason = Self.lasting(text.isEmpty ? String(cString: curl_easy_strerror(code)) : text)
    switch code {
    case CURLE_OK:
      return .reset(host: host, reason: "the connection ended within the head of its answer")
    case CURLE_COULDNT_RESOLVE_HOST: return .dns(host: host)
    case CURLE_COULDNT_RESOLVE_PROXY: return .dns(host: "of the proxy")
    case CURLE_COULDNT_CONNECT where ccurl_get_long(handle, CURLINFO_OS_ERRNO) == ECONNRESET:
      return .reset(host: host, reason: reason)
    case CURLE_COULDNT_CONNECT, CURLE_PROXY, CURLE_INTERFACE_FAILED, CURLE_NO_CONNECTION_AVAILABLE,
      CURLE_FAILED_INIT:
      return .connect(host: host, reason: isProxied ? "through the proxy: \(reason)" : reason)
    case CURLE_OPERATION_TIMEDOUT: return .timeout(host: host, reason: reason)
    case CURLE_SSL_CONNECT_ERROR: return handshakeFailure(reason)
    case CURLE_BAD_FUNCTION_ARGUMENT where connection != nil:
      return .protocolViolation(host: host, reason: "a line of its headers is none")
    case CURLE_SETOPT_OPTION_SYNTAX, CURLE_UNKNOWN_OPTION, CURLE_BAD_FUNCTION_ARGUMENT:
      return .invalidConfiguration(reason: reason)
    case CURLE_OUT_OF_MEMORY:
      return .protocolViolation(host: host, reason: "its answer's headers are too large")
    case CURLE_BAD_CONTENT_ENCODING:
      // Content encodings are not libcurl's business here, transfer encodings are.
      return .protocolViolation(host: host, reason: "its transfer encoding cannot be undone")
    case CURLE_RECV_ERROR where reason.contains("CONNECT"):
      return .connect(host: host, reason: reason)
    case CURLE_RECV_ERROR where Self.isMalformed(reason):
      return .protocolViolation(host: host, reason: reason)
    case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR,
      CURLE_HTTP2_STREAM:
      return .reset(host: host, reason: reason)
    default:
      if Self.trustErrors.contains(code) { return .tls(host: host, reason: reason) }
      return .protocolViolation(host: host, reason: reason)
    }
  }

  /// libcurl's text without the numbers that differ from run to run: a report is a function of the
  /// pages, so that no clock and no count of bytes that happened to come may enter it.
  private static func lasting(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    if let after = words.firstIndex(of: "after"), after + 2 < words.count,
      words[after + 2].hasPrefix("ms")
    {
      words.removeSubrange(after...(after + 2))
    }
    for place in words.indices where place + 1 < words.count {
      if words[place + 1].hasPrefix("bytes"), Int(words[place]) != nil { words[place] = "some" }
    }
    if let stream = words.firstIndex(of: "stream"), Int(words[(stream + 1)...].first ?? "") != nil {
      words.remove(at: stream + 1)
    }
    return words.joined(separator: " ")
  }

  /// A connection that breaks in the handshake is worth another attempt; a bad certificate is not.
  private func handshakeFailure(_ reason: String) -> FetchError {
    let isBroken = ["SSL_ERROR_SYSCALL", "reset by peer", "Broken pipe"].contains {
      reason.contains($0)
    }
    return isBroken ? .reset(host: host, reason: reason) : .tls(host: host, reason: reason)
  }

  /// libcurl has one code for a connection that broke and for an answer that breaks the rules.
  private static func isMalformed(_ reason: String) -> Bool {
    ["chunk", "Too large response", "header"].contains { reason.contains($0) }
  }

  private static let trustErrors: [CURLcode] = [
    CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
    CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED, CURLE_SSL_ENGINE_INITFAILED,
    CURLE_SSL_CACERT_BADFILE, CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_CRL_BADFILE,
    CURLE_SSL_ISSUER_ERROR, CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS,
    CURLE_SSL_CLIENTCERT,
  ]
}
