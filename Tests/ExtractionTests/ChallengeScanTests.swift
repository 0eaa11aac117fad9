import Testing

@testable import Extraction

/// What the tags of a page show of the parts of walls.
@Suite struct ChallengeScanTests {
  private static func signs(_ html: String) -> ChallengeSigns {
    ChallengeScan.signs(of: Array(html.utf8))
  }

  @Test(
    arguments: [
      ("<script src='https://x.example/captcha-delivery.com/c.js'></script>", .interstitial),
      ("<SCRIPT>window._CF_CHL_OPT={}</SCRIPT>", .interstitial),
      ("<script>x<!-- document.cookie", .cookie),
      ("<form ID=challenge-form>", .interstitial), ("<div class='a  h-captcha'>", .widget),
      ("<meta name=ROBOTS content='NoIndex'>", .noIndex), ("<input name=SAMLRequest>", .handOver),
      ("<meta http-equiv=refresh content=5>", .refresh), ("<form action=/a/login>", .signInForm),
      ("<iframe src=/_Incapsula_Resource?x>", .interstitial),
    ] as [(String, ChallengeMarks)]
  )
  func `finds the parts of walls`(html: String, mark: ChallengeMarks) {
    #expect(Self.signs(html).marks.contains(mark))
  }

  @Test(arguments: [
    "<!-- <div class=g-recaptcha> -->", "<p>px-captcha</p>", "<textarea><div id=px-captcha>",
    "<div class='tag-captcha category-captcha'>", "<body class=captcha>", "<img src=captcha.png>",
    "<a href=/login class=captcha>", "<title><form id=challenge-form></title>",
    "<form id=challenge-form", "<script src=/_Incapsula_Resource",
  ])
  func `passes over what is not a part of the page`(html: String) {
    let marks = Self.signs(html).marks
    #expect(marks.isDisjoint(with: [.interstitial, .widget, .signInForm]))
  }

  @Test func `counts fields, links and buttons`() {
    let signs = Self.signs(
      """
      <header><input type=password></header><nav><input type=PASSWORD></nav>
      <input type="password"><input name=q><input type=search><input type=email name=mail>
      <input type=hidden name=a><input name=captcha_code><textarea></textarea>
      <a href=/1>1</a><a href=/2>2</a><input type=submit value="Accept &amp; go">
      """
    )
    #expect(signs.passwords == 1)
    #expect(signs.fields == 3)
    #expect(signs.links == 2)
    #expect(signs.buttons == [Array("Accept &amp; go".utf8)])
  }

  @Test(arguments: [
    "<", "</", "<a", "<a b", "<a b=", "<a b='", "<!--", "<script", "<script>", "\0",
  ])
  func `ends at any end`(html: String) {
    let signs = Self.signs(html)
    #expect(signs.passwords == 0)
    #expect(Self.signs(String(repeating: html, count: 1000)).passwords == 0)
  }
}
