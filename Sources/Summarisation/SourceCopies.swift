/// Which sources do not confirm each other: copies, whole or in part, and pages of one publisher.
package struct SourceCopies: Sendable, Equatable {
  /// By source: the earlier ones that it has a part in common with.
  var kin: [Int: [Int]] = [:]
  /// By source: numbers of those who published it.
  var publishers: [Int: [Int]] = [:]

  /// Sources of which each stands for itself.
  package init() {}

  /// How many sources are left when those are not counted that have a part of an earlier one, or
  /// its publisher.
  package func independent(_ sources: [Int]) -> Int {
    var counted: Set<Int> = []
    var heard: Set<Int> = []
    for source in Set(sources).sorted() {
      let publishers = publishers[source] ?? []
      guard !publishers.contains(where: heard.contains),
        !areKin(source, anyOf: counted)
      else { continue }
      counted.insert(source)
      heard.formUnion(publishers)
    }
    return counted.count
  }

  /// Whether one of two sources has a part of the other.
  func areKin(_ one: Int, _ other: Int) -> Bool {
    areKin(max(one, other), anyOf: [min(one, other)])
  }

  /// Whether two sources have a publisher in common.
  func haveOnePublisher(_ one: Int, _ other: Int) -> Bool {
    (publishers[one] ?? []).contains(where: (publishers[other] ?? []).contains)
  }

  private func areKin(_ source: Int, anyOf earlier: Set<Int>) -> Bool {
    (kin[source] ?? []).contains(where: earlier.contains)
  }
}
