@testable import FlowControl

/// The waits that servers ask for.
enum TimeTrial {
  /// Reads an input as each of the headers.
  static func run(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    let year = Duration.seconds(365 * 86_400)
    for now in [0, 1_780_000_000, 4e11, -1, .infinity, .nan] {
      guard let delay = RetryAfter.delay(text, now: now) else { continue }
      Law.check(delay >= .zero && delay <= year, "a wait is between nothing and a year")
    }
    if let delay = RetryAfter.milliseconds(text) {
      Law.check(delay >= .zero && delay <= year, "a wait is between nothing and a year")
    }
    if let date = HTTPDate(input[...], currentYear: 2026) {
      let seconds = date.secondsSince1970
      Law.check((-62_200_000_000...253_402_300_860).contains(seconds), "a date has four digits")
    }
  }
}
