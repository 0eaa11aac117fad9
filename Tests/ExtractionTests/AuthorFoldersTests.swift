import Testing

@testable import Extraction

@Suite struct AuthorFoldersTests {
  @Test(arguments: [
    ("/author/jane-doe", true), ("https://example.org/Authors/x/", true), ("/team/arsenal", false),
    ("/by//jane", true),
    ("/author", false), ("/author/", false), ("/authority/x", false), ("", false),
    ("/@jane", true), ("/?author=7", true), ("/?author=", false), ("@jane", false),
    ("/@@search?x=1", false), ("/search?q=/author/x", false),
    ("/author/" + String(repeating: "x", count: 300), false),
  ])
  func `knows the address of an author's page`(address: String, expected: Bool) {
    #expect(AuthorFolders.hold(Array(address.utf8).span) == expected)
  }

  @Test(arguments: [("/user/login", true), ("/member/register?x", true), ("/user/jane", false)])
  func `knows the address of a service for users`(address: String, expected: Bool) {
    #expect(AuthorFolders.isService(Array(address.utf8)[...]) == expected)
  }
}
