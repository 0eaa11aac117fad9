/// Sums over any range of blocks in constant time.
struct PrefixSums: Sendable {
  private var sums: [Int]

  init(_ values: some Sequence<Int>) {
    sums = [0]
    var sum = 0
    for value in values {
      sum += value
      sums.append(sum)
    }
  }

  var total: Int { sums[sums.count - 1] }

  subscript(_ range: Range<Int>) -> Int { sums[range.upperBound] - sums[range.lowerBound] }
}
