/// The names of the months in some twenty languages.
enum MonthNames {
  /// The month, from 1, by the folded hash of its name or abbreviation; 0 for other words.
  static let table: [UInt64: Int] = {
    var table: [UInt64: Int] = [:]
    for (index, names) in rows.enumerated() {
      for name in names.split(separator: " ") { table[WordFolder.word(String(name))] = index + 1 }
    }
    return table
  }()

  private static let rows = [
    "january jan januar jänner janner jän janvier janv enero ene gennaio gen janeiro januari "
      + "janúar styczeń stycznia sty январь января янв січня ocak oca leden ledna január tammikuu "
      + "tammikuuta ianuarie ian ιανουαρίου ιαν gener يناير जनवरी",
    "february feb februar feber février fevrier févr fév fev febrero febbraio febbr fevereiro "
      + "februari luty lutego lut февраль февраля фев лютого şubat şub únor února február "
      + "helmikuu helmikuuta februarie φεβρουαρίου φεβ febrer فبراير फरवरी",
    "march mar märz maerz mär mrz mars marzo março maart mrt marts marzec marca март марта "
      + "мар березня mart březen března március márc maaliskuu maaliskuuta martie μαρτίου μαρ "
      + "març maret مارس मार्च",
    "april apr avril avr abril abr aprile kwiecień kwietnia kwi апрель апреля апр квітня "
      + "nisan nis duben dubna április ápr huhtikuu huhtikuuta aprilie απριλίου απρ أبريل ابريل "
      + "अप्रैल",
    "may mai mayo maggio mag maio mei maj maja май мая травня mayıs květen května május máj "
      + "toukokuu toukokuuta μαΐου μαϊ maig مايو मई",
    "june jun juni juin junio giugno giu junho czerwiec czerwca cze июнь июня июн червня "
      + "haziran haz červen června június jún kesäkuu kesäkuuta iunie ιουνίου ιουν juny يونيو जून",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca lip июль июля июл липня "
      + "temmuz tem červenec července július júl heinäkuu heinäkuuta iulie ιουλίου ιουλ juliol "
      + "يوليو जुलाई",
    "august aug août aout agosto ago augustus agustus augusti sierpień sierpnia sie август "
      + "августа авг серпня ağustos ağu srpen srpna augusztus elokuu elokuuta αυγούστου αυγ agost "
      + "أغسطس अगस्त",
    "september sep sept septembre septiembre setiembre set settembre sett setembro wrzesień "
      + "września wrz сентябрь сентября сен сент вересня eylül eyl září szeptember szept syyskuu "
      + "syyskuuta septembrie σεπτεμβρίου σεπ setembre سبتمبر सितंबर",
    "october oct oktober okt octobre octubre ottobre ott outubro out październik października "
      + "paź октябрь октября окт жовтня ekim eki říjen října október lokakuu lokakuuta octombrie "
      + "οκτωβρίου οκτ أكتوبر अक्टूबर",
    "november nov novembre noviembre novembro listopad listopada lis ноябрь ноября ноя нояб "
      + "kasım kas marraskuu marraskuuta noiembrie νοεμβρίου νοε نوفمبر नवंबर",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro desember "
      + "grudzień grudnia gru декабрь декабря дек грудня aralık ara prosinec prosince joulukuu "
      + "joulukuuta decembrie δεκεμβρίου δεκ desembre ديسمبر दिसंबर",
  ]
}
