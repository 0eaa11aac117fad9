internal import Fetching

/// Where a model is asked, under which name, and with which key.
///
/// The key leaves it only in a request's header: no description of the endpoint holds it.
package struct ChatEndpoint: Sendable {
  /// The base address without key, name, password and query, for messages.
  package let name: String
  package let model: String
  package let timeout: Duration
  let address: WebAddress
  /// Where the models are listed.
  let listAddress: WebAddress
  private let key: String?

  /// Checks the address that `/chat/completions` is added to, or throws `.invalidEndpoint`.
  ///
  /// The time-out is for a whole call. A key of blanks counts as none.
  package init(
    baseURL: String,
    model: String,
    key: String?,
    timeout: Duration = .seconds(60)
  ) throws(ChatError) {
    let base = try Self.base(baseURL)
    let path = String(base.path.reversed().drop { $0 == "/" }.reversed())
    let call = path.hasSuffix(Self.call) ? path : path + Self.call
    name = "\(Self.site(of: base))\(path)"
    let list = String(call.dropLast(Self.call.count)) + "/models"
    let query = base.query.map { "?\($0)" } ?? ""
    do throws(FetchError) {
      address = try base.resolving(call + query)
      listAddress = try base.resolving(list + query)
    } catch {
      throw .invalidEndpoint(reason: "the base URL is \(error.message)")
    }
    guard !model.isEmpty else { throw .invalidEndpoint(reason: "no model is named (--model)") }
    self.model = model
    self.timeout = timeout
    self.key = try Self.checked(key)
  }

  private static let call = "/chat/completions"

  /// What a request is sent with.
  var headers: [HeaderField] {
    let fields = [
      HeaderField(name: "Content-Type", value: "application/json"),
      HeaderField(name: "Accept", value: "application/json"),
    ]
    guard let key else { return fields }
    return fields + [HeaderField(name: "Authorization", value: "Bearer \(key)")]
  }

  /// In bytes; a shorter key may be a part of a word, and is hidden where it is a whole one.
  ///
  /// Keys that are secrets have 20 characters and more; what local servers are given in place of
  /// one is shorter.
  private static let shortestSecret = 12
  /// In bytes: so short is no secret, and hides nothing.
  private static let shortestWord = 4
  /// What local servers are given in place of a key, and what may be a word of any text.
  private static let placeholders: Set<String> = [
    "none", "null", "dummy", "empty", "test", "fake", "ollama", "lm-studio", "not-needed",
    "notneeded", "no-key", "nokey", "unused", "anything", "secret", "password", "sk-no-key",
    "llama", "local", "localhost", "key", "api-key", "apikey", "token", "litellm", "vllm",
  ]

  /// A text of the endpoint's without the key, which some endpoints repeat in their errors.
  ///
  /// Byte by byte, so that no combining character hides one; call it when all that is to go from
  /// the text has gone.
  func withoutKey(_ text: String) -> String {
    guard let secret = self.key, !Self.placeholders.contains(secret.lowercased()),
      secret.utf8.count >= Self.shortestWord
    else { return text }
    let key = Array(secret.utf8)
    let isPlain = key.count >= Self.shortestSecret
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == key[0], bytes[index...].starts(with: key),
        isPlain || Self.isWord(bytes, index..<(index + key.count))
      {
        kept += "…".utf8
        index += key.count
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// Whether no letter or digit stands on either side.
  private static func isWord(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let sides = [range.lowerBound - 1, range.upperBound].filter(bytes.indices.contains)
    return !sides.contains { bytes[$0].isLetterOrDigit || bytes[$0] >= 0x80 }
  }

  private static func base(_ text: String) throws(ChatError) -> WebAddress {
    let base: WebAddress
    do throws(FetchError) {
      base = try WebAddress(text)
    } catch {
      // The text itself is not repeated: a password may stand in it.
      throw .invalidEndpoint(reason: "the base URL is \(error.message)")
    }
    guard base.credentials == nil else {
      throw .invalidEndpoint(reason: "the base URL holds a name or password: give a key instead")
    }
    return base
  }

  private static func site(of base: WebAddress) -> String {
    String(base.description.prefix(base.description.count - base.path.count - queryLength(base)))
  }

  private static func queryLength(_ base: WebAddress) -> Int {
    base.query.map { $0.count + 1 } ?? 0
  }

  private static func checked(_ key: String?) throws(ChatError) -> String? {
    let bytes = (key ?? "").utf8.drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed()
    guard !bytes.isEmpty else { return nil }
    guard bytes.allSatisfy({ (33...126).contains($0) }) else {
      throw .invalidEndpoint(reason: "the key holds characters that no key has")
    }
    return String(decoding: Array(bytes), as: UTF8.self)
  }
}

extension ChatEndpoint: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "\(model) at \(name)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
