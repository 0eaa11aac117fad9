/// Words that turn a statement around, weaken it or bound it, and those that say little of it.
///
/// Short lists of common words. All languages share one table: a word of one that means something
/// else in another only makes two sentences differ that could have been taken to agree.
struct ClaimWords: Sendable {
  private var kinds: [UInt64: Kind] = [:]

  /// What a word does to a statement.
  enum Kind: Sendable {
    case negation, hedge, numeral, day, article, saying, condition
  }

  init() {
    let lists: [(Kind, String)] = [
      (.negation, Self.negations), (.hedge, Self.hedges), (.numeral, Self.numerals),
      (.condition, Self.conditions), (.day, Self.days), (.article, Self.articles),
      (.saying, Self.sayings),
    ]
    for (kind, words) in lists {
      for word in words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
        kinds[PlainToken.key(of: Substring(word))] = kind
      }
    }
  }

  /// What a word does; nil for most.
  func kind(of key: UInt64) -> Kind? { kinds[key] }

  private static let negations = """
    not no t cannot never none nor neither nobody nothing nowhere without hardly barely denied denies deny
    denying refused refuses failed fails false untrue unlikely
    nicht kein keine keinen keiner keinem keines nie niemals niemand nichts ohne weder
    ne n pas jamais aucun aucune sans rien ni non nunca jamás ningún ninguna ninguno nadie nada sin tampoco
    mai nessuno nessuna niente nulla senza né não nem nenhum nenhuma ninguém sem
    niet geen nooit niemand niets zonder noch nie nigdy nikt nic bez żaden nikdy nikdo žádný není nebyl
    не нет ни никогда никто ничего без немає ні ніколи ніхто inte ej aldrig ingen inget inga utan
    ikke aldri ingenting uten uden ei eivät eikä değil yok hiç asla không chẳng chưa đừng
    tidak bukan tanpa belum لا لم لن ليس ليست غير بدون نه نیست לא אין בלי δεν δε μη μην ποτέ χωρίς όχι
    नहीं न मत बिना nu niciodată fără nem nincs soha 不 没 沒 無 无 非 未 勿 ず ぬ 않 못
    """

  private static let hedges = """
    may might could possibly perhaps maybe allegedly reportedly probably
    könnte könnten vielleicht möglicherweise angeblich wohl mutmaßlich peut-être pourrait pourraient
    quizás podría podrían presuntamente forse potrebbe talvez poderia misschien mogelijk może podobno
    возможно может kanske möjligen kanskje måske ehkä belki có thể mungkin ربما शायद 可 或
    """

  private static let numerals = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    million billion trillion dozen dozens half twice double triple first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth last next previous
    eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend millionen milliarden
    erste zweite dritte deux trois quatre cinq six sept huit neuf dix onze douze vingt cent mille
    millions milliards dos tres cuatro cinco seis siete ocho nueve diez cien mil millones due tre
    quattro cinque sei sette otto nove dieci cento mila milioni dois três quatro sete oito dez milhões
    twee drie vijf zes zeven negen tien honderd duizend miljoen dwa trzy cztery pięć sześć siedem osiem
    два три четыре пять шесть семь восемь девять десять сто тысяч миллионов två fyra fem sju åtta nio
    tio iki üç dört beş altı yedi sekiz dokuz yüz bin milyon hai ba bốn năm sáu bảy tám chín mười
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december montag dienstag mittwoch donnerstag freitag samstag
    sonntag januar februar märz mai juni juli oktober dezember lundi mardi mercredi jeudi vendredi
    samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre
    lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio
    agosto septiembre octubre noviembre diciembre lunedì martedì mercoledì giovedì venerdì domenica
    一 二 三 四 五 六 七 八 九 十 百 千 万 萬 億 亿 两
    """

  /// What bounds a statement, so that it is not the same without it.
  private static let conditions = """
    all some most few many only if unless would should can must when whether except but wrongly falsely
    alle einige meisten wenige nur wenn falls würde sollte kann muss aber tous certains seulement si sauf
    todos algunos solo sólo si tutti alcuni solo se alguns apenas alleen als indien если только
    """

  private static let days = """
    monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag
    freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes
    miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì domenica
    """

  /// Articles that tell nothing of who did it: those of German do.
  private static let articles = "the that dass le les el il gli os het een un une una uma"

  private static let sayings = """
    said says say according announced reported sagte sagten laut teilte mitteilte annoncé déclaré selon
    dijo dijeron según informó detto secondo disse segundo zei volgens
    """
}
