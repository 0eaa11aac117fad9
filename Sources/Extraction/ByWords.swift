/// The words with which a byline begins, in many languages.
enum ByWords {
  /// What a byline's beginning says about the name behind it.
  enum Kind { case plain, weak, posted, other }

  /// The number of words at the beginning that lead to a name, such as two of "written by Jane Doe".
  static func leaders(_ words: ArraySlice<NameWord>) -> Int {
    guard words.count > 1 else { return 0 }
    let length = length(words.prefix(6).map(\.hash))
    return length < words.count ? length : 0
  }

  /// The number of leading words, the last of them a by-word; 0 without one.
  static func length(_ words: [UInt64]) -> Int {
    for (index, word) in words.prefix(5).enumerated() {
      if by.contains(word) { return index + 1 }
      let isOfForm = index < 2 && articles.contains(words[0])
      if !leading.contains(word) && !isOfForm { return 0 }
    }
    return 0
  }

  /// What the leading words of a line say.
  static func kind(_ words: ArraySlice<UInt64>) -> Kind {
    if words.contains(where: others.contains) && !words.contains(where: writing.contains) {
      return .other
    }
    if words.contains(where: posting.contains) { return .posted }
    return words.count == 1 && words.contains(where: weak.contains) ? .weak : .plain
  }

  /// Whether a word within a line leads on to a name.
  static func leads(_ word: ArraySlice<UInt8>) -> Bool { inner.contains(NameWord.hash(word)) }

  /// Whether a line may be a byline by its first two letters, by which most lines are not.
  static func mayBegin(_ line: ArraySlice<UInt8>) -> Bool {
    guard let start = line.firstIndex(where: { $0.isASCIILetter || $0 >= 0x80 }) else {
      return false
    }
    guard line[start] < 0x80, start + 1 < line.endIndex else { return true }
    return firsts[pair(line[start], line[start + 1])]
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    let next = second.isASCIILetter ? Int(second.asciiLowered & 31) : 0
    return Int(first.asciiLowered & 31) << 5 | next
  }

  private static let by = NameWord.set(byText)
  private static let byText =
    "by von par por di door af av oleh przez tarafından bởi од בידי מאת بقلم โดย"
  private static let inner = NameWord.set("by von par por door oleh przez")
  private static let weak = NameWord.set("di af av por par door")
  private static let articles = NameWord.set(articleText)
  private static let articleText = "ein eine einen"
  private static let posting = NameWord.set(
    """
    posted written gespeichert eingestellt erstellt gepostet submitted publicado publié pubblicato
    geplaatst started asked created gepubliceerd geschreven
    """
  )
  private static let writing = NameWord.set("words story text texte written report interview")
  private static let others = NameWord.set(
    """
    photo photos foto fotos photographs photographed bild bilder edited reviewed checked translated
    übersetzt illustrations illustration illustrated directed produced sponsored presented powered
    """
  )
  private static let leading = NameWord.set(leadingText)
  private static let leadingText = """
    written posted published reported words story stories article articles text texts report reviewed
    analysis review submitted created compiled edited photo photos interview opinion column and blog
    authored started asked post view see read more all alle alles beiträge artikel posts gespeichert
    eingestellt erstellt beitrag veröffentlicht gepostet geschrieben verfasst kommentar analyse
    bericht protokoll gastbeitrag im wortlaut zeige mehr foto fotos écrit publié rédigé propos
    recueillis texte article voir tous les articles escrito publicado texto ver todos los artículos
    scritto pubblicato articolo testo a cura geschreven tekst gepubliceerd geplaatst skrevet
    zum zur profil peer publiceret skriven publicerad publisert ditulis medically fact checked translated illustrations
    photographs contributed
    """
  private static let firsts: [Bool] = {
    var table = [Bool](repeating: false, count: 1024)
    let texts = [byText, articleText, leadingText, labelText]
    for word in texts.flatMap({ $0.split { $0.isWhitespace || $0 == ";" } }) {
      let bytes = Array(word.utf8.prefix(2))
      guard bytes[0] < 0x80 else { continue }
      table[pair(bytes[0], bytes.count > 1 ? bytes[1] : 0)] = true
    }
    return table
  }()

  /// What stands before a colon and a name.
  static let labels = PhraseTable(labelText)
  private static let labelText = """
    author; authors; autor; autorin; autoren; autore; autori; autora; autores; auteur; auteurs; auther
    text; texte; texto; testo; tekst; teksti; words; writer; by; von; par; por; bericht; reporter
    journalist; redaktion; redazione; redacción; forfatter; kirjoittaja; szerző; írta; yazar; yazan
    автор; автори; текст; συντάκτης; autors; penulis; tác giả; skribent; verfasser; verfasserin
    foto und text; text und foto; text und fotos; posted by; written by; 作者; 著者; 文; 記者; 记者; 撰文
    執筆; 取材; 筆者; 글; 글쓴이; 작성자; 기자; كاتب; الكاتب; كتب; نویسنده; लेखक; ผู้เขียน; מאת; բնագիր
    """
}
