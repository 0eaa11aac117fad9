/// The words that tell names of persons from what stands around them, in several languages.
enum NameLexicon {
  static let connectives = NameWord.set("and und et и та і 及 和 ja és και și")
  static let weakConnectives = NameWord.set("y e i og och en with mit avec con ve dan a")
  static let particles = NameWord.set(
    """
    von van de der den da do dos das di del della la le el al bin ibn ben zu zum ter ten af av y e du
    des st bint abu ap dal degli vom zur op of und
    """
  )
  static let articles = NameWord.set(
    "the der die das les los il our this my all ein eine unsere une"
  )
  static let titles = NameWord.set("dr prof professor med dipl ing mr mrs ms sir phil mag")
  /// Words before a name without a by-word.
  static let openers = NameWord.set(
    """
    via author authors autor autorin autoren auteur autore über about by von topic started original
    poster rechtsanwalt rechtsanwältin text texte posted автор reporter from
    """
  )
  /// Words behind a name, as in Korean and Japanese bylines.
  static let trailers = NameWord.set("기자 특파원 선임기자 논설위원 통신원 記者 先生 记者 著 文 phd md mba esq")
  /// The words of labels that name authors together with others.
  static let labels = NameWord.set(
    "author authors autor autorin autoren auteur auteurs autore text by reporter writer words von автор"
  )
  static let enders = NameWord.set(
    """
    in at for aus für pour para per updated published posted on from is has was covers contributed im
    last veröffentlicht publié publicado am senior staff chief who whose schreibt writes special under
    """
  )
  /// Words of captions and dates, which end a name however they are written.
  static let stops = NameWord.set(
    """
    symbolbild symbolfoto foto fotos photo photos bild bilder updated published posted
    veröffentlicht aktualisiert publié mis image images
    """
  )
  /// Words of times that never belong to a name when they are written small.
  static let timeWords = NameWord.set(
    """
    am on um vor ago updated published posted veröffentlicht publié publicado le el il op den uhr pm
    min read today yesterday heute gestern
    """
  )
  static let weekdays = NameWord.set(
    """
    mon tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag
    sonntag monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi
    vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
    """
  )
  static let longMonths = NameWord.set(
    "december november october september february january july dezember oktober januar februar juli dec nov oct"
  )
  static let monthsAndNames = NameWord.set("may april june august jan juni julia mai")
  /// Words of notices of rights, in which a name is the owner's.
  static let rights = NameWord.set("copyright licensed license lizenz rights")
  static let speech = NameWord.set("sagt said says schreibt meint wrote dit dice replied antwortet")
  /// Parts of names of papers and desks in scripts without capitals.
  static let uncasedGroups: [[UInt8]] = [
    "編集部", "新聞", "通信", "ニュース", "编辑部", "新华社", "新聞社", "日报", "日報", "뉴스", "편집국", "취재팀", "記者會",
    "事務所", "大学", "研究所", "协会", "協会", "委員会", "株式会社", "コラム", "公司",
  ].map { Array($0.utf8) }

  static let agencies = PhraseTable(
    """
    dpa *; afp; afp *; reuters; reuters staff; ap; apa; apa ap; sda; keystone sda; ansa; efe; pti; ians
    ani; upi; tass; xinhua; epa; sid; epd; kna; dts; rtr; ots; news aktuell; lusa; belga; anp; ntb; tt
    ritzau; stt; mti; ctk; čtk; pap; ria; interfax; bloomberg; associated press; the associated press
    agence france presse; pa media; press association; europa press; the canadian press
    canadian press; pa; agencies; agenturen; agencia; agencias; agence; imago; getty; getty images
    picture alliance; shutterstock; istock; unsplash; wire; wires; wire services; news agencies
    cnn wire; aap; cna; web desk
    """
  )
  static let groups = PhraseTable(
    """
    staff; redaktion; redaktionsteam; redacción; redaccion; rédaction; redazione; redactie
    redaktionen; redakcja; editor; editors; editorial; team; admin; administrator; administrador
    webmaster; news; newsroom; desk; press release; pressemitteilung; board; contributor; contributors
    guest; gastautor; gastbeitrag; presse; verlag; gmbh; inc; ltd; llc; corp; university; universität
    institute; institut; foundation; stiftung; magazine; magazin; times; journal; post; daily; blog
    online; media; network; group; company; association; ministry; ministerium; council; agency
    agentur; school; hospital; clinic; center; centre; department; office; bureau; service; services
    support; community; press; official; tribune; herald; gazette; zeitung; anzeiger; tagblatt; tv
    radio; society; committee; commission; federation; union; help; today; digital; studio; studios
    lab; labs; verein; landesanstalt; abteilung; report; collective; publikation; e v
    """
  )
  static let roles = NameWord.set(
    """
    coordinator consultant specialist engineer developer designer officer manager director strategist
    counselor attorney physician certified licensed scientist expert advisor columnist editor editors
    reporter reporters writer writers correspondent correspondents producer analyst critic
    contributor contributors contributing president founder lecturer opinion sponsored
    partnership courtesy photographer illustration illustrator stylist translated translation übersetzung
    research commentary redakteur redakteurin redakteure redaktor redaktorin
    korrespondent korrespondentin journalist journalistin journaliste journalists volontär
    volontärin ressort ressortleiter ressortleiterin chefredakteur chefredakteurin chefredaktion
    mitarbeiter mitarbeiterin rédacteur rédactrice redactor redactora periodista giornalista
    redattore kolumnist kolumnistin praktikant praktikantin inviato corresponsal envoyé spécial
    verslaggever redacteur skribent journalista jornalista fachjournalist geschäftsführer
    stellvertretende stellvertretender freie freier dziennikarz leiter professor
    freelancer intern fellow blogger ceo cto coo cofounder leiterin projektleiter projektleiterin autorin
    """
  )
  static let noise = PhraseTable(
    """
    by; von; par; por; di; author; autor; authors; autoren; about; about the author; more; more from
    share; follow; email; e mail; mail; view posts; view all posts; view post; view profile; profile
    bio; read more; see all; all posts; post; posts; unknown; none; null; undefined; anonymous; anonym
    n a; na; default; user; login; log in; youtube; mastodon; tiktok; bluesky; threads; people
    users; no author; online; offline; registrieren; sponsored; partner; powered by
    topic author; original poster; meet the team; veröffentlicht; sign in; subscribe; contact; kontakt
    contact us; privacy; home; comment; comments; kommentare; website; twitter; facebook; linkedin
    instagram; x; rss; print; drucken; teilen; image; photo; foto; source; quelle; advertisement
    anzeige; updated; published; posted; article; articles; artikel; written; reviewed; medically reviewed
    fact checked; editor s note; min read; minute; minutes; save; listen; play; watch; follow us; click here; copyright; all rights reserved; views; password
    newsletter; name; title; author name; und; and; guest; details; learn more; topic; topics
    tag; tags; category; categories; disclosure; affiliate; video; photos; pictures; menu; search
    skip; close; open; next; previous; advertise; cookie; cookies; join; register; author page
    author bio; view bio; view author; biography; meet; posted in; the author; post author; this author
    article author; autorprofil; autorenprofil; zum autor; zur person; à propos; über den autor
    kommentieren; the; of; for; from; to; with; in; on; at; is; was; mehr; folgen; merken
    zur startseite; autorenseite; profil; e mail schreiben; jr; sr; phd; ph d; md
    m d; ph; mba; uhr; am; pm; today; heute; admin; administrator; webmaster; editor; staff; images
    über; text; texte; texto; opens in new window; opens in a new window; alle artikel; whatsapp
    telegram; xing; 기자; 記者; 编辑; 編集; publiziert; alles; pinterest; reddit; copy link; link; autorin; getty images
    """
  )
}
