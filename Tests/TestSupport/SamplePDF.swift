/// Small PDFs, written by hand after ISO 32000-1.
package enum SamplePDF {
  /// A document with a page for each list of lines, set one below the other; an empty line is a gap.
  package static func bytes(
    _ pages: [[String]],
    information: String = "",
    trailer: String = ""
  ) -> [UInt8] {
    bytes(contents: pages.map { Array(content($0).utf8) }, information, trailer)
  }

  /// A document with these pages as PDF draws them.
  package static func bytes(
    contents: [[UInt8]],
    _ information: String = "",
    _ trailer: String = ""
  ) -> [UInt8] {
    let kids = contents.indices.map { "\(5 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      Array("<< /Type /Catalog /Pages 2 0 R >>".utf8),
      Array("<< /Type /Pages /Kids [\(kids)] /Count \(contents.count) >>".utf8),
      Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".utf8),
      Array("<< \(information) >>".utf8),
    ]
    for (index, content) in contents.enumerated() {
      objects.append(Array(page(content: 6 + 2 * index).utf8))
      objects.append(
        Array("<< /Length \(content.count) >>\nstream\n".utf8) + content
          + Array("\nendstream".utf8)
      )
    }
    return file(objects, trailer)
  }

  private static func page(content: Int) -> String {
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(content) 0 R "
      + "/Resources << /Font << /F 3 0 R >> >> >>"
  }

  private static func content(_ lines: [String]) -> String {
    var content = "BT /F 12 Tf\n"
    for (place, line) in lines.enumerated() where !line.isEmpty {
      content += "1 0 0 1 72 \(720 - 14 * place) Tm (\(line)) Tj\n"
    }
    return content + "ET"
  }

  private static func file(_ objects: [[UInt8]], _ trailer: String) -> [UInt8] {
    var file = Array("%PDF-1.4\n".utf8)
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let place = String(file.count)
      table += String(repeating: "0", count: 10 - place.utf8.count) + place + " 00000 n \n"
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let end = "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info 4 0 R \(trailer) >>\n"
    return file + Array((table + end + "startxref\n\(file.count)\n%%EOF\n").utf8)
  }
}
