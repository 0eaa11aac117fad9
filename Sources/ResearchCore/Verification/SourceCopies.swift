/// Which sources do not confirm each other: copies, whole or in part, and pages of one publisher.
struct SourceCopies {
  /// By source: the earlier ones that it has a part in common with.
  var kin: [Int: [Int]] = [:]
  /// By source: numbers of those who published it.
  var publishers: [Int: [Int]] = [:]

  /// How many sources are left when those are not counted that have a part of an earlier one, or
  /// its publisher.
  func independent(_ sources: [Int]) -> Int {
    var counted: Set<Int> = []
    var heard: Set<Int> = []
    for source in Set(sources).sorted() {
      let publishers = publishers[source] ?? []
      guard !publishers.contains(where: heard.contains),
        !(kin[source] ?? []).contains(where: counted.contains)
      else { continue }
      counted.insert(source)
      heard.formUnion(publishers)
    }
    return counted.count
  }
}
