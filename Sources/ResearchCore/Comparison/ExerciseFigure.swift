/// Numbers of the exercise in words, as its tables and its log have them.
package enum ExerciseFigure {
  /// Seconds with about three digits that count: "2,000", "200.1", "22.03", "0.231".
  package static func seconds(_ seconds: Double) -> String {
    switch seconds.magnitude {
    case 999.95...: seconds.fixed(0)
    case 99.995...: seconds.fixed(1)
    case 0.9995...: seconds.fixed(2)
    default: seconds.fixed(3)
    }
  }

  /// How much more was measured than predicted, with its sign: "+0.3 %".
  package static func difference(_ measured: Double, from predicted: Double) -> String {
    let percent = percent(measured, from: predicted)
    let text = percent.magnitude < 99.95 ? percent.fixed(1) : percent.fixed(0)
    return (percent > 0 && text != "0.0" ? "+" : "") + text + " %"
  }

  /// How much more was measured than predicted, in percent.
  static func percent(_ measured: Double, from predicted: Double) -> Double {
    (measured - predicted) / predicted * 100
  }

  /// Calls a second: "1,950", "24.9".
  package static func rate(_ rate: Double) -> String {
    rate < 99.95 ? rate.fixed(1) : rate.fixed(0)
  }

  /// Bytes in MB of 1,000,000: "18.4".
  package static func megabytes(_ bytes: Int) -> String {
    (Double(bytes) / 1_000_000).fixed(1)
  }
}
