/// The word lists of all languages, made ready once for a summariser.
struct LanguageData: Sendable {
  let functionWords = LanguageWords(FunctionWords.lists + FunctionWords.moreLists)
  let titles = LanguageWords(Abbreviations.titles)
  let numbered = LanguageWords(Abbreviations.numbered)
  let abbreviations = LanguageWords(Abbreviations.others)
  let saying = Abbreviations.saying.utf8.split(separator: 0x20).map(Array.init)
  let thai = ThaiBreaks()
  let capitalised = LanguageWords(Abbreviations.capitalised)
  let units = LanguageWords([("any", Abbreviations.units)])
  let places = LanguageWords(Abbreviations.places)
  let closing = LanguageWords(Abbreviations.closing)
  let starters = LanguageWords(Abbreviations.starters)
  let speech = LanguageWords(Abbreviations.speech)
  let afterHours = LanguageWords([("any", Abbreviations.afterHours)])
  let suffixes = LanguageWords([("any", Abbreviations.suffixes)])

  /// The primary subtag of a BCP 47 tag in lower case, Norwegian as one; nil where there is none.
  static func primarySubtag(_ tag: String?) -> String? {
    guard let tag else { return nil }
    var letters: [UInt8] = []
    for byte in tag.utf8 {
      let lower = byte | 0x20
      guard lower &- 0x61 < 26, letters.count < 8 else { break }
      letters.append(lower)
    }
    guard letters.count >= 2 else { return nil }
    let code = String(decoding: letters, as: UTF8.self)
    return code == "nb" || code == "nn" ? "no" : code
  }
}
