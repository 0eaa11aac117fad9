/// Which sources were copied from one another, whole or in part.
struct SourceCopies {
  /// By source: the earlier ones that it has a part in common with.
  var kin: [Int: [Int]] = [:]

  /// How many sources are left when those are not counted that have a part of an earlier one.
  func independent(_ sources: [Int]) -> Int {
    var counted: Set<Int> = []
    for source in Set(sources).sorted() {
      if !(kin[source] ?? []).contains(where: counted.contains) { counted.insert(source) }
    }
    return counted.count
  }
}
