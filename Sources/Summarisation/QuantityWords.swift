/// Words by which amounts and dates are read: scales, small numbers, months, and how exact they are.
struct QuantityWords: Sendable {
  private var scales: [UInt64: Double] = [:]
  private var values: [UInt64: Double] = [:]
  private var kinds: [UInt64: Kind] = [:]

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
      for word in words.split(whereSeparator: \.isWhitespace) {
        kinds[PlainToken.key(of: word)] = kind
      }
    }
  }

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
