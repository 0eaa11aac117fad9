internal import Fetching
internal import FoundationEssentials

/// What `GET {base}/models` tells of a model before it is asked anything.
package enum ChatProbe {
  /// What the endpoint's list says.
  package enum Result: Sendable, Hashable {
    /// It has the model.
    case fine
    /// It lacks the model; the names that it has, a few of them.
    case unknownModel(known: [String])
    /// The key may not see the list, for this reason, which says nothing of completions.
    case restricted(reason: String)
    /// There is no such list, or none that can be read: the endpoint is taken at its word.
    case unknown
  }

  /// The most names that a warning holds.
  static let mostNames = 5

  /// Whether a refusal is about what the key may do, and not about the key.
  static func speaksOfScopes(_ reason: String) -> Bool {
    let reason = reason.lowercased()
    return ["scope", "permission"].contains { reason.contains($0) }
  }
}

extension ChatClient {
  /// Tries the endpoint before anything else is done, with a list of its models and never with a
  /// completion; it learns how many tokens fit.
  ///
  /// It takes `timeout` at most, or the time of a call where that is shorter. Throws `.unreachable`
  /// where nobody can be reached, `.refused` where the key is of no use or the address sends
  /// elsewhere, and `.cancelled` at once when the task is cancelled; what else is wrong is another
  /// matter.
  package func probe(within timeout: Duration) async throws(ChatError) -> ChatProbe.Result {
    guard let page = try await list(within: min(timeout, endpoint.timeout)) else { return .unknown }
    if [301, 302, 303, 307, 308, 401, 403].contains(page.status) {
      do throws(ChatError) {
        // It throws, because the status is not 200.
        _ = try answer(from: page)
      } catch .refused(_, 403, let reason) where ChatProbe.speaksOfScopes(reason) {
        return .restricted(reason: reason)
      }
    }
    // What is too large or no list is no list.
    guard page.status == 200, let body = try? page.decodedBody(limit: Self.maxSize),
      let list = try? JSONDecoder().decode(ModelList.self, from: Data(body))
    else { return .unknown }
    return result(of: list)
  }

  private func list(within timeout: Duration) async throws(ChatError) -> Page? {
    for attempt in 1...2 {
      do throws(FetchError) {
        return try await fetcher.fetch(listRequest(timeout))
      } catch {
        switch error.cause {
        case .cancelled: throw .cancelled
        case .reset where attempt == 1: continue
        // No redirect is followed: the models are not here.
        case .tooManyRedirects:
          let status = error.answer?.page.status ?? 302
          throw .refused(endpoint: endpoint.name, status: status, reason: "")
        case .timeout(_, let reason) where !reason.hasPrefix("Connect"): return nil
        case .connect, .dns, .tls, .blockedAddress, .reset, .timeout:
          throw .unreachable(endpoint: endpoint.name, cause: error)
        default: return nil
        }
      }
    }
    return nil
  }

  /// No redirect is followed: the key goes with the request.
  private func listRequest(_ timeout: Duration) -> FetchRequest {
    var request = FetchRequest(
      address: endpoint.listAddress,
      headers: endpoint.headers.filter { $0.name != "Content-Type" },
      timeout: timeout
    )
    request.sendsConfiguredHeaders = false
    request.isTyped = true
    request.redirects = .max
    return request
  }

  private func result(of list: ModelList) -> ChatProbe.Result {
    guard let entry = list.models.first(where: { $0.isMeant(by: endpoint.model) }) else {
      guard !list.models.isEmpty else { return .unknown }
      let names = list.models.prefix(ChatProbe.mostNames).map { sentence($0.id) }
      return .unknownModel(known: names.map { String($0.unicodeScalars.prefix(100)) })
    }
    if let tokens = entry.contextTokens { knowledge.note(contextTokens: tokens) }
    return .fine
  }
}

/// What an endpoint says that it has, read leniently.
private struct ModelList: Decodable {
  struct Entry: Decodable {
    let id: String
    let contextTokens: Int?
  }

  let models: [Entry]

  private enum CodingKeys: String, CodingKey {
    case data, models
  }

  init(from decoder: any Decoder) throws {
    // Some answer with a bare list.
    if let models = try? decoder.singleValueContainer().decode([Entry].self) {
      self.models = models
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    // Nearly all have the first name.
    let data = try? container.decode([Entry].self, forKey: .data)
    models = try data ?? container.decode([Entry].self, forKey: .models)
  }
}

extension ModelList.Entry {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case id, name, meta
    case contextLength = "context_length"
    case maxModelLength = "max_model_len"
    case contextWindow = "context_window"
    case maxContextLength = "max_context_length"
    case trained = "n_ctx_train"
    case used = "n_ctx"
  }

  /// In the order in which they count: what is set, then what the model could.
  private static let sizes: [CodingKeys] = [
    .used, .maxModelLength, .contextLength, .contextWindow, .maxContextLength, .trained,
  ]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    // One of the two names it.
    let id = try? container.decode(String.self, forKey: .id)
    self.id = try id ?? container.decode(String.self, forKey: .name)
    // What is no number, or not there, tells nothing.
    let meta = try? container.nestedContainer(keyedBy: CodingKeys.self, forKey: .meta)
    let tokens = [container, meta].lazy.compactMap { container in
      Self.sizes.lazy.compactMap { try? container?.decode(Int.self, forKey: $0) }.first
    }
    contextTokens = tokens.first
  }

  /// Whether it is the model that is asked for, as endpoints abbreviate names and add to them.
  func isMeant(by name: String) -> Bool {
    let (id, name) = (id.lowercased(), name.lowercased())
    if id == name || id == name + ":latest" || id.hasSuffix("/" + name) { return true }
    return id.hasSuffix("*") && name.hasPrefix(id.dropLast())
  }
}
