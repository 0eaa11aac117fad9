/// What the words before a date say about it.
struct DateSpeech {
  private let words: [UInt64]

  init(_ text: ArraySlice<UInt8>) { words = WordFolder.words(text) }

  var isUpdate: Bool { Self.updates.occurs(in: words) }
  var isPublication: Bool { Self.publications.occurs(in: words) }

  private static let updates = PhraseTable(
    """
    update; updated; updates; modified; modification; aktualisiert; aktualisierung; geändert
    zuletzt; mise à jour; mis à jour; actualizado; actualizada; actualización; aggiornato
    aggiornamento; atualizado; atualizada; bijgewerkt; gewijzigd; opdateret; uppdaterad; uppdaterat
    oppdatert; aktualizacja; обновлено; обновлен; 更新; güncelleme; güncellenme; reviewed; revised
    last edited; edited; stand; changed; 수정
    """
  )
  private static let publications = PhraseTable(
    """
    published; publish; publication; publicado; publicada; publicação; publié; publie; publiée
    publicerad; publisert; publikacja; posted; veröffentlicht; erstellt; pubblicato; geplaatst
    gepubliceerd; released; date; datum; fecha; erschienen; опубликовано; опубликован; yayın
    yayınlanma; 公開; 投稿; 掲載; 입력; 등록; written on; on; created; added; started; first; by; von
    """
  )
}
