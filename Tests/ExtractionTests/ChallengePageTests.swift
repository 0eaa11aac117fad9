import Testing

@testable import Extraction

/// Which pages are walls before others, and which only look like that.
@Suite struct ChallengePageTests {
  /// What kind of wall a page is, at the address of an article.
  private static func wall(_ html: String) -> ChallengePage.Kind? {
    do {
      _ = try extract(html, address: "https://news.example/2026/03/04/a-story-of-the-day")
      return nil
    } catch {
      guard case .challenge(let article, let wall) = error else { return nil }
      #expect(article.text.isEmpty)
      #expect(!wall.sign.isEmpty)
      return wall.kind
    }
  }

  @Test(arguments: BotCheckPages.products + BotCheckLanguagePages.languages)
  func `names bot checks`(page: PageFixture) {
    #expect(Self.wall(page.html) == .botCheck)
  }

  @Test(arguments: SignInPages.pages)
  func `names log-in walls`(page: PageFixture) {
    #expect(Self.wall(page.html) == .signIn)
  }

  @Test(arguments: ConsentPages.pages)
  func `names consent walls`(page: PageFixture) {
    #expect(Self.wall(page.html) == .consent)
  }

  @Test(arguments: HeldBackWalls.botChecks)
  func `names bot checks that its rules were not made by`(page: PageFixture) {
    #expect(Self.wall(page.html) == .botCheck)
  }

  @Test(arguments: HeldBackWalls.signIns)
  func `names log-in walls that its rules were not made by`(page: PageFixture) {
    #expect(Self.wall(page.html) == .signIn)
  }

  @Test(arguments: HeldBackWalls.consents)
  func `names consent walls that its rules were not made by`(page: PageFixture) {
    #expect(Self.wall(page.html) == .consent)
  }

  @Test(arguments: OrdinaryPages.pages)
  func `takes no page for a wall that only carries parts of one`(page: PageFixture) {
    #expect(Self.wall(page.html) == nil)
  }

  @Test(arguments: TellingPages.pages + HeldBackPages.pages)
  func `takes no page for a wall that tells about walls`(page: PageFixture) {
    #expect(Self.wall(page.html) == nil)
  }

  @Test func `keeps the title of a wall, and says what to do`() {
    let html = "<title>Just a moment...</title><form id=challenge-form></form><p>Checking</p>"
    #expect(throws: ExtractionError.self) { try extract(html) }
    do {
      _ = try extract(html)
    } catch {
      #expect(error.kind == "challenge")
      #expect(error.message.contains("bot check"))
      #expect(error.message.contains("save the page and give the file"))
      guard case .challenge(let article, _) = error else { return }
      #expect(article.title == "Just a moment...")
    }
  }

  @Test(arguments: ChallengePage.Kind.allCases)
  func `names the kind, the sign and the remedy`(kind: ChallengePage.Kind) {
    let message = ChallengePage(kind, sign: "a sign").message
    #expect(message.hasPrefix("the page is \(kind.rawValue): a sign; open it in a browser"))
  }

  @Test func `reads Markdown and text as they are`() throws {
    let html = "<h1>Log in</h1><form><input type=password></form><p>Please log in.</p>"
    let article = try extract(html, kind: .wholeHTML)
    #expect(article.text.contains("Please log in."))
  }
}
