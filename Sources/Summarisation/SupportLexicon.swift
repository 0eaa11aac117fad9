/// The word lists of the support score, made ready once.
struct SupportLexicon: Sendable {
  let data = LanguageData()
  let negations = LanguageWords(NegationWords.lists)
  /// By language: words to the numbers that they are.
  let numbers: [String: [[UInt8]: [UInt8]]]
  /// By language: words to the zeros that they add.
  let zeros: [String: [[UInt8]: Int]]
  /// By language: runs of characters that deny, each as its characters.
  let denials: [String: [[[UInt8]]]]
  /// By language: runs that only look so.
  let exceptions: [String: [[[UInt8]]]]
  /// By language: beginnings that turn a word into its opposite.
  let prefixes: [String: [[UInt8]]]

  init() {
    var numbers: [String: [[UInt8]: [UInt8]]] = [:]
    var zeros: [String: [[UInt8]: Int]] = [:]
    for language in NumberWords.languages {
      numbers[language] = NumberWords.values(of: language)
      zeros[language] = NumberWords.zeros(of: language)
    }
    (self.numbers, self.zeros) = (numbers, zeros)
    denials = NegationWords.runs.mapValues { $0.map(Self.characters) }
    exceptions = NegationWords.exceptions.mapValues { $0.map(Self.characters) }
    prefixes = NegationWords.prefixes.mapValues { $0.map { Array($0.utf8) } }
  }

  private static func characters(_ run: String) -> [[UInt8]] {
    run.unicodeScalars.map { Array(String($0).utf8) }
  }
}
