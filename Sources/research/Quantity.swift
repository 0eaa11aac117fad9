import ResearchCore

/// Quantities in words, as the log has them.
enum Quantity {
  /// `371 ms`, `1.9 s`, `2 min 5 s`.
  static func time(_ seconds: Double) -> String {
    if seconds < 0.9995 { return "\(Int((seconds * 1000).rounded())) ms" }
    if seconds < 99.95 { return "\(tenths(seconds)) s" }
    let whole = Int(seconds.rounded())
    return "\(whole / 60) min \(whole % 60) s"
  }

  /// The same with tenths below ten milliseconds: `0.4 ms`.
  static func fineTime(_ seconds: Double) -> String {
    seconds < 0.00995 ? (seconds * 1000).fixed(1) + " ms" : time(seconds)
  }

  /// `512 B`, `41 kB`, `3.1 MB`; the units are powers of 1,000.
  static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    if bytes < 1_000_000 { return "\((bytes + 500) / 1000) kB" }
    return "\(tenths(Double(bytes) / 1_000_000)) MB"
  }

  /// `0.0031`, `12.40`: an amount of any money.
  static func money(_ amount: Double) -> String { amount.fixed(amount < 1 ? 4 : 2) }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
