import Mustache

/// A prompt in Mustache: one file that renders to the messages of the system and of the user.
///
/// Values are written as they are: nothing is escaped for HTML. What strangers have written reaches
/// a prompt in `{{{untrusted}}}` alone, fenced, and in the user's message.
package struct PromptTemplate: Sendable {
  private let mustache: MustacheTemplate
  /// Whether the file tells the system's words from the user's; else all are the user's.
  private let hasRoles: Bool

  /// Parses a prompt, and makes sure that it says what its purpose needs.
  package init(_ name: PromptName, _ text: String) throws(PromptError) {
    do {
      mustache = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    } catch let error as MustacheTemplate.ParserError {
      let line = max(1, error.context.lineNumber - 1)
      throw PromptError(
        name: name,
        reason: "it is no Mustache at line \(line): a tag is not closed, or not allowed there"
      )
    } catch {
      throw PromptError(name: name, reason: "it is no Mustache")
    }
    let probe = PromptProbe(mustache)
    hasRoles = probe.hasRoles
    if let reason = probe.objection(to: name) { throw PromptError(name: name, reason: reason) }
  }

  /// What is said to the model.
  package func messages(_ values: PromptValues) -> [ChatMessage] {
    let named = values.named
    let user = ChatMessage(role: .user, content: mustache.text(of: "user", named))
    guard hasRoles else { return [user] }
    let system = mustache.text(of: "system", named)
    return system.isEmpty ? [user] : [ChatMessage(role: .system, content: system), user]
  }
}

/// What a prompt makes of values that no page has, tried once before it is used.
private struct PromptProbe {
  let hasRoles: Bool
  private let system: String
  private let user: String
  private let outside: String
  private let fence: UntrustedText

  /// With all that an escape for HTML or a function would alter.
  private static let text = "<a & 'b'>\n\"C\" \(question)"
  private static let question = "Is it used & shown?"

  init(_ mustache: MustacheTemplate) {
    var values = PromptValues(
      length: SummaryLength(sentences: 3),
      question: Self.question,
      untrusted: Self.text
    )
    values.part = (1, 2)
    fence = UntrustedText(Self.text)
    let named = values.named
    (system, user) = (mustache.text(of: "system", named), mustache.text(of: "user", named))
    outside = mustache.text(of: "nobody", named)
    hasRoles = system != user
  }

  /// What speaks against a prompt; nil where nothing does.
  func objection(to name: PromptName) -> String? {
    if hasRoles, !outside.isEmpty {
      return "text stands outside of {{#system}} and {{#user}}. Put it within one of them"
    }
    if hasRoles, system.contains(Self.text) {
      return "{{{untrusted}}} stands in {{#system}}, where pages would speak with authority. "
        + "Put it into {{#user}}"
    }
    if name == .ask {
      return user.contains(Self.question)
        ? nil : "it does not hold {{question}}, which the model is to answer. Add it to {{#user}}"
    }
    guard user.contains(fence.fenced) else {
      return "it does not hold {{{untrusted}}}, the text that the model is to read, as it is. "
        + "Add it, alone on a line, to {{#user}}"
    }
    return nil
  }
}

extension MustacheTemplate {
  /// What the prompt says to one role, without blank lines around.
  fileprivate func text(of role: String, _ values: [String: Any]) -> String {
    var values = values
    for name in ["system", "user"] { values[name] = name == role }
    let text = Array(render(values).utf8)
    let end = (text.lastIndex { $0 > 0x20 } ?? -1) + 1
    return String(decoding: text[(text.firstIndex { $0 > 0x20 } ?? 0)..<end], as: UTF8.self)
  }
}
