/// The names of the months in some forty languages.
enum MonthNames {
  /// The month, from 1, by the folded hash of its name or abbreviation; none for other words.
  static let table: [UInt64: Int] = {
    var table: [UInt64: Int] = [:]
    for (index, names) in rows.enumerated() {
      for name in names.split(separator: " ") { table[WordFolder.word(String(name))] = index + 1 }
    }
    return table
  }()

  private static let rows = [
    "january jan januar jänner janner jän janvier janv enero ene gennaio gen janeiro januari "
      + "janúar styczeń stycznia sty январь января янв січня січень ocak oca leden ledna január "
      + "januára tammikuu tammikuuta ianuarie ian ιανουαρίου ιανουάριος ιαν gener يناير जनवरी "
      + "siječnja siječanj januarja јануар јануара януари студзеня sausio janvāris janvārī "
      + "jaanuar yanvar xaneiro urtarrila มกราคม ינואר בינואר জানুয়ারি জানুয়ারী ژانویه "
      + "जानेवारी қаңтар იანვარი հունվար فروردین",
    "february feb februar feber février fevrier févr fév fev febrero febbraio febbr fevereiro "
      + "februari luty lutego lut февраль февраля фев лютого лютий şubat şub únor února február "
      + "februára helmikuu helmikuuta februarie φεβρουαρίου φεβρουάριος φεβ febrer فبراير फरवरी "
      + "veljače veljača februarja фебруар фебруара февруари лютага vasario februāris februārī "
      + "veebruar fevral febreiro otsailaren กุมภาพันธ์ פברואר בפברואר ফেব্রুয়ারি ফেব্রুয়ারী "
      + "فوریه फेब्रुवारी ақпан თებერვალი փետրվար اردیبهشت",
    "march mar märz maerz mär mrz mars marzo março maart mrt marts marzec marca март марта "
      + "мар березня березень mart březen března března marec március márc maaliskuu "
      + "maaliskuuta martie μαρτίου μάρτιος μαρ març maret مارس मार्च ožujka ožujak marec "
      + "марта марту сакавіка kovo martā märts martxoaren มีนาคม מרץ במרץ মার্চ наурыз "
      + "მარტი մարտ خرداد",
    "april apr avril avr abril abr aprile kwiecień kwietnia kwi апрель апреля апр квітня "
      + "квітень nisan nis duben dubna április apríla ápr huhtikuu huhtikuuta aprilie απριλίου "
      + "απρίλιος απρ أبريل ابريل अप्रैल travnja travanj aprila април априла красавіка balandžio "
      + "aprīlis aprīlī aprill aprel apirilaren เมษายน אפריל באפריל এপ্রিল آوریل एप्रिल сәуір "
      + "აპრილი ապրիլ تیر",
    "may mai mayo maggio mag maio mei maj maja май мая травня травень mayıs květen května "
      + "május mája máj toukokuu toukokuuta μαΐου μάιος μαϊ maig مايو मई svibnja svibanj мај "
      + "маја мај траўня gegužės maijs maijā maiatzaren พฤษภาคม מאי במאי মে maí مه мамыр მაისი "
      + "մայիս مرداد",
    "june jun juni juin junio giugno giu junho czerwiec czerwca cze июнь июня июн червня "
      + "червень haziran haz červen června június júna jún kesäkuu kesäkuuta iunie ιουνίου "
      + "ιούνιος ιουν juny يونيو जून lipnja lipanj junija јун јуна юни чэрвеня birželio jūnijs "
      + "jūnijā juuni iyun xuño ekainaren มิถุนายน יוני ביוני জুন ژوئن маусым ივნისი հունիս "
      + "شهریور",
    "july jul juli juillet juil julio luglio lug julho июль июля июл липня липень temmuz tem "
      + "červenec července július júla júl heinäkuu heinäkuuta iulie ιουλίου ιούλιος ιουλ "
      + "juliol يوليو जुलाई srpnja srpanj julija јул јула юли ліпеня liepos jūlijs jūlijā juuli "
      + "iyul xullo uztailaren กรกฎาคม יולי ביולי জুলাই ژوئیه जुलै шілде ივლისი հուլիս lipca "
      + "lipiec مهر",
    "august aug août aout agosto ago augustus agustus augusti sierpień sierpnia sie август "
      + "августа авг серпня серпень ağustos ağu srpen srpna augusztus augusta elokuu elokuuta "
      + "αυγούστου αύγουστος αυγ agost أغسطس अगस्त kolovoza kolovoz avgusta август августа "
      + "жніўня rugpjūčio augusts augustā avqust abuztuaren สิงหาคม אוגוסט באוגוסט আগস্ট اوت "
      + "ऑगस्ट ágúst ogos тамыз აგვისტო օգոստոս آبان",
    "september sep sept septembre septiembre setiembre set settembre sett setembro wrzesień "
      + "września wrz сентябрь сентября сен сент вересня вересень eylül eyl září septembra "
      + "szeptember szept syyskuu syyskuuta septembrie σεπτεμβρίου σεπτέμβριος σεπ setembre "
      + "سبتمبر सितंबर rujna rujan септембар септембра септември верасня rugsėjo septembris "
      + "septembrī sentyabr irailaren กันยายน ספטמבר בספטמבר সেপ্টেম্বর سپتامبر सप्टेंबर қыркүйек "
      + "სექტემბერი սեպտեմբեր آذر",
    "october oct oktober okt octobre octubre ottobre ott outubro out październik października "
      + "paź октябрь октября окт жовтня жовтень ekim eki říjen října október októbra lokakuu "
      + "lokakuuta octombrie οκτωβρίου οκτώβριος οκτ أكتوبر अक्टूबर अक्तूबर oktobra "
      + "октобар октобра октомври кастрычніка spalio oktobris oktobrī oktoober oktyabr urriaren "
      + "ตุลาคม אוקטובר באוקטובר অক্টোবর اکتبر ऑक्टोबर қазан ოქტომბერი հոկտեմբեր دی",
    "november nov novembre noviembre novembro listopad ноябрь ноября ноя нояб листопада "
      + "листопад kasım kas marraskuu marraskuuta noiembrie νοεμβρίου νοέμβριος νοε نوفمبر "
      + "नवंबर studenoga studenog studeni novembra новембар новембра ноември лістапада "
      + "lapkričio novembris novembrī noyabr azaroaren พฤศจิกายน נובמבר בנובמבר নভেম্বর نوامبر "
      + "नोव्हेंबर қараша ნოემბერი նոյեմբեր بهمن",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro desember "
      + "grudzień grudnia gru декабрь декабря дек грудня грудень aralık ara prosinec prosince "
      + "joulukuu joulukuuta decembrie δεκεμβρίου δεκέμβριος δεκ desembre ديسمبر दिसंबर prosinca "
      + "decembra децембар децембра декември снежня gruodžio decembris decembrī detsember "
      + "dekabr abenduaren ธันวาคม דצמבר בדצמבר ডিসেম্বর دسامبر डिसेंबर желтоқсан დეკემბერი "
      + "դեկտեմբեր اسفند",
  ]
}
