/// Makes a long input of a short one, so that what takes quadratic time is seen as slow.
///
/// The input is a beginning, a part to repeat and an end, with a byte 1 between them.
enum Repetition {
  /// The length of what is made, in bytes: quadratic work takes more than the time allowed.
  private static let size = 1 << 18

  /// The beginning, the part as often as fits, and the end.
  static func expanded(_ input: [UInt8]) -> [UInt8] {
    guard let first = input.firstIndex(of: 1), let last = input.lastIndex(of: 1) else {
      return input
    }
    let part = input[(first + 1)..<max(last, first + 1)]
    guard !part.isEmpty else { return input }
    var expanded = Array(input[..<first])
    expanded.reserveCapacity(size + input.count)
    while expanded.count < size { expanded += part }
    expanded += input[(last + 1)...]
    return expanded
  }
}
