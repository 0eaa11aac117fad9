import Testing

@testable import Extraction

@Suite struct LineFiltersTests {
  private static let paragraphs = Fixtures.paragraphs

  /// An article's text with something put between its paragraphs.
  private func text(with middle: String) throws -> String {
    let body = Self.paragraphs.map { "<p>\($0)</p>" }
    let html = """
      <title>River floods the old mill</title><body class=single-post><div>
      \(body[0])\(body[1])\(middle)\(body[2])\(body[3])</div>
      """
    return try extract(html).text
  }

  @Test(arguments: [
    "<p>© Agency of the Valley, all pictures</p>",
    "<p>(c) Agency of the Valley</p>",
    "<p>The mill on Tuesday before noon, seen from the bridge. Photo: Ann Smith</p>",
    "<p>Die Mühle am Dienstag vor dem Mittag, von der Brücke gesehen. Foto: Anna Schmidt</p>",
    "<p>El molino visto desde el puente viejo. Imagen: Ana Gómez</p>",
    "<p>Sign up here for one of our many newsletters and be the first to know.</p>",
    "<p>Hier sollte ein Fenster stehen. Externen Inhalt anzeigen?</p>",
    "<p>Um diesen Text zu kommentieren, müssen Sie eingeloggt sein.</p>",
    "<p>Para escribir una opinión sobre esta noticia, debes iniciar sesión.</p>",
    "<p><a href=/a>Why the bridge fell, and who had warned of it for years before that</a> | "
      + "<a href=/b>Five walks along the river, with maps and places to eat</a> | "
      + "<a href=/c>The valley in old pictures, from the days of the mill owners and their men</a></p>",
    "<div>Bookmark</div><div>12</div><div>Size of letters</div>",
  ])
  func `leaves out captions, requests, lists of links and loose lines`(line: String) throws {
    #expect(try text(with: line) == Self.paragraphs.joined(separator: "\n\n"))
  }

  @Test(arguments: [
    "He said: Photo finishes are rare here.", "Three things were saved: flour, wheel and cat",
    "On 5 March 2026 the old bridge was closed",
  ])
  func `keeps lines that only look like those`(line: String) throws {
    #expect(try text(with: "<p>\(line)</p>").contains(line))
  }

  @Test func `keeps headings in bare boxes where paragraphs are in such boxes too`() throws {
    let body = Self.paragraphs.map { "<div>\($0)</div>" }
    let html =
      "<body class=single-post><div>\(body[0])\(body[1])<div>The water falls</div>\(body[2])\(body[3])</div>"
    #expect(try extract(html).text.contains("The water falls"))
  }

  @Test(arguments: [
    ("About the author", 8, true), ("About the author", 15, false),
    ("Read more", 8, true), ("Read more", 15, false),
  ])
  func `ends an article at an announcement only where little text follows`(
    announcement: String,
    before: Int,
    isKept: Bool
  ) throws {
    var body = ["Early, ", "Then, ", "So, ", "Later, "].flatMap { word in
      Self.paragraphs.map { "<p>\(word + $0)</p>" }
    }
    body.insert("<h3>\(announcement)</h3>", at: before)
    let found = try extract("<body class=single-post><div>\(body.joined())</div>").text
    #expect(found.contains("Later, " + Self.paragraphs[3]) == isKept)
  }
}
