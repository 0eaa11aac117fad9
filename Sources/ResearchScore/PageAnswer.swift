import Extraction
import FoundationEssentials

/// What a page gives, in one line of JSON.
struct PageAnswer: Encodable {
  private var path: String
  private var text = ""
  private var title: String?
  private var authors: [String] = []
  private var published: String?

  /// Reads the page of a file as the program does, but for the steps that are left out.
  init(_ path: String, leavingOut steps: ExtractionSteps) throws {
    self.path = path
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let article = Self.article(bytes, Extractor(leavingOut: steps))
    text = article.text
    title = article.title
    authors = article.authors
    published = article.published
  }

  /// The article, or what is known of a page that gave none.
  static func article(_ bytes: [UInt8], _ extractor: Extractor) -> Article {
    do {
      return try extractor.article(
        from: bytes,
        kind: .html,
        charset: nil,
        address: nil,
        followsRefresh: false
      )
    } catch .empty(let article) {
      return article
    } catch .challenge(let article, _) {
      return article
    } catch {
      return Article()
    }
  }

  var line: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }
}
