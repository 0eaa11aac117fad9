import Testing

@testable import Extraction

/// The lines that begin as bylines do, and those that only look so.
@Suite struct BylinesTests {
  private func authors(_ line: String) throws -> [String] {
    try extract(
      "<html><title>The flood</title><body><h1>The flood</h1><p>\(line)</p>"
        + "<p>\(Fixtures.paragraphs[0])</p><p>\(Fixtures.paragraphs[1])</p>"
    ).authors
  }

  @Test(arguments: [
    ("Posted on 3 May 2026 by Jane Doe", ["Jane Doe"]), ("3.5.2026 von jane87", ["jane87"]),
    ("Words and photos by Jane Doe", ["Jane Doe"]),
    ("Von Jane Doe und Änne Müller <span>Stand: 01.03.2026</span>", ["Jane Doe", "Änne Müller"]),
    ("Door Jan van der Berg en Els de Vries", ["Jan van der Berg", "Els de Vries"]),
    ("كتب: أحمد الخطيب - ١ مارس ٢٠٢٦", ["أحمد الخطيب"]),
    ("نویسنده: رضا احمدی ۱۰ اسفند", ["رضا احمدی"]),
  ])
  func `reads the names of a byline`(line: String, expected: [String]) throws {
    #expect(try authors(line) == expected)
  }

  @Test(arguments: [
    "Photo by Max Power", "Listing 12-3: A poem by Emily Dickinson makes a good test case.",
    "Created by fs.opendir(), fs.opendirSync(), or", "Ch 3.1 — Macros by Example",
    "Copyright (c) 12 March 1998 by Ann Lee.", "Painting by Vincent van Gogh",
  ])
  func `takes no other line for a byline`(line: String) throws {
    #expect(try authors(line).isEmpty)
  }
}
