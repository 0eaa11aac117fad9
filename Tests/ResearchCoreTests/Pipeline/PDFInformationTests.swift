import Extraction
import Testing

@testable import ResearchCore

struct PDFInformationTests {
  private static func information(_ lines: String) -> PDFInformation {
    PDFInformation(Array(lines.utf8))
  }

  @Test func `reads what pdfinfo writes`() {
    let information = Self.information(
      """
      Title:           On Fruit:  a study
      Author:          Ann Author; Ben Bee
      CreationDate:    2026-01-31T12:00:00+01
      ModDate:         2026-02-01T00:00:00Z
      Title:           Another
      Pages:           2
      """
    )
    #expect(information.title == "On Fruit: a study")
    #expect(information.authors == ["Ann Author", "Ben Bee"])
    #expect(information.published == "2026-01-31" && information.modified == "2026-02-01")
    let article = information.describing(Article(text: "x"))
    #expect(article.title == "On Fruit: a study" && article.text == "x")
  }

  @Test(arguments: [
    "", "paper.pdf", "Microsoft Word - report.docx", "untitled", "thesis.DVI", "12-3", "Slide 1",
  ])
  func `takes no file's name for a title`(title: String) {
    #expect(Self.information("Title:  \(title)\n").title == nil)
  }

  @Test(arguments: [
    ("Ann Author", ["Ann Author"]),
    ("Ann Author, Ben Bee and Cy Dee", ["Ann Author", "Ben Bee", "Cy Dee"]),
    ("Author, Ann", ["Author, Ann"]), ("admin", []), ("a@b.example", []), ("C:\\users\\x", []),
    ("Plato", ["Plato"]), ("", []), (";;", []),
  ])
  func `tells authors from accounts`(text: String, names: [String]) {
    #expect(Self.information("Author: \(text)\n").authors == names)
  }

  @Test(arguments: ["yesterday", "2026-13-01", "", "0000"])
  func `takes no date that is none`(date: String) {
    #expect(Self.information("CreationDate: \(date)\nModDate: \(date)\n").published == nil)
  }

  @Test func `bounds whatever it is told`() {
    let long = String(repeating: "Title of ten million ", count: 3_000)
    let information = Self.information("Title: \(long)\nAuthor: \(long); x\n")
    #expect(information.title.map { $0.unicodeScalars.count } == 501)
    #expect(information.authors.allSatisfy { $0.unicodeScalars.count <= 101 })
  }
}
