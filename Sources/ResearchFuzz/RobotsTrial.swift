@testable import Fetching

/// Files of rules for robots: the first line of an input is the path that is asked for.
enum RobotsTrial {
  /// Reads a file, and asks it for two paths.
  static func run(_ input: [UInt8]) {
    let path = input.prefix { $0 != 0x0A }
    let file = RobotsFile(Array(input.dropFirst(path.count + 1)), for: "research")
    let text = "/" + String(decoding: path, as: UTF8.self)
    if case .forbidden(let rule) = file.verdict(on: text) {
      Law.check(rule.line > 0 && !rule.pattern.isEmpty, "a rule says where it stands")
      let isPlain = rule.pattern.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      Law.check(isPlain, "a rule is shown in ASCII without blanks")
    }
    Law.check(file.allows("/robots.txt"), "robots.txt may always be read")
    Law.check(file.size <= 48 * input.count + 64, "what is kept is bounded")
    if let delay = file.crawlDelay { Law.check(delay >= .zero, "a delay is none below zero") }
  }
}
