import Testing

@testable import Extraction

/// The reader of names for a site that calls itself "Valley Courier".
func personNames(tellsPersons: Bool = true) throws -> PersonNames {
  let html = "<html><meta property=og:site_name content='Valley Courier'><p>x"
  let document = try HTMLParser.document(from: Array(html.utf8), maxNodes: 100, maxDepth: 16).0
  let head = PageHead(document)
  let data = LinkedData([], titleWords: [], canonical: [])
  return PersonNames(
    SiteNames(head, data, host: "www.courier.example"),
    tellsPersons: tellsPersons
  )
}

@Suite struct PersonNamesTests {
  @Test(arguments: [
    ("Jane Doe", ["Jane Doe"]), ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
    ("Von Anna Muster und Jörg Müller", ["Anna Muster", "Jörg Müller"]),
    ("Propos recueillis par Élodie Dupont", ["Élodie Dupont"]),
    ("María Pérez y Luis Gómez", ["María Pérez", "Luis Gómez"]), ("作者：王小明", ["王小明"]),
    ("Jane Doe, Senior Reporter", ["Jane Doe"]), ("Jane Doe Senior Reporter", ["Jane Doe"]),
    ("Jane Doe (Reuters)", ["Jane Doe"]), ("Jane Doe | 3 May 2026", ["Jane Doe"]),
    ("Jane Doe May 3, 2026", ["Jane Doe"]), ("Jane Doe jane@courier.example", ["Jane Doe"]),
    ("Jane Doe@janedoe", ["Jane Doe"]), ("jane@e.example (Jane Doe)", ["Jane Doe"]),
    ("ByJane Doe", ["Jane Doe"]),
    ("View all posts by Jane Doe", ["Jane Doe"]),
    ("Alle Beiträge von Anna Muster", ["Anna Muster"]),
    ("Jane_Doe", ["Jane Doe"]), ("Jane Doe. Photos by John Roe", ["Jane Doe"]),
    ("Jane DoemanValley", ["Jane Doeman"]), ("김철수 기자", ["김철수"]), ("Jane Doe Jr.", ["Jane Doe Jr."]),
    ("Jane Doe Valley Courier", ["Jane Doe"]),
    ("Jane O'Neill-MacDonald", ["Jane O'Neill-MacDonald"]),
  ])
  func `finds the names in a shown text`(text: String, expected: [String]) throws {
    let names = try personNames().names(in: Array(text.utf8), isShown: true)
      .filter { $0.likeness == .person }
    #expect(names.map(\.text) == expected)
  }

  @Test(arguments: [
    "https://courier.example/jane", "Staff Writer", "Foto: Jane Doe", "Read more", "3 May 2026",
    "Monday", "What is it?", "5 min read", "Jane says", "", "@jane", "by", "© 2026",
    String(repeating: "Jane Doe ", count: 60),
  ])
  func `finds no name in other texts`(text: String) throws {
    #expect(try personNames().names(in: Array(text.utf8), isShown: true).isEmpty)
  }

  @Test(arguments: [
    ("Jane Doe", PersonName.Likeness.person), ("Ludwig van Beethoven", .person),
    ("Jeanne d'Arc", .person), ("王小明", .person), ("Иван Петров", .person), ("jane", .nickname),
    ("jane1987", .nickname), ("The River", .nickname), ("CNN Business", .nickname),
    ("Valley Courier", .organisation), ("dpa", .organisation), ("Sports Desk", .organisation),
    ("courier.example.com", .organisation), ("Mill University", .organisation),
    ("朝日新聞社", .nickname),
  ])
  func `tells persons from others`(name: String, expected: PersonName.Likeness) throws {
    #expect(try personNames().name(name).likeness == expected)
  }

  @Test func `keeps a role that a machine gives`() throws {
    let names = try personNames().names(in: Array("Guardian staff reporter".utf8))
    #expect(names.map(\.text) == ["Guardian staff reporter"])
    #expect(names.map(\.likeness) == [.organisation])
  }

  @Test func `takes every name for a person when asked to`() throws {
    #expect(try personNames(tellsPersons: false).name("dpa").likeness == .person)
  }

  @Test func `knows the site's own name`() throws {
    let persons = try personNames()
    #expect(persons.isSite(persons.name("Valley Courier")))
    #expect(persons.isLikeSite(persons.name("Valley Courier Online")))
    #expect(!persons.isSite(persons.name("Jane Doe")))
  }

  @Test(arguments: [
    ("https://other.example/author/x", true), ("https://blog.courier.example/author/x", false),
    ("/author/x", false),
  ])
  func `tells another site's address`(address: String, expected: Bool) throws {
    #expect(try personNames().isElsewhere(Array(address.utf8)[...]) == expected)
  }
}
