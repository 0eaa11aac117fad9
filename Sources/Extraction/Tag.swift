/// The elements that extraction tells apart; every other one is `unknown`.
enum Tag: String, CaseIterable, Sendable {
  case unknown = ""
  case text = "#text"
  case a, abbr, acronym, address, applet, area, article, aside, audio
  case b, base, bdi, bdo, big, blockquote, body, br, button
  case canvas, caption, center, cite, code, col, colgroup
  case data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt
  case em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
  case i, iframe, img, input, ins, kbd, label, legend, li, link
  case main, map, mark, math, menu, meta, meter
  case nav, nobr, noembed, noframes, noscript, object, ol, optgroup, option
  case p, param, picture, plaintext, pre, progress
  case q, rb, rp, rt, ruby, s, samp, script, search, section, select, small, source, span, strike
  case strong, style, sub, summary, sup, svg
  case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
  case u, ul, `var` = "var", video, wbr, xmp

  /// The tags by the hash of their names.
  static let names = NameTable(allCases.map { ($0.rawValue, $0) }, missing: .unknown)

  /// Elements that have no end tag.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source,
      .track, .wbr:
      true
    default: false
    }
  }

  /// Elements that flow within a line of text.
  var isInline: Bool {
    switch self {
    case .a, .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .data, .del, .dfn, .em, .font, .i,
      .img, .ins, .kbd, .label, .mark, .nobr, .q, .rb, .ruby, .s, .samp, .small, .span, .strike,
      .strong, .sub, .sup, .time, .tt, .u, .var, .wbr:
      true
    default: false
    }
  }

  /// Elements that stand as a block of their own wherever they occur.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .dd, .details, .div, .dl, .dt, .fieldset,
      .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr,
      .li, .main, .nav, .ol, .p, .pre, .section, .table, .tbody, .td, .tfoot, .th, .thead, .tr,
      .ul:
      true
    default: false
    }
  }

  /// Elements whose contents are never text to be read.
  var isNeverText: Bool {
    switch self {
    case .applet, .area, .audio, .base, .button, .canvas, .datalist, .dialog, .embed, .frame,
      .frameset, .iframe, .input, .link, .map, .math, .menu, .meta, .meter, .noembed,
      .noframes, .object, .optgroup, .option, .param, .picture, .progress, .rp, .rt, .script,
      .select, .source, .style, .svg, .template, .textarea, .title, .track, .video:
      true
    default: false
    }
  }

  /// From 1 to 6 for headings, else 0.
  var headingLevel: Int {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }

  /// Elements that authors may leave open, because the next one of their kind closes them.
  var closesItself: Bool {
    switch self {
    case .p, .li, .dt, .dd, .tr, .td, .th, .thead, .tbody, .tfoot, .option, .optgroup, .colgroup,
      .html, .head, .body, .rt, .rp, .rb:
      true
    default: false
    }
  }
}
