import Testing

@testable import Extraction

@Suite struct AuthorCandidatesTests {
  private func candidates(
    _ lists: [(String, Double, AuthorCandidate.Source)],
    isForum: Bool = false
  ) throws -> AuthorCandidates {
    let persons = try personNames()
    var candidates = AuthorCandidates(persons, title: Array("The Mill".utf8), isForum: isForum)
    for (text, score, source) in lists {
      candidates.add(persons.names(in: Array(text.utf8)), score, source)
    }
    return candidates
  }

  private func best(_ candidates: AuthorCandidates) -> [String] {
    candidates.best.map { candidates.list[$0.index].names.map(\.text) } ?? []
  }

  @Test func `prefers the better source`() throws {
    let list = try candidates([("Jane Doe", 5, .named), ("John Roe", 8, .meta)])
    #expect(best(list) == ["John Roe"])
  }

  @Test func `lets sources that agree support each other`() throws {
    let list = try candidates([
      ("John Roe", 5.5, .byline), ("Jane Doe", 5, .named), ("Jane Doe", 5, .link),
    ])
    #expect(best(list) == ["Jane Doe"])
  }

  @Test func `prefers persons to nicknames and organisations`() throws {
    let list = try candidates([("dpa", 8, .meta), ("jane87", 6, .link), ("Jane Doe", 5, .named)])
    #expect(best(list) == ["Jane Doe"])
    #expect(
      best(try candidates([("jane87", 6, .link), ("Jane Doe", 5, .named)], isForum: true)) == [
        "jane87"
      ]
    )
  }

  @Test func `leaves organisations out of a list with persons`() throws {
    #expect(best(try candidates([("dpa, Jane Doe", 8, .meta)])) == ["Jane Doe"])
  }

  @Test func `takes no title and no crowd for authors`() throws {
    let crowd = (0..<30).map {
      "Jane Doe\(Character(Unicode.Scalar(UInt8(97 + $0 % 26))))\($0 / 26)"
    }
    #expect(
      try candidates([("The Mill", 8, .meta), (crowd.joined(separator: ","), 8, .meta)]).list
        .isEmpty
    )
  }

  @Test(arguments: ["jane", "janedoe", "jdoe"])
  func `gives a nickname its full name`(nick: String) throws {
    let list = try candidates([
      (nick, 8, .meta), ("Jane Doeman", 5, .link), ("Jane Doe", 6, .named),
    ])
    let name = try personNames().name(nick)
    let expected = nick == "jdoe" ? nil : "Jane Doe"
    #expect(list.fullName(for: name)?.text == expected)
  }

  @Test func `leaves out those who only helped`() throws {
    let persons = try personNames()
    var list = try candidates([])
    let names = persons.names(in: Array("Jane Doe, John Roe".utf8))
    list.note([names[1]], areHelpers: true)
    #expect(list.writers(of: names).map(\.text) == ["Jane Doe"])
    #expect(list.writers(of: [names[1]]).map(\.text) == ["John Roe"])
    list.note([names[1]], areHelpers: false)
    #expect(list.writers(of: names).count == 2)
  }
}
