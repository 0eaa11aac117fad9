import Testing

@testable import Extraction

@Suite struct AuthorFoldersTests {
  @Test(arguments: [
    ("/author/jane-doe", true), ("https://example.org/Team/x/", true), ("/by//jane", true),
    ("/author", false), ("/author/", false), ("/authority/x", false), ("", false),
    ("/author/" + String(repeating: "x", count: 300), false),
  ])
  func `knows the address of an author's page`(address: String, expected: Bool) {
    #expect(AuthorFolders.hold(Array(address.utf8).span) == expected)
  }
}
