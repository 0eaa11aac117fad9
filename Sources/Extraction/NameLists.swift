/// The words of class names and ids, by what they say.
///
/// Collected from the conventions of content systems in several languages; none is for one site. A hyphen joins two
/// adjacent words; `=` before a word says that it must be the whole name.
enum NameLists {
  /// The signs by the hash of a word, of a pair, or of a whole name.
  static let table: NameTable<NameSigns> = {
    var pairs: [(String, NameSigns)] = []
    for (sign, words) in lists + KindNames.lists {
      for word in words.split(whereSeparator: \.isWhitespace) { pairs.append((String(word), sign)) }
    }
    for first in "article story post entry news text content body blog".split(separator: " ") {
      for second in "body text content copy txt detail main".split(separator: " ")
      where first != second {
        pairs.append(("\(first)-\(second)", .body))
        pairs.append(("\(first)\(second)", .body))
      }
    }
    return NameTable(pairs, missing: [], hashing: hash) { $0.union($1) }
  }()

  /// First words of names that modify and do not name.
  static let states = words(
    "has is no not with without js hide can u format category tag status type tax overflow"
  )

  /// Words that only say where or how a thing stands.
  static let structure = words(
    """
    container containers wrapper wrappers wrap inner outer content area block blocks section box
    list item items bar row col column links link body main group left right top bottom desktop
    mobile holder panel widget widgets wide fixed sticky title heading text nav menu ul li default
    primary secondary global site light dark region zone module component
    0 1 2 3 4 5 6 7 8 9 10
    """
  )

  /// The key of two adjacent words.
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x9E37_79B9_7F4A_7C15) ^ second
  }

  /// The key of a word that must be the whole name.
  static func whole(_ word: UInt64) -> UInt64 {
    word &* 0xD6E8_FEB8_6659_FD93
  }

  private static func hash(_ name: String.UTF8View) -> UInt64 {
    let parts = name.split(separator: 0x2D)
    if name.first == 0x3D { return whole(NameHash(name.dropFirst()).value) }
    if parts.count == 2 { return pair(NameHash(parts[0]).value, NameHash(parts[1]).value) }
    return NameHash(name).value
  }

  private static func words(_ text: String) -> NameTable<Bool> {
    NameTable(
      text.split(whereSeparator: \.isWhitespace).map { (String($0), true) },
      missing: false
    )
  }

  private static let lists: [(NameSigns, String)] = [
    (
      .extra,
      """
      share sharing shares sharebar sharebuttons sharetools sharedaddy socials social socialmedia
      sociable addthis addtoany newsletter newsletters subscribe subscription signup sign-up optin
      mailchimp related relateds relatedarticles relatedposts recommended recommendation
      recommendations recommend recirc recirculation outbrain taboola sidebar rail breadcrumb
      breadcrumbs crumbs nav navi navigation navbar topnav subnav sidenav menu mainmenu submenu
      megamenu offcanvas hamburger promo promos promotion advert adverts advertisement advertising
      adslot adsense adbox publicite werbung anzeige sponsored sponsor sponsors banner popup modal
      lightbox toolbar pagination pager paging paginator caption captions credit credits byline
      bylines author authors autor autoren auteur autore authorbox bio tags taglist tagcloud topics
      keywords timestamp dateline trending mostread carousel slider rating ratings survey
      poll login signin utility subnav bookmark bookmarks infobox factbox faktaboks faktenbox
      donation donate citations tooltip printonly screenreader offscreen dropdown searchbox
      searchform skiplink livechat upsell upsells toc skip-link skip-to skip-nav skip-links
      print-only no-print sr-only visually-hidden screen-reader bottom-bar top-bar back-top
      language-switcher lang-switcher search-form search-box search-bar site-search cross-sell
      recently-viewed also-bought also-like table-contents prev-next previous-next
      also-read read-also more-from more-on more-news more-stories you-may may-like might-like
      read-next up-next next-article next-post prev-post post-nav post-navigation post-meta
      entry-meta article-meta meta-data article-info post-info entry-info entry-footer post-footer
      article-footer article-tags post-tags post-categories entry-tags tag-list tag-links tags-links
      cat-links story-meta about-author author-info author-bio author-box article-author post-author
      entry-author image-caption img-caption photo-credit call-action social-media follow-us
      top-stories latest-news latest-posts recent-posts recent-articles related-posts see-also
      most-popular most-read most-viewed in-brief article-list post-list news-list trc-related
      fact-box info-box right-col right-column relacionadas relacionados verwandt partager compartir
      teilen condividi jp-relatedposts editsection catlinks navbox
      =tag =share =social =ads =drawer =search =toolbar =disclaimer
      """
    ),
    (
      .weak,
      """
      teaser teasers readmore read-more similar popular print slideshow mehr weitere mehr-zum
      loading widget masthead siteheader site-header page-header topheader feedback filters filter
      sort-by sorting =widget =header =meta =legal =secondary =skip =button =buttons
      """
    ),
    (
      .appendix,
      """
      comments commentlist comment-list disqus respond footer footers sitefooter pagefooter foot
      site-footer page-footer colophon cookie cookies cookiebar cookiebanner consent gdpr onetrust
      didomi usercentrics copyright privacy noprint comment-form comment-respond =comment
      """
    ),
    (.advertisement, "ad ads adv"),
    (
      .image,
      """
      image images img photo photos foto fotos picture pic bild bilder media figure visual gallery
      lightbox slide video illustration legend legende imagen immagine
      """
    ),
    (
      .caption,
      "caption captions legend legende source copyright credit bildunterschrift description info"
    ),
    (
      .body,
      """
      rich-text richtext main-text maintext single-content artikel-inhalt artikel-text articulo
      post-entry body-text
      """
    ),
    (
      .lead,
      """
      lead lede intro introduction teaser excerpt standfirst dek deck summary subtitle sub-title
      subhead subheadline sub-head sub-headline subheading subtitulo chapo chapeau abstract
      entradilla sottotitolo bajada vorspann ingress manchet anons anleser strapline sommario perex
      speakable article-description kicker-text
      """
    ),
    (.paid, "subscriber premium paywall paid article-body articlebody entry-content"),
    (.hidden, "=hidden"),
    (
      .frame,
      """
      =main =content =maincontent =primary main-content page-content site-content content-main
      """
    ),
    (
      .member,
      """
      signature signatures postprofile post-profile userinfo user-info user-details user-extras
      message-attribution author-info member-info poster-info author-details profile-card user-card
      user-banner user-title reactions reaction-bar action-bar post-controls post-actions post-menu
      post-buttons last-edit topic-map suggested-topics similar-threads related-topics more-topics
      notices =joined post-count postcount votecell vote-cell =username =author =user =meta
      """
    ),
    (
      .comment,
      """
      comments commentlist comment-list comments-area comment-respond commentform comment-form
      comment-body respond =comment =depth-1
      """
    ),
    (.review, "reviews customer-reviews review-list review-item ratings-reviews qanda"),
    (
      .date,
      """
      date datum fecha data published publish posted pubdate timestamp dateline time dt-published
      entry-date post-date byline postedon publication
      """
    ),
    (
      .author,
      """
      byline bylines by-line author authors autor autoren auteur auteurs autore autorin writer
      writers contributor contributors reporter creator redakteur redaktor verfasser forfatter
      journalist authorname authorlink authorinfo authored postauthor articleauthor posted-by
      author-name written-by username
      """
    ),
    (
      .foreign,
      """
      related relateds recommended recommendation sidebar widget comment comments footer trending
      popular teaser teasers card cards latest more promo newsletter nav menu breaking ticker
      carousel recirc reply similar next prev most-read mostread
      """
    ),
    (.sidebar, "sidebar sidebars side-bar rail right-col right-column"),
  ]
}
