/// Words whose full stop seldom ends a sentence, in lower case and without that stop.
///
/// What is written with spaces between ("z. B.") is listed without them.
enum Abbreviations {
  /// Words that a name or another word follows: their stop never ends a sentence.
  static let titles: [(language: String, words: String)] = [
    ("any", "dr prof mr mrs ms mme mlle sr sra srta vs bzw ca cf approx"),
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
      hr hrn fr frl z.b d.h u.a i.d.r v.a s.o o.ä u.ä z.t geb gest vgl evtl ggf inkl zzgl sog bspw
      allg ehem verh med rer nat phil jur habil dipl ing mag fam hl s.u i.e o.g exkl einschl
      """
    ),
    ("fr", "m mm mgr me env cf p.ex av bd ste c.-à-d p.ex"),
    (
      "es",
      "d dña ud uds pág p.ej dra bs as av avda gral lic ing excmo ilmo ee jj cc rr ff sto sta mons exmo"
    ),
    (
      "it",
      """
      sig d.lgs d.p.r dott ing avv on pag prof.ssa dott.ssa p.es es ad.es sen arch geom rag mons cfr sigg ill egr
      """
    ),
    ("pt", "pres profa sra dra exa pág p.ex av eng exmo gov dep ten cel gen sto sta"),
    (
      "nl",
      "dhr mevr pres bijv enl mw drs ing ir d.w.z o.a blz resp nl t.a.v i.v.m m.b.t jhr mr st incl excl"
    ),
    ("sv", "t.ex enl bl.a d.v.s s.k f.d dvs resp kapt"),
    ("da", "f.eks bl.a d.v.s pga hr fru dvs inkl"),
    ("no", "f.eks bl.a d.v.s pga hr fru dvs inkl"),
    ("fi", "esim mm ns ks ts prof tri"),
    (
      "ru",
      """
      ул им т.е т.к т.н проф акад рис см пос пер просп пл наб оз св ген полк кап ок чл канд напр
      """
    ),
    (
      "uk",
      "вул ім т.з проф акад рис див просп пл св ген напр т.зв т.ч обл див тов пп мал"
    ),
    ("bg", "ул бул проф акад инж напр т.нар т.е св вж ген полк д-р"),
    (
      "pl",
      "np tj tzw dr hab inż ul św m.in gen płk mjr kpt ks al pl os zob por prof mgr tzn wg bł"
    ),
    (
      "cs",
      """
      např tj tzv ing mudr str sv ul nám doc phdr judr mgr bc rndr gen plk kpt zák mj srov viz tř zvl mvdr
      """
    ),
    ("sk", "napr tj tzv ing mudr str sv ul nám doc phdr judr mgr bc rndr gen mj porov"),
    ("hu", "dr ifj id özv pl ill kb ún prof st gr vö ld u.n"),
    ("ro", "dl dna dra str prof ex sf bd cca gen lt ing av arh acad dvs pr cf"),
    ("tr", "doç av cad sok bkz yrd alb hz örn gen op uzm mah bul ord"),
    ("id", "jl ir drs tn ny pt kh bpk yth hj cv rp mis"),
    ("vi", "tp ths gs pgs ts đh pgs.ts gs.ts bs ks q p đ cn ls"),
    ("el", "κ κα κος υπ δρ αγ π.χ δηλ βλ πρβλ σελ λεωφ καθ οδ πλ στρ κκ"),
    ("hi", "डॉ ए आई ओ प्रो पं श्री श्रीमती कु स्व ई बी सी डी जी एच जे के एल एम एन ओ आर एस टी यू वी पी कि.मी कि मी रु सं मि"),
    ("bn", "ড ডা প্রফ মি মো শ্রী কি.মি রু"),
    ("ta", "திரு திருமதி டாக்டர் செல்வி ரூ கி.மீ"),
    ("ar", "أ.د د ق.م هـ"),
    ("ur", "اے بی ڈی ایف ایچ جے کے ایل ایم این پی کیو آر ایس ٹی یو وی ڈاکٹر"),
    ("fa", "ق.م ن.ک ه.ش ه.ق ر.ک"),
  ]
}
