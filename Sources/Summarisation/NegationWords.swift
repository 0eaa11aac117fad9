/// Words that deny, by language, and beginnings that turn a word into its opposite.
enum NegationWords {
  static let lists: [(language: String, words: String)] = [
    (
      "en",
      """
      not no never neither nor none nobody nothing nowhere without cannot hardly barely scarcely don
      didn doesn isn wasn aren weren wouldn couldn shouldn hasn haven hadn ain mustn needn
      """
    ),
    (
      "de",
      """
      nicht kein keine keiner keinen keinem keines nie niemals niemand niemanden nichts nirgends ohne
      weder kaum
      """
    ),
    ("fr", "pas non jamais aucun aucune sans ni rien nul nulle guère"),
    ("es", "no nunca jamás nadie nada ningún ninguna ninguno sin ni tampoco"),
    ("it", "non no mai nessun nessuno nessuna niente nulla senza né neppure neanche nemmeno"),
    ("pt", "não nunca jamais ninguém nada nenhum nenhuma sem nem tampouco"),
    ("ca", "no mai ningú res cap sense ni tampoc"),
    ("ro", "nu n niciodată nimeni nimic niciun nicio fără nici"),
    ("nl", "niet geen nooit niemand niets nergens zonder noch nauwelijks"),
    ("sv", "inte ej icke aldrig ingen inget inga ingenting utan varken knappt"),
    ("da", "ikke ej aldrig ingen intet ingenting uden hverken næppe"),
    ("no", "ikke ei aldri ingen intet ingenting uten verken neppe"),
    ("fi", "ei en et emme ette eivät älä ilman koskaan"),
    ("pl", "nie nigdy nikt nic żaden żadna żadne bez ani"),
    ("cs", "ne nikdy nikdo nic žádný žádná žádné bez ani není nejsou nebyl nebyla nebylo nebyli"),
    ("hu", "nem ne nincs nincsenek soha senki semmi sem sincs nélkül"),
    ("ru", "не ни нет никогда никто ничего ничто нельзя без никакой"),
    ("uk", "не ні немає нема ніколи ніхто нічого без жоден"),
    ("bg", "не няма никога никой нищо без нито"),
    ("el", "δεν δε μην μη όχι ποτέ κανείς τίποτα χωρίς ούτε"),
    ("tr", "değil yok hiç asla hayır"),
    ("vi", "không chẳng chưa chả đừng"),
    ("id", "tidak bukan belum jangan tanpa tak"),
    ("ar", "لا لم لن ليس ليست غير دون بدون"),
    ("fa", "نه نیست نبود هیچ بدون نمی"),
    ("he", "לא אין בלי מעולם"),
    ("hi", "नहीं न मत ना बिना कभी"),
    // Characters, not words.
    ("zh", "不 没 沒 無 无 未 非 勿 莫"),
    ("ja", "無 不 未 非"),
    ("ko", "안"),
  ]

  /// Words and endings of scripts in which a denial is a part of a longer run of characters.
  static let runs: [String: [String]] = [
    "ja": ["ない", "なか", "なく", "ませ", "ずに", "無い"],
    "th": ["ไม่", "มิได้", "ไร้"],
    "ko": ["않", "없", "못", "아니"],
    "lo": ["ບໍ່"], "km": ["មិន", "គ្មាន"],
  ]

  /// Pairs of characters that only look like a denial.
  static let exceptions: [String: [String]] = [
    "zh": ["非常", "不仅", "不僅", "不过", "不過", "不但", "无论", "無論", "莫斯"]
  ]

  /// Beginnings that turn a word into its opposite.
  static let prefixes: [String: [String]] = [
    "en": ["un", "in", "im", "ir", "il", "dis", "non"], "de": ["un", "nicht", "miss"],
    "fr": ["in", "im", "dés", "non", "mal"], "es": ["in", "im", "des"], "it": ["in", "im", "dis"],
    "pt": ["in", "im", "des"], "nl": ["on"], "sv": ["o"], "da": ["u"], "no": ["u"],
    "cs": ["ne"], "sk": ["ne"], "pl": ["nie"], "lt": ["ne"], "lv": ["ne"], "ru": ["не"],
    "uk": ["не"], "bg": ["не"], "fa": ["ن", "نمی"], "el": ["αν", "α"],
  ]
}
