import Fetching
import FoundationEssentials
import Summarisation

/// What a prompt for a model is for (<doc:Templates>).
public enum ModelPrompt: String, Sendable, Hashable, CaseIterable {
  /// The summary of a page.
  case page
  /// The summary of a part of a page that is too long for one call.
  case part
  /// One summary of what was written about the parts of a page.
  case merge
  /// The summary of a report.
  case report
  /// The beginning of a conversation with tools.
  case ask
}

/// Why a prompt cannot be used.
public struct ModelPromptError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Which prompt it was to be.
  public var prompt: ModelPrompt
  /// Its file, where it comes from one.
  public var path: String?
  /// What is wrong, and what to do.
  public var reason: String

  /// What failed and why.
  public var description: String {
    "the prompt \(path.map { "\($0) (\(prompt.rawValue))" } ?? prompt.rawValue) cannot be used: "
      + reason
  }
}

extension ModelPrompt {
  /// Reads a prompt from a file, and makes sure that it can be used.
  package func text(atPath path: String) throws(ModelPromptError) -> String {
    let text: String
    do throws(ReportTemplateError) {
      text = try ReportTemplate.text(atPath: path)
    } catch {
      guard case .unreadable(_, let reason) = error else { throw self.error("\(error)", path) }
      throw self.error(reason, path)
    }
    do throws(PromptError) {
      _ = try PromptTemplate(name, text)
    } catch {
      throw self.error(error.reason, path)
    }
    return text
  }

  fileprivate func error(_ reason: String, _ path: String? = nil) -> ModelPromptError {
    ModelPromptError(prompt: self, path: path, reason: reason)
  }

  /// The same in the terms of those who ask.
  fileprivate var name: PromptName {
    switch self {
    case .page: .page
    case .part: .part
    case .merge: .merge
    case .report: .report
    case .ask: .ask
    }
  }
}

extension Configuration.Summarising {
  /// The prompts of a run; throws where a replaced one cannot be used.
  func promptTemplates() throws(ModelPromptError) -> Prompts {
    var texts: [PromptName: String] = [:]
    for (prompt, text) in prompts { texts[prompt.name] = text }
    do throws(PromptError) {
      return try Prompts(replacing: texts)
    } catch {
      let prompt = ModelPrompt(rawValue: error.name.rawValue) ?? .page
      throw prompt.error(error.reason)
    }
  }

  /// The hashes of replaced prompts by their names; nil where none is.
  var promptHashes: [String: String]? {
    guard !prompts.isEmpty else { return nil }
    return Dictionary(uniqueKeysWithValues: prompts.map { ($0.rawValue, sha256(Array($1.utf8))) })
  }
}
