/// The language of a page: what it says, unless its text plainly is in another one.
///
/// Templates are copied with their `lang`; a page that says nothing, or nothing true, is read for its script and its
/// commonest words.
enum PageLanguage {
  /// A BCP 47 tag; nil where neither page nor text tell.
  static func tag(_ head: PageHead, _ data: LinkedData, _ blocks: TextBlocks) -> String? {
    let declared = declared(head, data)
    let primary = declared.map { String($0.prefix { $0 != "-" }) }
    guard let guess = LanguageGuess(sample(blocks)).language(against: primary) else {
      return declared
    }
    return guess == primary ? declared : guess
  }

  /// The tag of `<html lang>`, else of the metas, else of linked data; nil where it is no tag.
  private static func declared(_ head: PageHead, _ data: LinkedData) -> String? {
    let sources = [
      head.language, head.first("content-language og:locale dc.language inlanguage") ?? [],
      data.main.first.flatMap { data.string("inLanguage", of: $0) } ?? [],
    ]
    for source in sources {
      let tag = source.split { $0 == 0x2C || $0 == 0x3B }.first ?? []
      let parts = tag.trimmedHTMLSpace().split { $0 == 0x2D || $0 == 0x5F }
      guard let first = parts.first, (2...3).contains(first.count),
        first.allSatisfy(\.isASCIILetter)
      else { continue }
      let rest = parts.dropFirst().prefix(3).filter { part in
        part.count <= 8 && part.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
      }
      let texts = rest.map { part in
        let text = String(decoding: part, as: UTF8.self)
        return part.count == 2 ? text.uppercased() : text
      }
      return ([String(decoding: first, as: UTF8.self).lowercased()] + texts).joined(separator: "-")
    }
    return nil
  }

  /// A few thousand bytes of lines that are sentences rather than links.
  private static func sample(_ blocks: TextBlocks) -> [UInt8] {
    var sample: [UInt8] = []
    for (index, block) in blocks.blocks.enumerated()
    where block.units >= 60 && block.linkUnits * 3 < block.units {
      sample += blocks.bytes(of: index).prefix(1500)
      sample.append(0x20)
      if sample.count > 3000 { break }
    }
    return sample
  }
}
