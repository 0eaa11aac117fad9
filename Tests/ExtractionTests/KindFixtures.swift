/// Pages that are no articles, in several languages.
enum KindFixtures {
  /// A sentence of a hundred letters, told apart by a number.
  static func sentence(_ number: Int) -> String {
    "Part \(number) of the mill was mended in the spring by the people of the village, and it has run ever since."
  }

  static func page(_ body: String, head: String = "") -> String {
    "<!doctype html><html><head><title>Mill</title>\(head)</head><body>\(body)</body></html>"
  }

  /// Sections that each hold one paragraph, as pages of services do.
  static func sections(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "<section><div><h2>Heading \($0)</h2><p>\(sentence($0))</p></div></section>" }
      .joined()
  }
}
