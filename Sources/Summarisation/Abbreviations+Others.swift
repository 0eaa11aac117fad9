extension Abbreviations {
  /// Words whose stop ends a sentence unless a number follows.
  static let numbered: [(language: String, words: String)] = [
    (
      "any",
      """
      no nos vol vols pp ed art nr núm num sec fig figs eq str kap abb tab bd ch chap pt op cap
      jan feb mar apr jun jul aug sep sept oct nov dec
      """
    ),
    ("en", "rs rm apt tel ext ver sect para"),
    ("de", "abs ziff aufl jg rn anm bl okt dez mär"),
    ("fr", "juill janv févr avr juil sept oct déc al par lett"),
    ("es", "págs ene abr ago dic pág máx mín"),
    ("it", "pp gen mag giu lug ago set ott dic tav lett col"),
    ("pt", "séc fls fev abr mai ago set out dez inc"),
    ("nl", "blz afb hfst lid sub art"),
    ("sv", "kl nr sid st enl mom"),
    ("da", "kl nr side st"),
    ("no", "kl nr side st"),
    ("fi", "nro klo"),
    ("pl", "kw godz rys nr poz rozdz ust pkt wyd tabl dn lit nast"),
    ("cs", "obr tab odst kap roč čl hod písm zák sb čp"),
    ("sk", "obr tab odst kap roč čl hod písm zák čp"),
    ("hu", "sz old"),
    ("ro", "nr pag cap sec art al fig"),
    ("tr", "no sf md şek"),
    ("id", "no hlm hal rp"),
    ("vi", "tr"),
    ("ru", "табл стр гл ст пп разд рис тел кв мин сек час"),
    ("uk", "табл стор гл ст розд рис тел кв буд год хв сек ч"),
    ("bg", "табл стр гл чл ал тел"),
    ("el", "εικ σελ αρ κεφ πιν τηλ παρ"),
  ]

  /// Words whose stop ends a sentence only when a word follows that begins sentences.
  static let others: [(language: String, words: String)] = [
    (
      "any",
      """
      approx st mt ft inc ltd corp co bros dept univ assn est jr eds al op.cit cit ibid tel max
      min u.s u.k u.n e.u u.s.a d.c ph.d b.c a.d m.d
      """
    ),
    ("en", "tues wed thurs thu fri deg vs"),
    (
      "de",
      """
      usw etc bzgl mio mrd jh jhd jhs tsd mind u.s.w std v.chr n.chr ff u.v.m gmbh hrsg bzgl anl
      """
    ),
    ("fr", "hab tél éd s.a j.-c apr"),
    ("es", "ee.uu tel uu oo hh aa a.c d.c s.a cía"),
    ("it", "s.p.a s.r.l a.c d.c"),
    ("pt", "s.a ltda cia a.c d.c"),
    ("nl", "mln mrd v.chr n.chr b.v n.v"),
    ("sv", "milj f.kr e.kr"),
    ("da", "mio mia f.kr e.kr pct"),
    ("no", "mill mrd f.kr e.kr"),
    ("fi", "milj mrd ekr jkr"),
    ("ru", "г млн млрд тыс гг вв в н.э руб коп л р обл"),
    ("uk", "р рр ст м с тис млн млрд н.е грн о обл"),
    ("bg", "г в гг хил млн млрд лв н.е р"),
    ("pl", "r w ww tys mln mld p.n.e n.e zł ok m"),
    ("cs", "r stol tis mil mld n.l př.n.l kč hod csc ph.d n př v"),
    ("sk", "r stor tis mil mld n.l pred.n.l hod csc"),
    ("hu", "sz i.e i.sz évf bt kft"),
    ("ro", "sec jud mil mld loc î.hr d.hr lei"),
    ("tr", "yy m.ö m.s t.c a.ş ltd şti sn"),
    ("id", "tbk a.n d.a"),
    ("el", "π.χ μ.χ εκ δισ χλμ"),
  ]

  /// The same of words with a capital; without one they are other words.
  static let capitalised: [(language: String, words: String)] = [
    (
      "en",
      """
      mon sat sun assoc asst atty bldg hwy rte natl intl dist fr
      br brig ald treas vice bart ret deg
      """
    )
  ]

  /// States, which stand behind the name of a town: their stop ends no sentence before a bracket or
  /// dash.
  static let places: [(language: String, words: String)] = [
    (
      "en",
      """
      ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb
      nev okla ore pa penn tenn terr tex va vt wash wis wyo
      """
    )
  ]

  /// Words of single letters, or short ones, whose stop ends a sentence before a capital.
  static let closing: [(language: String, words: String)] = [
    ("any", "a.m p.m m.m v.v"),
    ("de", "m.e"),
    ("ru", "т.д т.п др пр"),
    ("uk", "т.д т.п ін"),
    ("bg", "т.н др пр"),
    ("da", "m.v m.fl"),
    ("no", "m.v m.fl"),
    ("sv", "o.s.v m.fl"),
    ("nl", "e.d e.a"),
    ("el", "κ.λπ κ.ά κ.ο.κ"),
  ]

  /// Words without vowels that are units: their stop is the sentence's.
  static let units = "km kg cm mm mg ml kw mw gw gb mb tb km/h км кг см мм мг гб мб"

  /// Words that stand behind an hour and its half of the day in the same sentence.
  static let afterHours = """
    monday tuesday wednesday thursday friday saturday sunday est edt cst cdt mst mdt pst pdt gmt utc
    et ct pt bst cet cest ist jst eastern central pacific mountain
    """

  /// Words that begin sentences and that are no function words.
  static let starters: [(language: String, words: String)] = [
    (
      "en",
      """
      nobody everyone everybody nothing something anyone someone somebody meanwhile instead later
      then when where although despite unlike among earlier today yesterday tomorrow nor neither
      """
    ),
    ("de", "danach später niemand alle trotzdem deshalb deswegen dennoch zudem außerdem nachdem"),
    ("fr", "ensuite personne rien tout hier aujourd pourtant cependant enfin"),
    ("es", "luego nadie nada después entonces además hoy ayer"),
    ("it", "nessuno niente dopo allora inoltre oggi ieri"),
    ("pt", "ninguém nada depois então além hoje ontem"),
    ("nl", "daarna niemand niets later toen vandaag gisteren"),
    ("ru", "никто ничего потом затем тогда позже сегодня вчера"),
    ("pl", "nikt nic potem następnie wtedy później dziś"),
    ("cs", "nikdo nic potom pak tehdy později dnes"),
  ]

  /// Words that close the name of a company or person behind a mark, as of "Yahoo".
  static let suffixes = "inc corp ltd co jr sr"

  /// What one does who says what a quotation says, in Chinese and Japanese.
  static let saying = "问 問 说 說 喊 叫 答 笑道 问道 说道 回答 言った 聞いた 答えた 叫んだ 尋ねた 話した 述べた"

  /// What one does who says what a quotation says: "…?" Anna asked.
  static let speech: [(language: String, words: String)] = [
    ("en", "said asked says asks replied answered cried shouted whispered wondered added demanded"),
    ("ko", "물었다 말했다 했다 대답했다 외쳤다"),
    ("fa", "پرسید گفت"),
    ("ar", "قال قالت سأل سألت"),
    ("he", "שאל שאלה אמר אמרה"),
    ("hi", "पूछा कहा बोला बोली"),
    ("ur", "پوچھا کہا بولا بولی"),
  ]
}
