import CStemmer

/// A Snowball stemmer of libstemmer: words to stems, in UTF-8 and lower case.
///
/// Languages that libstemmer lacks keep their words whole.
struct Stemmer: ~Copyable {
  private let handle: OpaquePointer?
  /// Longer words are no words of a language, and some stemmers are slow on them.
  private static let longestWord = 64

  /// Makes the stemmer of a language, given by its primary subtag.
  init(language: String) {
    handle = Self.algorithms[language].flatMap { sb_stemmer_new($0, nil) }
  }

  deinit {
    if let handle { sb_stemmer_delete(handle) }
  }

  /// Writes the stem of a word over `stem`.
  func stem(_ word: [UInt8], into stem: inout [UInt8]) {
    stem.removeAll(keepingCapacity: true)
    guard let handle, word.count <= Self.longestWord,
      let result = sb_stemmer_stem(handle, word, CInt(word.count))
    else {
      stem.append(contentsOf: word)
      return
    }
    let length = Int(sb_stemmer_length(handle))
    stem.append(contentsOf: UnsafeBufferPointer(start: result, count: length))
  }

  private static let algorithms = [
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish",
    "nl": "dutch", "en": "english", "fi": "finnish", "fr": "french", "de": "german",
    "el": "greek", "hi": "hindi", "hu": "hungarian", "id": "indonesian", "ga": "irish",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "es": "spanish", "sv": "swedish",
    "ta": "tamil", "tr": "turkish", "yi": "yiddish",
  ]
}
