/// Tells a line that gives a date from prose that mentions one.
struct DateLine {
  /// The most words of a byline or a row of facts beside its date.
  private static let mostWords = 9

  private let before: ArraySlice<UInt8>
  private let after: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>, _ reading: DayReader.Reading) {
    before = line[..<min(max(line.startIndex, reading.place), line.endIndex)]
    after = line[min(max(before.endIndex, reading.end), line.endIndex)...]
  }

  /// The line is little more than the date, or a word for publications stands beside it.
  var isDate: Bool { isLabelled || isNearlyAll || isDateline }

  /// The line begins with the date, and a dash or a colon parts it from what it says: "29.11.2022 – Yesterday".
  private var isDateline: Bool {
    guard !before.contains(where: { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }) else {
      return false
    }
    let mark = after.drop { $0 == 0x20 }
    return ["–", "—", "-", ":", "|"].contains { mark.starts(with: $0.utf8) }
  }

  private var isLabelled: Bool {
    let words = WordFolder.words(before.suffix(40))
    if Self.labels.occurs(in: Array(words.suffix(4))) { return true }
    return Self.labels.occurs(in: Array(WordFolder.words(after.prefix(48)).prefix(5)))
  }

  /// Few words around, and none that ties the date into a sentence.
  private var isNearlyAll: Bool {
    guard Self.words(in: before) + Self.words(in: after) <= Self.mostWords else { return false }
    let words = WordFolder.words(before)
    guard let last = words.last, words.count > 1 else { return true }
    return !Self.ties.contains(last) || words.first.map(Self.bys.contains) ?? false
  }

  /// The words in letters: the numbers of a time or of another date count for nothing.
  private static func words(in text: ArraySlice<UInt8>) -> Int {
    var count = 0
    var isInWord = false
    for byte in text {
      let isLetter = byte.isASCIILetter || byte >= 0x80
      if isLetter && !isInWord { count += 1 }
      isInWord = isLetter
    }
    // Scripts without spaces.
    return max(count, text.count { $0 >= 0xE3 } / 3)
  }

  private static let labels = PhraseTable(
    """
    published; publish; publication; publicado; publicada; publicação; publié; publie; publiée
    publicerad; publisert; publikacja; posted; veröffentlicht; erstellt; pubblicato; geplaatst
    gepubliceerd; released; date; datum; fecha; erschienen; опубликовано; опубликован; yayın
    yayınlanma; 公開; 投稿; 掲載; 입력; 등록; written on; created; update; updated; modified
    aktualisiert; geändert; mise à jour; mis à jour; actualizado; actualizada; aggiornato
    atualizado; atualizada; bijgewerkt; gewijzigd; opdateret; uppdaterad; oppdatert; обновлено
    обновлен; 更新; güncelleme; reviewed; revised; edited; stand; 수정; written; gepostet
    geschrieben; pressemitteilung vom; pressemeldung vom; meldung vom; artikel vom; beitrag vom
    gespeichert; submitted; soumis; enviado; inviato; press release; communiqué du; comunicado; comunicato
    """
  )
  private static let bys = Set(
    "by von par por di da door av af od от written geschrieben".split(separator: " ")
      .map { WordFolder.word(String($0)) }
  )
  private static let ties = Set(
    """
    on in from since until till before after by to of at and or between the am vom bis ab seit zum
    den le du au depuis dès el del desde hasta il dal al op van tot från den dem em até
    """
    .split(whereSeparator: \.isWhitespace).map { WordFolder.word(String($0)) }
  )
}
