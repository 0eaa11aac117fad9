/// Words whose full stop seldom ends a sentence, in lower case and without that stop.
enum Abbreviations {
  /// Words that a name or number follows: their stop never ends a sentence.
  static let titles: [(language: String, words: String)] = [
    ("any", "dr prof mr mrs ms mme mlle sr sra srta vs bzw ca cf"),
    (
      "en",
      """
      messrs rev hon gen col maj capt cpt lt sgt cpl pvt adm cmdr gov sen rep pres supt det insp
      eqs ref refs e.g i.e viz esp ave blvd
      """
    ),
    (
      "de",
      """
      hr fr frl z.b d.h u.a i.d.r v.a s.o o.ä u.ä z.t v.chr n.chr geb gest vgl evtl ggf inkl
      zzgl sog bspw allg ehem verh
      """
    ),
    ("fr", "m mm mgr me env cf p.ex"),
    ("es", "d dña ud uds pág p.ej"),
    ("it", "sig dott ing avv on pag prof.ssa dott.ssa p.es"),
    ("pt", "sra dra exa pág p.ex"),
    ("nl", "dhr mevr bijv mw drs ing ir d.w.z o.a blz"),
    ("sv", "t.ex bl.a d.v.s s.k f.d"),
    ("da", "f.eks bl.a d.v.s pga hr fru"),
    ("no", "f.eks bl.a d.v.s pga hr fru"),
    ("fi", "esim mm ns ks ts"),
    ("ru", "ул им т.е т.к т.н проф акад рис см руб коп тыс"),
    ("pl", "np tj tzw dr hab inż ul św"),
    ("cs", "např tj tzv ing mudr čl str"),
    ("vi", "tp ths gs pgs ts"),
  ]

  /// Words whose stop ends a sentence unless a number follows.
  static let numbered: [(language: String, words: String)] = [
    (
      "any",
      "no nos vol vols pp ed art nr núm num sec fig figs eq str kap abb tab bd ch chap pt op"
    )
  ]

  /// Words whose stop ends a sentence only when a function word with a capital follows.
  static let others: [(language: String, words: String)] = [
    (
      "any",
      """
      etc approx st mt ft inc ltd corp co bros dept univ assn est jr eds al op cit ibid jan feb
      mar apr jun jul aug sep sept oct nov dec tel max min u.s u.k u.n e.u a.m p.m u.s.a d.c ph.d
      b.c a.d
      """
    ),
    ("de", "usw bzgl mio mrd jh jhd str tsd mind u.s.w etc std okt dez mär"),
    ("fr", "janv févr avr juil déc hab tél"),
    ("es", "ee.uu ene abr ago dic tel"),
    ("it", "ecc gen mag giu lug ago set ott dic"),
    ("pt", "fev abr mai ago set out dez"),
    ("nl", "enz mln mrd"),
    ("sv", "m.m kl milj"),
    ("ru", "г т.д т.п др млн млрд тыс гг вв н.э"),
  ]
}
