/// An amount, a date or a year as a sentence gives it.
struct Quantity: Equatable {
  /// How exact it is said to be.
  enum Bound: Equatable {
    case exact, about, atLeast, atMost
  }

  var value: Double
  /// What "1,200" is where its comma parts a fraction and not thousands; nil for most.
  var other: Double?
  /// The last decimal place that was given, as a power of ten: 100 for "1,200", 0.1 for "3.5".
  var precision: Double
  /// What is counted: equal for equal words, percent signs, currencies, months.
  var unit: UInt64
  var bound: Bound
  /// The word behind the unit where it may belong to it; 0 for most.
  var second: UInt64 = 0
  /// The span of time of a rate: "a day"; 0 for most.
  var rate: UInt64 = 0
  /// The bytes of number and unit in the text.
  var bytes: Range<Int>
  /// The place of the number among the words of its sentence.
  var token: Int

  /// How far apart two values must be that are not meant exactly.
  private static let roundly = 0.2

  /// Whether both cannot be true of one thing; what one of them may have rounded is no difference.
  func contradicts(_ other: Quantity) -> Bool {
    guard unit == other.unit else { return false }
    // Either reading of each may be right.
    if let mine = self.other, !reading(mine).contradicts(other) { return false }
    if let theirs = other.other, !contradicts(other.reading(theirs)) { return false }
    guard value != other.value else { return false }
    let apart = abs(value - other.value) / max(abs(value), abs(other.value))
    switch (bound, other.bound) {
    case (.exact, .exact):
      return abs(value - other.value) >= max(precision, other.precision)
    case (.about, .about), (.about, .exact), (.exact, .about), (.atLeast, .atLeast),
      (.atMost, .atMost):
      return apart > Self.roundly
    default:
      // A bound may hold of many values, and is often that of another day.
      return false
    }
  }

  /// Whether what is counted is the same in the word after the unit, and each time span.
  func countsSame(as other: Quantity) -> Bool {
    rate == other.rate && (second == other.second || second == 0 || other.second == 0)
  }

  /// The same with a value that has three decimal places.
  private func reading(_ value: Double) -> Quantity {
    var quantity = self
    (quantity.value, quantity.other) = (value, nil)
    quantity.precision = precision * value / max(self.value, .leastNonzeroMagnitude)
    return quantity
  }
}
