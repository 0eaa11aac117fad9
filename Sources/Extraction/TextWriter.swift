/// Writes chosen blocks out as an article's text: paragraphs, and headings with their offsets.
struct TextWriter {
  /// In bytes: what is longer stands as a heading, and is none.
  private static let longestHeading = 1_000

  private var bytes: [UInt8] = []
  private var scalars = 0
  private(set) var headings: [Heading] = []
  /// The most headings that are listed; further ones are text only.
  private static let mostHeadings = 5000

  init() {}

  /// Appends a paragraph; a level from 1 to 6 makes it a heading.
  mutating func append(_ paragraph: ArraySlice<UInt8>, level: Int = 0) {
    guard !paragraph.isEmpty else { return }
    if !bytes.isEmpty {
      bytes.append(contentsOf: [0x0A, 0x0A])
      scalars += 2
    }
    if level > 0, paragraph.count <= Self.longestHeading, headings.count < Self.mostHeadings {
      headings.append(
        Heading(text: String(decoding: paragraph, as: UTF8.self), level: level, start: scalars)
      )
    }
    bytes.append(contentsOf: paragraph)
    for byte in paragraph where byte & 0xC0 != 0x80 { scalars += 1 }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
