@testable import Extraction
@testable import ResearchCore

/// Extraction from bytes of any kind, under any label.
///
/// The first line of an input is one character, whose bits choose what is done, and the label of the
/// Content-Type; the document follows.
enum ExtractionTrial {
  private static let address = "https://news.example/2026/03/a-story.html?page=2#top"

  /// What the first character chooses.
  private struct Choice {
    let kind: DocumentKind
    let followsRefresh: Bool
    let hasAddress: Bool
    let maxNodes: Int
    let maxDepth: Int

    init(_ byte: UInt8) {
      kind = [.html, .wholeHTML, .plainText, .xhtml][Int(byte & 3)]
      followsRefresh = byte & 4 != 0
      hasAddress = byte & 8 == 0
      maxNodes = byte & 64 == 0 ? 1_000_000 : 300
      maxDepth = byte & 64 == 0 ? 256 : 12
    }
  }

  /// Extracts what an input holds.
  static func run(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let line = input.dropFirst().prefix(60).prefix { $0 != 0x0A }
    let label = line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    let document = Array(input.dropFirst(1 + line.count + 1))
    extract(document, Choice(first), label)
  }

  /// Renders an input as Markdown, and extracts what comes of it.
  static func runMarkdown(_ input: [UInt8]) {
    // There is no other failure than a want of memory, which is bounded from outside.
    guard let html = try? MarkdownDocument.html(from: input) else { return }
    Law.check(html.count <= 64 * input.count + 65_536, "Markdown stays within 64 times its size")
    extract(html, Choice(UInt8(ascii: "1")), "utf-8")
  }

  private static func extract(_ document: [UInt8], _ choice: Choice, _ label: String?) {
    let extractor = Extractor(maxNodes: choice.maxNodes, maxDepth: choice.maxDepth)
    do throws(ExtractionError) {
      let article = try extractor.article(
        from: document,
        kind: choice.kind,
        charset: label,
        address: choice.hasAddress ? address : nil,
        followsRefresh: choice.followsRefresh
      )
      ArticleLaws.check(article, of: document)
      Law.check(article.words > 0, "an article has words")
    } catch .empty(let article) {
      ArticleLaws.check(article, of: document)
    } catch .challenge(let article, let wall) {
      ArticleLaws.check(article, of: document)
      Law.check(
        article.text.isEmpty && !wall.message.isEmpty,
        "a wall says what it is, and no more"
      )
    } catch .refresh(let target) {
      Law.check(choice.followsRefresh && !target.isEmpty, "a refresh is asked for and leads on")
    } catch {
      Law.check(!error.message.isEmpty, "a failure says why")
    }
  }
}
