/// Words by which amounts and dates are read: scales, small numbers, months, and how exact they are.
struct QuantityWords: Sendable {
  private var scales: [UInt64: Double] = [:]
  private var values: [UInt64: Double] = [:]
  private var kinds: [UInt64: Kind] = [:]
  private var parts: Set<UInt64> = []
  private let ranges = Set(
    ["to", "and", "or", "bis", "und", "oder", "à", "a", "y", "e", "đến", "до"].map {
      PlainToken.key(of: $0)
    }
  )
  private var spans: Set<UInt64> = []

  /// What a word does to the number beside it.
  enum Kind: Sendable {
    case percent, month, weekday, yearMark, about, atLeast, atMost
  }

  init() {
    for (factor, words) in Self.scaleWords {
      for word in words.split(separator: " ") { scales[PlainToken.key(of: word)] = factor }
    }
    for list in Self.numberWords {
      for (place, word) in list.split(separator: " ").enumerated() {
        values[PlainToken.key(of: word)] = Double(place + 2)
      }
    }
    for (kind, words) in Self.kindWords {
      for word in Self.all(words) { kinds[PlainToken.key(of: word)] = kind }
    }
    parts = Set(Self.all(Self.partWords).map { PlainToken.key(of: $0) })
    spans = Set(Self.all(Self.spanWords).map { PlainToken.key(of: $0) })
  }

  private static func all(_ words: String) -> [Substring] {
    words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }).map { Substring($0) }
  }

  /// Whether a word tells of a part of a matter, or of one of several times.
  func isPart(_ key: UInt64) -> Bool { parts.contains(key) }

  /// Whether a word stands between the ends of a range.
  func isRange(_ key: UInt64) -> Bool { ranges.contains(key) }

  /// Whether a word is a span of time, as in "a day".
  func isSpan(_ key: UInt64) -> Bool { spans.contains(key) }

  /// What a number before this word is multiplied by; nil where the word is no scale.
  func scale(_ key: UInt64) -> Double? { scales[key] }

  /// The value of a number written as a word, from 2 to 12.
  func value(_ key: UInt64) -> Double? { values[key] }

  /// What a word does to the number beside it; nil for most.
  func kind(_ key: UInt64) -> Kind? { kinds[key] }

  private static let scaleWords: [(Double, String)] = [
    (1_000, "thousand tausend mille mil mila tysięcy тысяч nghìn ngàn bin ribu"),
    (
      1_000_000,
      "million millions mn mio millionen millones milioni milhões miljoen milionów миллиона миллионов triệu milyon juta"
    ),
    (
      1_000_000_000,
      "billion billions bn milliarden mrd milliard milliards miliardi miljard miliardów миллиарда миллиардов tỷ tỉ milyar"
    ),
    (1_000_000_000_000, "trillion trillions billionen"),
  ]

  /// From two to twelve.
  private static let numberWords = [
    "two three four five six seven eight nine ten eleven twelve",
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "deux trois quatre cinq six sept huit neuf dix onze douze",
    "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "hai ba bốn năm sáu bảy tám chín mười",
  ]

  private static let partWords = """
    north northern south southern east eastern west western central upper lower first second third
    fourth last next previous this earlier later year month week quarter half season decade century
    spring summer autumn winter morning evening night men women male female boys girls children adults
    urban rural domestic foreign gross net old new young public private large small total average rose
    fell up down increase decrease nord süd ost west nördlichen südlichen östlichen westlichen jahr
    monat woche quartal letzten nächsten diesem diesen norte sur sud est ouest año mes année mois
    """

  private static let spanWords = """
    second minute hour day night week month quarter year stunde tag woche monat jahr heure jour semaine
    mois an hora día semana mes año ora giorno settimana mese anno dia uur dag jaar
    """

  private static let kindWords: [(Kind, String)] = [
    (.percent, "percent pct prozent процентов процента procent prosent"),
    (
      .month,
      """
      january february march april may june july august september october november december
      jan feb mar apr jun jul aug sept sep oct nov dec
      januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août
      septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre
      octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre
      dicembre января февраля марта апреля мая июня июля августа сентября октября ноября декабря tháng
      """
    ),
    (
      .weekday,
      """
      monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag
      freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes
      miércoles jueves viernes sábado domingo today yesterday tomorrow
      """
    ),
    (.yearMark, "in since im seit en depuis desde nel dal em năm v"),
    (
      .about,
      """
      about around nearly almost roughly approximately some estimated circa ca etwa rund fast ungefähr
      knapp environ près presque casi unos cerca circa quasi ongeveer około khoảng gần около почти
      dozens hundreds thousands
      """
    ),
    (.atLeast, "least over more exceeding mindestens über mehr moins más più hơn ít более"),
    (.atMost, "most under less fewer below höchstens unter weniger maximum máximo dưới менее"),
  ]
}
