/// The language of a text by its script, and by the commonest words of the languages that share one.
struct LanguageGuess {
  private var hits: [Int]
  private var words = 0
  private let script: LanguageScript

  init(_ text: [UInt8]) {
    hits = [Int](repeating: 0, count: Self.rows.count)
    script = LanguageScript(text)
    guard !text.isEmpty, script.isShared else { return }
    for word in WordFolder.words(text[...]) {
      words += 1
      var languages = Self.table[word]
      while languages != 0 {
        hits[languages.trailingZeroBitCount] += 1
        languages &= languages - 1
      }
    }
  }

  /// The language; nil where the text does not tell, or does not contradict what is declared loudly enough.
  func language(against declared: String?) -> String? {
    if !script.isShared {
      guard let language = script.language else { return nil }
      // Languages that write with the same script, and those that are unknown here, are believed.
      let isContradicted = declared.map { LanguageScript.isOther($0, than: language) } ?? true
      return isContradicted ? language : nil
    }
    guard let best = hits.indices.max(by: { hits[$0] < hits[$1] }), hits[best] >= 8,
      hits[best] * 9 >= words
    else { return nil }
    let language = Self.rows[best].language
    guard let declared else { return language }
    if let own = Self.rows.firstIndex(where: { $0.language == declared }) {
      guard words >= 80, hits[best] > 3 * hits[own] + 8 else { return nil }
      let isRelated = Self.relatives.contains { $0.contains(declared) && $0.contains(language) }
      return isRelated ? nil : language
    }
    return words >= 80 && LanguageScript.isOwn(declared) ? language : nil
  }

  private static let relatives: [Set<String>] = [
    ["nb", "da", "sv"], ["hr", "sl", "sr", "bg", "ru"], ["cs", "sk"], ["id", "ms"],
    ["pt", "es", "ca"], ["nl", "af"],
  ]

  private static let table = NameTable(
    rows.enumerated().flatMap { index, row in
      row.words.split(separator: " ").map { (String($0), UInt64(1) << UInt64(index)) }
    },
    missing: 0,
    hashing: { WordFolder.words(Array($0)[...]).first ?? 0 },
    combining: { $0 | $1 }
  )

  private static let rows: [(language: String, words: String)] = [
    ("en", "the of and to in is that for with was are this it be as you"),
    ("de", "der die und das nicht ist ein mit auf für von den zu sich im eine"),
    ("fr", "le les des et est une pour dans que du sur pas la de qui au"),
    ("es", "el los las y que una del por con para es su la de en se"),
    ("it", "il che di per una della sono con non gli del più la è nel si"),
    ("pt", "o os que uma não para com do da em mais ao é um no as"),
    ("nl", "de het een van en dat niet met voor zijn op te in is aan ook"),
    ("da", "og det at en til er af på der ikke som med de for har den"),
    ("sv", "och att det som en på är av för inte med den till har om ett"),
    ("nb", "og det at en til er av på ikke som med jeg for har den å"),
    ("fi", "ja on ei että se hän oli mutta myös ovat kun ole joka sekä"),
    ("pl", "i w nie na się że do jest z to jak o po od przez"),
    ("cs", "a se na je že v to s z jako pro by do ale si jsou"),
    ("sk", "a sa na je že v to s z ako pre by do ale si sú"),
    ("hu", "a az és hogy nem is egy meg volt csak ez de már mint"),
    ("ro", "și în de la cu nu este care pentru din o a un mai sau"),
    ("tr", "ve bir bu için da de ile çok olarak daha olan gibi ne"),
    ("id", "yang dan di untuk dengan ini dari tidak pada itu dalam akan"),
    ("vi", "và của là có được không cho trong những một các người với"),
    ("ca", "el els les i que una amb per del és dels la de en un no"),
    ("hr", "i je na se da u za su koji od nije kao što bi"),
    ("sl", "in je na se da za ki so pa tudi ni bi v z"),
    ("lt", "ir kad yra su iš tai bet ar buvo į o kaip"),
    ("lv", "un ir ka ar no par uz bet tas kas arī pie"),
    ("et", "ja on ei et see oma kui ka oli mis selle aga"),
    ("af", "die en van het nie is vir wat in met op te dat"),
    ("sw", "ya na wa kwa ni katika za la kuwa hiyo yake"),
    ("tl", "ang ng sa mga na ay at hindi ito para ni"),
    ("ru", "и в не на что с по это как из у он к но за"),
    ("uk", "і в не на що з та до як від у за про це"),
    ("bg", "и на не за да се от е са с в по че като"),
    ("sr", "и је на се да у за су који од није као"),
  ]
}
