import TestSupport

/// Small pages that extraction takes for articles.
enum SavedPage {
  /// A page about a subject, in sentences of its own.
  static func html(_ subject: String) -> String {
    """
    <!DOCTYPE html><html lang="en"><head><title>On \(subject)</title></head><body><article>
    <h1>On \(subject)</h1>
    <p>The \(subject) was brought to the harbour in spring, and everybody came to look at it. \
    Nobody knew what a \(subject) eats, so the children brought bread and apples.</p>
    <p>In summer the \(subject) had grown, and a house was built around it with large windows. \
    People travelled for days to see the \(subject) through the glass.</p>
    <p>When winter came the \(subject) was gone one morning, and only the bread was left. \
    The windows of the house have been kept clean ever since.</p>
    </article></body></html>
    """
  }

  /// A site with so many pages, `/1` and up.
  static func site(_ count: Int) throws -> LocalSite {
    let site = try LocalSite.start()
    for number in 1...count { site.answer("/\(number)", .text(html("creature \(number)"))) }
    return site
  }
}
