import Testing

@testable import Extraction

/// Finding many markers in one pass.
@Suite struct MarkerTableTests {
  private static let table = MarkerTable([
    .widget: "captcha capt", .vendor: "kasada", .cookie: "aaab", .reload: "xyz",
  ])

  @Test(
    arguments: [
      ("", []), ("capt", .widget), ("re-CAPTCHA", .widget), ("cap", []), ("kasad", []),
      ("akasada", .vendor), ("aaaab", .cookie), ("captkasada", [.widget, .vendor]),
      ("xyz", []),
    ] as [(String, ChallengeMarks)]
  )
  func `finds markers of four bytes and more wherever they stand`(
    text: String,
    marks: ChallengeMarks
  ) {
    #expect(Self.table.marks(in: Array(text.utf8).span) == marks)
  }
}
