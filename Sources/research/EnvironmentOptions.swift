import ArgumentParser
import FoundationEssentials

/// The variables of the process that the program reads, read once.
struct ProcessVariables: Sendable {
  private let values: [String: String]

  /// The variables that the program was started with.
  static var current: ProcessVariables {
    ProcessVariables(ProcessInfo.processInfo.environment)
  }

  /// Takes the variables as they are.
  init(_ values: [String: String]) {
    self.values = values
  }

  /// The value of a variable; nil where it is not set or empty.
  subscript(name: String) -> String? {
    values[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What a child of ours is given, each as `NAME=VALUE`: neither options, which would alter what
  /// its arguments say, nor keys.
  var forChild: [String] {
    values.filter { name, _ in !name.hasPrefix("RESEARCH_") && !name.hasPrefix("OPENAI_") }
      .map { "\($0)=\($1)" }.sorted()
  }
}

/// Options given as variables: `RESEARCH_TIMEOUT=10s` stands for `--timeout 10s`.
///
/// They are put in front of the typed arguments of the same command, and left out where the
/// option was typed, so that a typed option wins.
struct EnvironmentOptions {
  private let variables: ProcessVariables

  /// Options that are counted: `RESEARCH_QUIET=2` stands for `-qq`.
  private static let counts = ["quiet", "verbose"]
  /// Options that take no value.
  private static let flags = [
    "allow-private", "block-private", "statistics", "with-text", "sync", "compare",
    "full", "resume", "host-stats", "no-stream",
  ]
  private static let forInput = [
    "max-concurrency", "host-concurrency", "host-interval", "timeout", "connect-timeout", "retry",
    "max-redirects", "max-size", "max-buffered", "header", "user-agent", "proxy", "resolve",
    "cacert", "robots", "allow-private", "block-private", "window", "deadline", "drain-timeout",
    "max-failed", "sync", "host-stats",
  ]
  private static let forLog = counts + ["log-format", "events"]
  private static let forReport = [
    "title", "format", "template", "statistics", "with-text", "question", "language", "length",
    "words", "sentences",
  ]
  static let forModel = [
    "model", "base-url", "model-timeout", "model-silence", "no-stream", "rpm", "tpm", "model-retry",
    "key-file", "max-tokens-total", "max-cost", "price", "prompt",
  ]
  /// Options that say something only beside another one.
  private static let companions = [
    "base-url": "model", "model-timeout": "model", "model-silence": "model", "no-stream": "model",
    "rpm": "model", "tpm": "model", "model-retry": "model", "key-file": "model",
    "max-tokens-total": "model", "max-cost": "model", "price": "model", "prompt": "model",
    "resume": "records",
  ]
  private static let options: [String: [String]] = [
    "run": forInput + forLog + forReport + forModel + [
      "max-nodes", "summary-concurrency", "output", "records",
      "resume", "compare",
    ],
    "fetch": forInput + forLog + ["output", "bodies"],
    "extract": forInput + forLog + ["max-nodes", "output", "format"],
    "summarise": forInput + forLog + forModel
      + [
        "max-nodes", "summary-concurrency", "output", "question", "language", "length", "words",
        "sentences",
      ],
    "combine": forLog + forReport + forModel + ["output"],
    "ask": forInput + forLog + forModel
      + [
        "title", "format", "template", "statistics", "with-text", "language", "length", "words",
        "sentences", "max-nodes", "output", "records", "max-steps",
      ],
    "verify": ["records"],
    "exercise": ["scale", "only", "full", "output", "format", "quiet"], "exercise-row": [],
    "exercise-server": [],
  ]
  /// Options that mean something else than another command's of the same name.
  private static let distinct = [
    "extract": ["format": "extract-format"], "exercise": ["format": "exercise-format"],
  ]
  /// Options that contradict one another: a variable gives way to a typed opponent.
  private static let opponents = [
    "sync": ["compare", "window"], "compare": ["sync", "resume"], "window": ["sync"],
    "resume": ["compare"],
  ]
  private static let short = [
    "-j": "max-concurrency", "-H": "header", "-A": "user-agent", "-o": "output",
    "-q": "quiet", "-v": "verbose",
  ]

  /// Reads options from `variables`.
  init(_ variables: ProcessVariables) {
    self.variables = variables
  }

  /// The options that a command takes from variables, by name.
  static func names(for command: String) -> [String] {
    options[command] ?? []
  }

  /// The variable without which the arguments would be right; nil where there is none such.
  func culprit(in arguments: [String], isRight: ([String]) -> Bool) -> String? {
    let command = Self.command(of: arguments) ?? "run"
    return Self.names(for: command).map { Self.variable(for: $0, of: command) }.first { name in
      guard let value = variables[name] else { return false }
      let alone = EnvironmentOptions(ProcessVariables([name: value]))
      // What cannot even be completed is wrong.
      return !((try? alone.completing(arguments)).map(isRight) ?? false)
    }
  }

  /// The typed arguments with what the variables add to their command.
  func completing(_ arguments: [String]) throws -> [String] {
    var rest = arguments
    var command = "run"
    if let typed = Self.command(of: arguments) {
      command = typed
      rest.removeFirst()
    } else if let typed = arguments.first, Self.isForTheParser(typed) {
      return arguments
    }
    return [command] + (try added(to: command, typed: rest)) + rest
  }

  private static func command(of arguments: [String]) -> String? {
    let typed = arguments.first == "summarize" ? "summarise" : arguments.first
    return typed.flatMap { options[$0] == nil ? nil : $0 }
  }

  /// Whether the argument asks for help or the like, and not for a run.
  private static func isForTheParser(_ argument: String) -> Bool {
    ["help", "--version", "--help", "-h", "--help-hidden"].contains(argument)
      || argument.hasPrefix("--generate-completion-script")
      || argument.hasPrefix("--experimental-dump-help")
  }

  private func added(to command: String, typed: [String]) throws -> [String] {
    var named = Set(typed.prefix { $0 != "--" }.compactMap(Self.name))
    if !named.isDisjoint(with: Self.counts) { named.formUnion(Self.counts) }
    let names = Self.names(for: command).filter { name in
      !named.contains(name) && named.isDisjoint(with: Self.opponents[name] ?? [])
    }
    return try names.flatMap { name in
      if let other = Self.companions[name], !named.contains(other),
        variables[Self.variable(for: other, of: command)] == nil
      {
        return [String]()
      }
      let variable = Self.variable(for: name, of: command)
      guard let value = variables[variable] else { return [String]() }
      if Self.counts.contains(name) {
        return Array(repeating: "--\(name)", count: try Self.count(value, variable))
      }
      guard Self.flags.contains(name) else { return ["--\(name)=\(value)"] }
      return try Self.isOn(value, variable) ? ["--\(name)"] : []
    }
  }

  /// The variable that stands for an option of a command.
  private static func variable(for name: String, of command: String) -> String {
    let name = distinct[command]?[name] ?? name
    return "RESEARCH_" + name.uppercased().split(separator: "-").joined(separator: "_")
  }

  private static func name(of argument: String) -> String? {
    if argument.hasPrefix("--") {
      return argument.dropFirst(2).split(separator: "=").first.map(String.init)
    }
    return short[String(argument.prefix(2))]
  }

  private static func count(_ value: String, _ variable: String) throws -> Int {
    guard let count = Int(value), (0...2).contains(count) else {
      throw ValidationError("\(variable) must be 0, 1 or 2, not '\(value)'")
    }
    return count
  }

  private static func isOn(_ value: String, _ variable: String) throws -> Bool {
    switch value.lowercased() {
    case "1", "true", "yes", "on": return true
    case "0", "false", "no", "off": return false
    default: throw ValidationError("\(variable) must be 1 or 0, not '\(value)'")
    }
  }
}
