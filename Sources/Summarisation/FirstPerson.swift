/// Words by which a speaker or a writer speaks of himself, alone or with others.
///
/// A sentence with one of them leans on who says it: quoted without its speaker it says less than
/// one that tells the same of the matter. Words that often mean something else are left out, such as
/// "us", which is a country too.
struct FirstPerson {
  private let data: LanguageData
  private let bit: UInt64
  private let functionBit: UInt64

  /// Knows the words of a language, given by its primary subtag; of others it finds none.
  init(language: String, data: LanguageData) {
    self.data = data
    bit = data.firstPerson.bit(of: language)
    functionBit = data.functionWords.bit(of: language)
  }

  /// Whether a range of a text has one of the words.
  func speaks(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard bit != 0 else { return false }
    var word: [UInt8] = []
    var isUpper = false
    var isNamed = false
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalar(at: index)
      index += scalar.length
      if ScalarClass(scalar.value) == .letter {
        let lower = CaseFolding.lower(scalar.value)
        if word.isEmpty { isUpper = lower != scalar.value }
        word.append(scalar: lower)
        if index < range.upperBound { continue }
      }
      guard !word.isEmpty else { continue }
      if isOne(word, afterName: isNamed) { return true }
      isNamed = isUpper && data.functionWords.mask(of: word) & functionBit == 0
      word.removeAll(keepingCapacity: true)
    }
    return false
  }

  private func isOne(_ word: [UInt8], afterName: Bool) -> Bool {
    // "World War I", "Henry I": a number.
    if afterName, word == [0x69] { return false }
    return data.firstPerson.mask(of: word) & bit != 0
  }

  static let lists: [(language: String, words: String)] = [
    ("bg", "аз мен моя моят моята моето моите ние нас нашия наш наша наше наши"),
    ("cs", "já mě mně mnou můj moje my nás nám námi náš naše"),
    ("da", "jeg mig min mit mine vores"),
    ("de", "ich mich mir mein meine meinem meinen meiner wir uns unser unsere unserem unseren"),
    ("el", "εγώ εμένα μου εμείς εμάς μας"),
    ("en", "i me my we our ours myself ourselves"),
    ("es", "yo mí mis nosotros nosotras nos nuestro nuestra nuestros nuestras conmigo"),
    ("fi", "minä minun minut minua minulle minulla me meidän meidät meitä meille meillä"),
    ("fr", "je j me m moi mon ma mes nous notre nos"),
    ("hu", "én engem nekem mi minket nekünk"),
    ("id", "saya aku kami kita"),
    ("it", "io me mi mio mia miei mie noi nostro nostra nostri nostre"),
    ("nl", "ik mij mijn wij we ons onze"),
    ("no", "jeg eg meg min mitt mine oss vår vårt våre"),
    ("pl", "ja mnie mną mój moja moje my nas nam nami nasz nasza nasze"),
    ("pt", "eu mim meu minha meus minhas nós nosso nossa nossos nossas"),
    ("ro", "eu mie meu mea mei mele noi nouă nostru noastră noștri noastre"),
    ("ru", "я меня мне мной мой моя моё мои мы нас нам нами наш наша наше наши"),
    ("sv", "jag mig min mitt mina oss vår vårt våra"),
    ("tr", "ben beni bana benim biz bizi bize bizim"),
    ("uk", "я мене мені мною мій моя моє мої ми нас нам нами наш наша наше наші"),
    ("vi", "tôi"),
  ]
}
