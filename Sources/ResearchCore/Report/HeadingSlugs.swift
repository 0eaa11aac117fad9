/// Ids of headings as GitHub makes them, so that links within a report find their places.
///
/// Letters, marks, numbers, hyphens and connectors stay, in lower case; spaces become hyphens; what
/// has been there before gets a number behind it.
struct HeadingSlugs {
  private var used: [String: Int] = [:]

  /// The id of the next heading, whose text is plain.
  mutating func id(for text: String) -> String {
    let slug = Self.slug(text)
    guard var number = used[slug] else {
      used[slug] = 0
      return slug
    }
    // A heading may be called what another one got by its number.
    repeat { number += 1 } while used["\(slug)-\(number)"] != nil
    used[slug] = number
    used["\(slug)-\(number)"] = 0
    return "\(slug)-\(number)"
  }

  private static func slug(_ text: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == " " {
        slug.append("-")
      } else if isKept(scalar) {
        slug.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(slug)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
      .connectorPunctuation:
      true
    default: scalar == "-"
    }
  }
}
