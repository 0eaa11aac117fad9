/// Steps of extraction that can be left out, so that each one's worth can be measured (`.ci/ablation`).
///
/// Nothing is left out where pages are read for their users. A step asks whether it is in the set before it does anything.
package struct ExtractionSteps: OptionSet, Sendable, Hashable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(_ place: UInt64) { rawValue = 1 << place }

  // The main text.

  /// Telling kinds of pages: without it each is read as an article.
  package static let kinds = Self(0)
  /// Dropping elements for what their names say.
  package static let names = Self(1)
  /// Dropping elements that are hidden.
  package static let hidden = Self(2)
  /// Keeping what outweighs its name or tag.
  package static let guards = Self(3)
  /// Dropping captions.
  package static let captions = Self(4)
  /// The second, laxer try where pruning leaves next to nothing.
  package static let laxTry = Self(5)
  /// Marks of the body, by microdata, name or tag, in the choice of the container.
  package static let bodyMarks = Self(6)
  /// What linked data quote of the text, as a witness for container and end.
  package static let witness = Self(7)
  /// Teasers of other pages, told by their linked titles.
  package static let cards = Self(9)
  /// Several candidates and a judge that chooses among them.
  package static let judge = Self(10)
  /// The standfirst between headline and container.
  package static let lead = Self(11)
  /// The region of the content where a page is no single article.
  package static let region = Self(12)
  /// Whole texts and lines that stand on the page twice.
  package static let repeats = Self(13)
  /// The headline within the text.
  package static let headlines = Self(14)
  /// Lines of links alone.
  package static let linkLines = Self(15)
  /// Notices, calls, captions and requests, told by their phrases.
  package static let phrases = Self(16)
  /// Short lines before the first paragraph.
  package static let preface = Self(17)
  /// Bylines and dates at the top.
  package static let bylines = Self(18)
  /// Short lines and headings behind the last paragraph.
  package static let tail = Self(19)
  /// Texts in `<noscript>`, hidden bodies and data for scripts, where the page has next to no other.
  package static let rescue = Self(20)
  /// Descriptions of products in linked data.
  package static let productText = Self(21)
  /// Words beside a picture that are alone with it in a box.
  package static let pictureBoxes = Self(22)
  /// Short lines in bare boxes where paragraphs are marked as such.
  package static let looseLines = Self(23)
  /// What is said of the author at the end.
  package static let authorLines = Self(24)

  // What a page says about itself.

  /// JSON-LD, for text and metadata.
  package static let linkedData = Self(32)
  /// `<meta>` elements, OpenGraph's among them.
  package static let metas = Self(33)
  /// Microdata and RDFa.
  package static let microdata = Self(34)
  /// Cutting the site's name off titles.
  package static let titleParts = Self(35)
  /// Names in bylines and links to authors' pages.
  package static let shownAuthors = Self(36)
  /// Telling persons from agencies, teams and sites.
  package static let persons = Self(37)
  /// `<time>` elements and dates that are printed.
  package static let shownDates = Self(38)
  /// Dates in addresses.
  package static let addressDates = Self(39)
  /// The page's own address, where none is given.
  package static let ownAddress = Self(40)

  /// All steps by name, in the order of the cascade.
  package static let named: [(name: String, step: ExtractionSteps)] = [
    ("kinds", kinds), ("names", names), ("hidden", hidden), ("guards", guards),
    ("captions", captions), ("lax-try", laxTry), ("body-marks", bodyMarks), ("witness", witness),
    ("cards", cards), ("judge", judge), ("lead", lead),
    ("region", region), ("repeats", repeats), ("headlines", headlines), ("link-lines", linkLines),
    ("phrases", phrases), ("preface", preface), ("bylines", bylines), ("tail", tail),
    ("rescue", rescue), ("product-text", productText), ("picture-boxes", pictureBoxes),
    ("loose-lines", looseLines), ("author-lines", authorLines), ("linked-data", linkedData),
    ("metas", metas), ("microdata", microdata), ("title-parts", titleParts),
    ("shown-authors", shownAuthors), ("persons", persons), ("shown-dates", shownDates),
    ("address-dates", addressDates), ("own-address", ownAddress),
  ]
}
