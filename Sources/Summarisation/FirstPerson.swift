/// Words by which a speaker or a writer speaks of himself, alone or with others.
///
/// A sentence with one of them leans on who says it: quoted without its speaker it says less than
/// one that tells the same of the matter. Words that often mean something else are left out, such as
/// "us", which is a country too.
struct FirstPerson {
  private let finder: PronounFinder

  /// Knows the words of a language, given by its primary subtag; of others it finds none.
  init(language: String, data: LanguageData) {
    finder = PronounFinder(Self.lists, language: language, data: data)
  }

  /// Whether a range of a text has one of the words.
  func speaks(in text: Span<UInt8>, _ range: Range<Int>) -> Bool { finder.finds(in: text, range) }

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
