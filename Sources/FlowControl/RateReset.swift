/// The wait that a model's endpoint asks for when it refuses, in whichever header it does.
///
/// `retry-after-ms` wins over `Retry-After`, and both over the times at which the limits are whole
/// again, as OpenAI (`1s`, `6m0s`, `120ms`), Azure (seconds), LiteLLM and OpenRouter (seconds or
/// milliseconds since 1970) and Anthropic (RFC 3339) write them.
package struct RateReset {
  /// A longer wait is no answer to a question: it is passed over.
  private static let longest = Duration.seconds(31 * 86_400)
  private static let limits = [
    "x-ratelimit-%-requests", "x-ratelimit-%-tokens", "x-ratelimit-%",
    "anthropic-ratelimit-requests-%", "anthropic-ratelimit-tokens-%",
    "anthropic-ratelimit-input-tokens-%", "anthropic-ratelimit-output-tokens-%",
  ].map { $0.split(separator: "%", omittingEmptySubsequences: false).map(String.init) }

  /// How long to wait from `now` (seconds since 1970), by the headers of an answer; nil where none
  /// says it in a form that is known.
  ///
  /// The times of limits count only where `isOfLimits` says that one of them was hit: the one of
  /// which nothing remains, else the longest.
  package static func wait(
    now: Double,
    isOfLimits: Bool,
    header: (String) -> String?
  ) -> Duration? {
    if let wait = header("retry-after-ms").flatMap(RetryAfter.milliseconds) { return wait }
    if let text = header("retry-after") {
      if let wait = RetryAfter.delay(text, now: now) { return wait }
      if let wait = Decimal(trimmed(text)).flatMap({ seconds($0.value) }) { return wait }
    }
    return isOfLimits ? reset(now: now, header) : nil
  }

  private static func reset(now: Double, _ header: (String) -> String?) -> Duration? {
    var (usedUp, all): ([Duration], [Duration]) = ([], [])
    for limit in limits {
      guard let text = header(limit.joined(separator: "reset")), let wait = wait(text, now: now)
      else { continue }
      all.append(wait)
      let left = header(limit.joined(separator: "remaining")).map(trimmed).flatMap(Decimal.init)
      if let left, left.value <= 0 { usedUp.append(wait) }
    }
    return usedUp.max() ?? all.max()
  }

  /// The time until a limit is whole again; nil for one in the past, and for what is none.
  static func wait(_ text: String, now: Double) -> Duration? {
    let bytes = trimmed(text)
    let wait: Duration?
    if let number = Decimal(bytes) {
      switch number.value {
      case 1e11...1e14: wait = seconds(number.value / 1_000 - now)
      case 1e9..<1e11: wait = seconds(number.value - now)
      default: wait = seconds(number.value)
      }
    } else if let time = Timestamp(bytes) {
      wait = seconds(time.secondsSince1970 - now)
    } else {
      wait = parts(bytes)
    }
    return wait.flatMap { $0 > .zero ? $0 : nil }
  }

  private static func seconds(_ seconds: Double) -> Duration? {
    guard seconds >= 0, seconds <= longest / .seconds(1) else { return nil }
    return .milliseconds(Int((seconds * 1_000).rounded(.up)))
  }

  /// A time as Go writes it: numbers, each with its unit.
  private static func parts(_ bytes: ArraySlice<UInt8>) -> Duration? {
    var (rest, sum) = (bytes, 0.0)
    guard !bytes.isEmpty else { return nil }
    while !rest.isEmpty {
      let number = rest.prefix { $0.isDecimalDigit || $0 == UInt8(ascii: ".") }
      rest = rest[number.endIndex...]
      let unit = rest.prefix { !$0.isDecimalDigit && $0 != UInt8(ascii: ".") }
      rest = rest[unit.endIndex...]
      guard let value = Decimal(number)?.value,
        let factor = units[String(decoding: unit, as: UTF8.self)]
      else { return nil }
      sum += value * factor
    }
    return seconds(sum)
  }

  private static let units = [
    "d": 86_400, "h": 3_600, "m": 60, "s": 1, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "ns": 1e-9,
  ]

  private static func trimmed(_ text: String) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let bytes = Array(text.utf8)
    // No form of a time is as long.
    guard bytes.count <= 64 else { return [] }
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
    return bytes[..<end].drop(while: isBlank)
  }
}

/// A number of digits with a point among them at most, and no sign.
private struct Decimal {
  let value: Double

  /// Nil where it is anything else.
  init?(_ bytes: ArraySlice<UInt8>) {
    let parts = bytes.split(
      separator: UInt8(ascii: "."),
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDecimalDigit) }),
      let value = Double(String(decoding: bytes, as: UTF8.self))
    else { return nil }
    self.value = value
  }
}

extension UInt8 {
  fileprivate var isDecimalDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}
