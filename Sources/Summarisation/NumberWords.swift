/// Numbers that are written as words, by language, and the words that multiply them.
///
/// Only what is a number alone: "one" is a pronoun, "second" a unit of time.
enum NumberWords {
  /// The languages that have such words here.
  static var languages: Set<String> { Set(small.keys).union(scales.keys) }

  /// The values of words.
  static func values(of language: String) -> [[UInt8]: [UInt8]] {
    var values: [[UInt8]: [UInt8]] = [:]
    for (value, forms) in zip(2..., small[language] ?? []) {
      for form in forms.utf8.split(separator: UInt8(ascii: "/")) {
        values[Array(form)] = Array(String(value).utf8)
      }
    }
    return values
  }

  /// The zeros that a word adds to the number before it.
  static func zeros(of language: String) -> [[UInt8]: Int] {
    var zeros: [[UInt8]: Int] = [:]
    for (count, forms) in zip([3, 6, 9, 12, 2], scales[language] ?? []) {
      for form in forms.utf8.split(separator: UInt8(ascii: "/")) { zeros[Array(form)] = count }
    }
    return zeros
  }

  /// Characters of numbers, in scripts where each stands for itself.
  static let characters = Set("二三四五六七八九十百千万萬亿億兆两兩".unicodeScalars.map(\.value))

  /// From two to twelve; forms of one number are parted by strokes.
  private static let small: [String: [String]] = [
    "en": "two three four five six seven eight nine ten eleven twelve".words,
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".words,
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze".words,
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce".words,
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici".words,
    "pt": "dois/duas três quatro cinco seis sete oito nove dez onze doze".words,
    "ca": "dos/dues tres quatre cinc sis set vuit nou deu onze dotze".words,
    "ro": "doi/două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece".words,
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf".words,
    "sv": "två tre fyra fem sex sju åtta nio tio elva tolv".words,
    "da": "to tre fire fem seks syv otte ni ti elleve tolv".words,
    "no": "to tre fire fem seks sju/syv åtte ni ti elleve tolv".words,
    "pl": "dwa/dwie/dwóch/dwaj trzy/trzech cztery/czterech pięć/pięciu sześć siedem osiem".words,
    "ru": "два/две/двух три/трёх/трех четыре/четырёх пять/пяти шесть/шести семь восемь".words,
    "uk": "два/дві/двох три/трьох чотири/чотирьох п'ять шість сім вісім".words,
    "vi": "hai ba bốn 5 sáu bảy tám chín mười".words,
    "id": "dua tiga empat lima enam tujuh delapan sembilan sepuluh".words,
    "tr": "iki üç dört beş altı yedi sekiz dokuz on".words,
  ]

  /// Thousand, million, a thousand millions, a million millions, hundred.
  private static let scales: [String: [String]] = [
    "en": "thousand/thousands million/millions billion/billions/bn trillion/trillions hundred"
      .words,
    "de":
      "tausend/tausende million/millionen/mio milliarde/milliarden/mrd billion/billionen hundert"
      .words,
    "fr": "mille/milliers/millier million/millions milliard/milliards billion/billions cent/cents"
      .words,
    "es": "mil/miles millón/millones millardo billón/billones cien/cientos".words,
    "it": "mila/mille/migliaia milione/milioni miliardo/miliardi bilione/bilioni cento".words,
    "pt": "mil/milhares milhão/milhões bilhão/bilhões/bilião trilhão/trilhões cem".words,
    "nl": "duizend/duizenden miljoen/miljoenen miljard/miljarden biljoen honderd".words,
    "sv": "tusen miljon/miljoner miljard/miljarder biljon hundra".words,
    "da": "tusind/tusinde million/millioner milliard/milliarder billion hundrede".words,
    "no": "tusen million/millioner milliard/milliarder billion hundre".words,
    "ru":
      "тысяча/тысячи/тысяч/тыс миллион/миллиона/миллионов/млн миллиард/миллиарда/миллиардов/млрд триллион сто"
      .words,
    "uk":
      "тисяча/тисячі/тисяч/тис мільйон/мільйона/мільйонів/млн мільярд/мільярди/мільярдів/млрд трильйон сто"
      .words,
    "pl":
      "tysiąc/tysiące/tysięcy milion/miliony/milionów/mln miliard/miliardy/miliardów/mld bilion sto"
      .words,
    "vi": "nghìn/ngàn triệu tỷ/tỉ".words,
    "id": "ribu juta miliar/milyar triliun ratus".words,
    "tr": "bin milyon milyar trilyon yüz".words,
  ]
}

extension String {
  fileprivate var words: [String] {
    unicodeScalars.split { $0 == " " }.map { String($0) }
  }
}
