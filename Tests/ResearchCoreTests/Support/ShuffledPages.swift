/// Pages that say some things together, some alone, and some against each other.
enum ShuffledPages {
  private static let subjects = [
    "The harbour of Ellery", "The tunnel of Ferrow", "The old glass works", "The ferry to Marn",
    "The winter market", "The mill at Orne", "The northern lighthouse",
  ]
  private static let shared = [
    "The tunnel of Ferrow is 14 kilometres long and was opened in 1931.",
    "Nobody knows who laid the first stone of the harbour of Ellery.",
    "Every winter the snow closes the high pass for three months.",
  ]

  /// The page with a number; hosts that copy others change little of it.
  static func page(_ number: Int, of host: String) -> String {
    let subject = subjects[number % subjects.count]
    let coins = 100 + 37 * number
    var sentences = [
      "\(subject) was mended in the spring of \(1900 + number) for \(coins) coins.",
      shared[number % shared.count],
      "Its keeper number \(number) wrote a diary of \(number + 3) volumes about wind and salt.",
      "\(subject) has \(number + 2) doors & <\(number)> windows, says *the* council.",
      "The tunnel of Ferrow is \(number % 4 == 0 ? 15 : 14) kilometres long, the engineers report.",
      "Visitors of house \(number * 7) pay nothing on the first day of each month.",
      shared[(number / 2) % shared.count],
    ]
    if host == "copy.test" { sentences.append("This page was taken over from an agency.") }
    if host == "wire.test" { sentences.removeLast() }
    let paragraphs = stride(from: 0, to: sentences.count, by: 2).map { start in
      "<p>" + sentences[start..<min(start + 2, sentences.count)].map(escaped).joined(separator: " ")
        + "</p>"
    }
    return """
      <!doctype html><html lang=en><head><title>\(subject), part \(number)</title>
      <meta name=author content="Writer \(number)"></head>
      <body><article><h1>\(subject), part \(number)</h1>\(paragraphs.joined())</article></body></html>
      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
