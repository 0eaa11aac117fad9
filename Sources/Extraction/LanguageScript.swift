/// The script that most letters of a text belong to, and the language where the script has but one.
struct LanguageScript {
  /// The language that the script stands for.
  private(set) var language: String?
  /// Latin or Cyrillic, which many languages share, or no letters at all.
  private(set) var isShared = true

  init(_ text: [UInt8]) {
    var counts = [Int](repeating: 0, count: Self.scripts.count)
    var letters = 0
    var persian = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      if value < 0x250 {
        letters += value < 0x80 ? (UInt8(value).isASCIILetter ? 1 : 0) : 1
        continue
      }
      letters += 1
      guard let place = Self.scripts.firstIndex(where: { $0.range.contains(value) }) else {
        continue
      }
      counts[place] += 1
      if [0x67E, 0x686, 0x6AF, 0x6CC].contains(value) { persian += 1 }
    }
    guard let place = counts.indices.max(by: { counts[$0] < counts[$1] }),
      counts[place] * 2 > letters
    else {
      read(mixed: counts, letters)
      return
    }
    isShared = false
    language = Self.scripts[place].language
    if language == "zh" || language == "ja" { read(mixed: counts, letters) }
    if language == "ar" && persian * 50 > counts[place] { language = "fa" }
  }

  /// Japanese mixes kana and Chinese characters.
  private mutating func read(mixed counts: [Int], _ letters: Int) {
    let kana = counts[0]
    guard (kana + counts[1]) * 2 > letters, letters > 0 else { return }
    isShared = false
    language = kana * 12 > kana + counts[1] ? "ja" : "zh"
  }

  /// Whether a declared language is one that is not written with the script of the text.
  static func isOther(_ declared: String, than language: String) -> Bool {
    if declared == language { return false }
    return isOwn(declared)
      ? !relatives.contains { $0.contains(declared) && $0.contains(language) }
      : latin.contains(declared)
  }

  /// Whether a language has a script that is neither Latin nor Cyrillic.
  static func isOwn(_ language: String) -> Bool {
    scripts.contains { $0.language == language } || relatives.contains { $0.contains(language) }
  }

  private static let relatives: [Set<String>] = [
    ["ar", "fa", "ur", "ps", "ckb", "ug", "sd"], ["hi", "mr", "ne", "sa"], ["zh", "yue", "wuu"],
    ["he", "yi", "iw"], ["bn", "as"], ["am", "ti"],
  ]

  /// Languages written in Latin or Cyrillic letters that templates declare most.
  private static let latin: Set<String> = [
    "en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "no", "fi", "pl", "cs", "hu", "ro",
    "tr", "id", "vi", "ca", "ru", "uk", "bg",
  ]

  private static let scripts: [(range: ClosedRange<UInt32>, language: String)] = [
    (0x3040...0x30FF, "ja"), (0x3400...0x9FFF, "zh"), (0xAC00...0xD7AF, "ko"),
    (0x0600...0x06FF, "ar"), (0x0370...0x03FF, "el"), (0x0590...0x05FF, "he"),
    (0x0900...0x097F, "hi"), (0x0980...0x09FF, "bn"), (0x0A00...0x0A7F, "pa"),
    (0x0A80...0x0AFF, "gu"), (0x0B00...0x0B7F, "or"), (0x0B80...0x0BFF, "ta"),
    (0x0C00...0x0C7F, "te"), (0x0C80...0x0CFF, "kn"), (0x0D00...0x0D7F, "ml"),
    (0x0D80...0x0DFF, "si"), (0x0E00...0x0E7F, "th"), (0x0E80...0x0EFF, "lo"),
    (0x1000...0x109F, "my"), (0x10A0...0x10FF, "ka"), (0x0530...0x058F, "hy"),
    (0x1200...0x137F, "am"), (0x1780...0x17FF, "km"),
  ]
}
