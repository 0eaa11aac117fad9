import Testing

@testable import Extraction

@Suite struct GivenNamesTests {
  @Test(arguments: [
    ("Jane Doe", true), ("Dr. Jürgen Muster", true), ("J. Robert Doe", true),
    ("Ольга Иванова", true),
    ("Climate Change", false), ("Mill Street", false),
  ])
  func `knows whether a name begins with a given one`(name: String, expected: Bool) throws {
    #expect(GivenNames.begin(try personNames().name(name)) == expected)
  }

  @Test func `knows a given name alone`() {
    #expect(GivenNames.contain([NameWord.hash(Array("Jane".utf8)[...])]))
    #expect(!GivenNames.contain([]))
  }
}
