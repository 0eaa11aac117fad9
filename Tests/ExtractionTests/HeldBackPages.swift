/// Pages about walls, after pages that others have written, when the weights were chosen.
enum HeldBackPages {
  /// Articles and manuals.
  static let pages: [PageFixture] = [
    PageFixture(
      "blog on a held button",
      #"""
      <!doctype html><html lang=en><head><title>The great human verification
      circus</title></head><body><h1>The great human verification circus</h1><p>It seems even
      the simplest requests now come with a suspicion: are you really a human? Press and hold
      the button, said the page.</p><p>What is next? Perform a somersault while reciting
      Shakespeare? I held it until it turned green, and then it asked again.</p></body></html>
      """#
    ),
    PageFixture(
      "manual of a cookie wall",
      #"""
      <!doctype html><html lang=en><head><title>Cookie wall</title></head><body><h1>Cookie
      wall</h1><p>The cookie wall allows you to block users from your website that did not
      make a choice yet. Once enabled, new visitors are sent to a consent page.</p><p>In order
      to enable the soft cookie wall, go to Menu, Legal, and add a fallback
      address.</p></body></html>
      """#
    ),
    PageFixture(
      "manual of response pages",
      #"""
      <!doctype html><html lang=en><head><title>Response
      pages</title></head><body><h1>Response pages</h1><p>When a block rule is triggered, the
      request is immediately blocked and a block page is displayed to the visitor.</p><p>If
      the system suspects automated traffic, it presents a captcha; who passes it may access
      the domain.</p></body></html>
      """#
    ),
    PageFixture(
      "help of a wiki on captchas",
      #"""
      <!doctype html><html lang=en><head><title>CAPTCHA help</title></head><body><h1>CAPTCHA
      help</h1><p>Web sites that accept postings from the public, like this wiki, are often
      abused by spammers who use automated tools to add their links.</p><p>Sometimes you will
      see an image with coloured or distorted text and be asked to type the words
      shown.</p></body></html>
      """#
    ),
    PageFixture(
      "question on a support page",
      #"""
      <!doctype html><html lang=en><head><title>How do bot checks
      work?</title></head><body><h1>How do bot checks work?</h1><p>A visitor suspected of bot
      behaviour is presented with challenges in escalating order: cookie support test,
      JavaScript challenge, CAPTCHA.</p><p>Was this article helpful?</p><div
      id=launcher></div><a href="/login">Sign in</a></body></html>
      """#
    ),
  ]
}
