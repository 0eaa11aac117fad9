import Fetching
import FoundationEssentials

/// What stands around a report in HTML: a page that asks for nothing, runs nothing, and says so.
enum HTMLPage {
  /// All before the report itself.
  ///
  /// The policy allows the style by its hash and nothing else: no script, picture, font or form,
  /// whatever a page that was read has brought in. The language is that of the report's own words.
  static func head(title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <meta name="generator" content="\(escaped(Report.generator))">
    <title>\(escaped(title.oneLine(limit: 500)))</title>
    <style>\(style)</style>
    </head>
    <body>
    <main>

    """
  }

  /// All behind it.
  static let foot = "</main>\n</body>\n</html>\n"

  /// Escapes plain text for HTML, in elements and in quoted attributes.
  static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  private static var style: String {
    String(decoding: PackageResources.report_css, as: UTF8.self)
  }

  private static var policy: String {
    "default-src 'none'; style-src 'sha256-\(hash(of: style))'; base-uri 'none'; form-action 'none'"
  }

  /// SHA-256 in Base64, as Content Security Policy writes it.
  private static func hash(of text: String) -> String {
    let digits = Array(sha256(Array(text.utf8)).utf8).map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
      digits[$0] << 4 | digits[$0 + 1]
    }
    return Data(bytes).base64EncodedString()
  }
}
