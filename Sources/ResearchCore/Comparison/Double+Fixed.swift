extension Double {
  /// The number with so many places after the point, at most six: "2,000.50".
  ///
  /// Halves are rounded away from zero.
  package func fixed(_ places: Int) -> String {
    let factor = (0..<min(max(places, 0), 6)).reduce(1) { power, _ in power * 10 }
    guard magnitude * Double(factor) < 9e15 else { return "\(self)" }
    let units = Int((magnitude * Double(factor)).rounded())
    let sign = self < 0 && units > 0 ? "-" : ""
    guard factor > 1 else { return sign + units.grouped }
    // The leading one keeps the zeros behind the point.
    let fraction = String(factor + units % factor).dropFirst()
    return "\(sign)\((units / factor).grouped).\(fraction)"
  }
}
