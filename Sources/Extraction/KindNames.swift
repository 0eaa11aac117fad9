/// The words of class names and ids on pages that are no articles, where the parts around the text are named otherwise.
///
/// Written as in `NameLists`: a hyphen joins two adjacent words, `=` asks for the whole name.
enum KindNames {
  static let lists: [(NameSigns, String)] = [
    (
      .frameParts,
      """
      nav navs navi navbar topnav subnav sidenav menu menus mainmenu submenu megamenu navigation
      navigations flyout hamburger burger offcanvas off-canvas breadcrumb breadcrumbs crumbs footer
      footers sitefooter pagefooter footercontent colophon siteheader site-header masthead topheader
      topbar top-bar header-container header-wrapper header-inner header-main main-header header-top
      top-header page-footer gdpr onetrust modal modals popup popups dialog lightbox skiplink
      skiplinks skip-link skip-links skip-to skip-nav pagination paginations paginator pager
      page-numbers dropdown addthis addtoany sharedaddy sharebar sharing share-button share-buttons
      social-share share-link share-links social-links social-icons social-media socials newsletter
      newsletters signup sign-up signin sign-in login log-in optin mailchimp searchbox searchform
      search-form search-box search-bar site-search advert adverts advertisement advertisements
      advertising adsense ad-slot ad-container ad-wrapper google-ad google-ads taboola outbrain
      language-switcher lang-switcher back-top backtotop sr-only visually-hidden visuallyhidden
      screen-reader screenreader print-only tagcloud tag-cloud livechat cookie cookies cookiebar
      cookiebanner cookieconsent cookienotice cookielaw consent
      =header =search =drawer =share =social =ads =ad =subscribe =subscription =legal =copyright
      d-none no-print
      =logo =invisible =sitemap =noprint =toolbar
      """
    ),
    (
      .consent,
      """
      cookie cookies cookiebar cookiebanner cookieconsent cookienotice cookielaw consent gdpr
      onetrust ot-pc cmp-container cybot cybotcookiebotdialog didomi usercentrics truste
      """
    ),
    (
      .surplus,
      """
      widget-area related relateds relatedarticles relatedposts relatedproducts relatedcontent
      recommend recommended recommendation recommendations recommendedproducts recirc recirculation
      more-from read-next readnext up-next next-up also-like youmayalso also-bought see-also
      most-read mostread most-popular popular trending latest-news latest-posts recent-posts upsell
      upsells cross-sell cross-sells crosssell crosssells recently-viewed recent-articles sponsor
      sponsors sponsored sponsorship promo promos promotion promotions promobar author-bio author-box
      authorbox about-author post-author author-info byline bylines entry-meta post-meta postmeta
      article-meta postinfo post-info taglist tag-list post-tags post-categories entry-footer
      post-footer article-footer post-nav post-navigation prev-next previous-next toc table-of
      table-contents figcaption image-caption photo-credit image-credit credits editsection catlinks
      navbox filter filters refinement refinements sort-by sorting disclaimer feedback survey disqus
      button buttons btn btns
      =tags =caption =credit =meta =byline =dateline =timestamp =secondary =banner =facet =facets
      =rating =ratings =stars =reaction =reactions =likes =votes
      """
    ),
    (
      .offers,
      """
      widget-area related relateds relatedarticles relatedposts relatedproducts relatedcontent
      recommend recommended recommendation recommendations recirc recirculation more-from read-next
      up-next most-read most-popular popular trending latest-news latest-posts recent-posts
      """
    ),
    (.side, "sidebar sidebars side-bar side-bars rail right-column right-col rightcol"),
    (.widget, "=widget"),
    (
      .writing,
      """
      article-body articlebody story-body storybody post-body postbody entry-content post-content
      postcontent article-content article-text articletext post-text post-entry body-text
      """
    ),
    (
      .panel,
      """
      faq faqs accordion accordions collapsible collapsibles collapse expandable expander toggle
      tabpanel tab-panel tab-pane tabpane tab-content tabs-content answer answers spoiler
      """
    ),
  ]
}

extension NameSigns {
  /// Menus, headers, footers, dialogs, shares: the frame around a page's content.
  static let frameParts = NameSigns(rawValue: 1 << 24)
  /// Questions about cookies and consent.
  static let consent = NameSigns(rawValue: 1 << 25)
  /// Related matter, tags, credits, filters, buttons: what belongs to the content and is no part of its text.
  static let surplus = NameSigns(rawValue: 1 << 26)
  /// Offers of other pages, which go however long they are as long as a text remains.
  static let offers = NameSigns(rawValue: 1 << 27)
  /// A sidebar, where nothing but words of structure follow: "sidebar-left-inner", not "sidebar-layout-page".
  static let side = NameSigns(rawValue: 1 << 28)
  /// The body of an article or a post, by the names that are used for little else.
  static let writing = NameSigns(rawValue: 1 << 30)
  /// A part that its reader opens: an answer, a tab, an accordion.
  static let panel = NameSigns(rawValue: 1 << 31)
  /// A list item that is a box of its own.
  static let widget = NameSigns(rawValue: 1 << 29)
}
