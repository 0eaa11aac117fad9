import ArgumentParser

/// A duration as it is typed: `30`, `30s`, `500ms`, `2m`, `1h`.
struct TimeSpan: ExpressibleByArgument {
  let duration: Duration

  init(_ duration: Duration) {
    self.duration = duration
  }

  init?(argument: String) {
    let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("", 1)]
    guard let (suffix, factor) = units.first(where: { argument.hasSuffix($0.0) }),
      let number = Double(argument.dropLast(suffix.count)), number.isFinite,
      (0...31_536_000).contains(number * factor)
    else { return nil }
    duration = .microseconds(Int64(number * factor * 1_000_000))
  }

  var defaultValueDescription: String {
    duration == .zero || duration >= .seconds(1)
      ? "\(duration.components.seconds)s" : "\(Int(duration / .milliseconds(1)))ms"
  }
}

/// A number of bytes as it is typed: `4096`, `512k`, `10M`, `1G`; the units are powers of 1,024.
struct ByteCount: ExpressibleByArgument {
  let bytes: Int

  init(_ bytes: Int) {
    self.bytes = bytes
  }

  init?(argument: String) {
    let units: [(Character, Int)] = [("k", 10), ("m", 20), ("g", 30)]
    let unit = argument.last.flatMap { last in
      units.first { $0.0 == last || $0.0.uppercased() == String(last) }
    }
    let digits = unit == nil ? argument[...] : argument.dropLast()
    guard let number = Int(digits), number >= 0, number <= Int.max >> (unit?.1 ?? 0) else {
      return nil
    }
    bytes = number << (unit?.1 ?? 0)
  }

  var defaultValueDescription: String {
    bytes % (1 << 20) == 0 ? "\(bytes >> 20)M" : "\(bytes)"
  }
}
