/// The attributes that extraction reads; all others are dropped in the first pass.
enum AttributeName: UInt8, CaseIterable, Sendable {
  case unknown, ariaHidden, ariaModal, charset, `class`, content, dataComponent, dataQA, dataTestID
  case datetime, hidden, href, httpEquiv, id, itemprop, itemscope, itemtype, lang, name, property
  case pubdate, rel, role, start, style, title, type, value, xmlLang

  private static let texts = [
    "", "aria-hidden", "aria-modal", "charset", "class", "content", "data-component", "data-qa",
    "data-testid", "datetime", "hidden", "href", "http-equiv", "id", "itemprop", "itemscope",
    "itemtype", "lang", "name", "property", "pubdate", "rel", "role", "start", "style", "title",
    "type", "value", "xml:lang",
  ]

  /// The attributes by the hash of their names.
  static let names = NameTable(allCases.map { (texts[Int($0.rawValue)], $0) }, missing: .unknown)
}
