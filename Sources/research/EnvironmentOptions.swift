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
}

/// Options given as variables: `RESEARCH_TIMEOUT=10s` stands for `--timeout 10s`.
///
/// They are put in front of the typed arguments of the same command, and left out where the
/// option was typed, so that a typed option wins.
struct EnvironmentOptions {
  private let variables: ProcessVariables

  /// Options that take no value.
  private static let flags = ["allow-private", "block-private", "statistics", "with-text"]
  private static let forInput = [
    "max-concurrency", "host-concurrency", "timeout", "connect-timeout", "retry",
    "max-redirects", "max-size", "max-buffered", "header", "user-agent", "proxy", "resolve",
    "cacert", "allow-private", "block-private", "window", "drain-timeout", "max-failed",
  ]
  private static let forLog = ["log-format", "events"]
  private static let forReport = [
    "title", "format", "template", "statistics", "with-text", "question", "language", "length",
    "words", "sentences",
  ]
  private static let options: [String: [String]] = [
    "run": forInput + forLog + forReport + ["max-nodes", "output", "records"],
    "fetch": forInput + forLog + ["output", "bodies"],
    "extract": forInput + forLog + ["max-nodes", "output"],
    "summarise": forInput + forLog
      + ["max-nodes", "output", "question", "language", "length", "words", "sentences"],
    "combine": forLog + forReport + ["output"],
  ]
  private static let short = [
    "-j": "max-concurrency", "-H": "header", "-A": "user-agent", "-o": "output",
  ]

  /// Reads options from `variables`.
  init(_ variables: ProcessVariables) {
    self.variables = variables
  }

  /// The options that a command takes from variables, by name.
  static func names(for command: String) -> [String] {
    options[command] ?? []
  }

  /// The typed arguments with what the variables add to their command.
  func completing(_ arguments: [String]) throws -> [String] {
    var rest = arguments
    var command = "run"
    let typed = arguments.first == "summarize" ? "summarise" : arguments.first
    if let typed, Self.options[typed] != nil {
      command = typed
      rest.removeFirst()
    } else if let typed, Self.isForTheParser(typed) {
      return arguments
    }
    return [command] + (try added(to: command, typed: rest)) + rest
  }

  /// Whether the argument asks for help or the like, and not for a run.
  private static func isForTheParser(_ argument: String) -> Bool {
    ["help", "--version", "--help", "-h", "--help-hidden"].contains(argument)
      || argument.hasPrefix("--generate-completion-script")
      || argument.hasPrefix("--experimental-dump-help")
  }

  private func added(to command: String, typed: [String]) throws -> [String] {
    let named = Set(typed.compactMap(Self.name))
    return try Self.names(for: command).filter { !named.contains($0) }.flatMap { name in
      let variable = Self.variable(for: name)
      guard let value = variables[variable] else { return [String]() }
      guard Self.flags.contains(name) else { return ["--\(name)=\(value)"] }
      return try Self.isOn(value, variable) ? ["--\(name)"] : []
    }
  }

  /// The variable that stands for an option.
  static func variable(for name: String) -> String {
    "RESEARCH_" + name.uppercased().split(separator: "-").joined(separator: "_")
  }

  private static func name(of argument: String) -> String? {
    if argument.hasPrefix("--") {
      return argument.dropFirst(2).split(separator: "=").first.map(String.init)
    }
    return short[String(argument.prefix(2))]
  }

  private static func isOn(_ value: String, _ variable: String) throws -> Bool {
    switch value.lowercased() {
    case "1", "true", "yes", "on": return true
    case "0", "false", "no", "off": return false
    default: throw ValidationError("\(variable) must be 1 or 0, not '\(value)'")
    }
  }
}
