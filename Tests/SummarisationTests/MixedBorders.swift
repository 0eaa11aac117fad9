/// Texts of more than one difficulty; a bar stands where a sentence ends.
enum MixedBorders {
  static let texts: [(language: String, cases: String)] = [
    (
      "en",
      #"""
      The firm, J.P. Morgan & Co., hired Lt. Gov. Dan Fox in Feb.| He starts in Aug. 2024.
      At 7:30 a.m. EST the train left Washington, D.C.| Everyone was asleep.
      Sales rose 4.5% vs. 3.9% in Q1.| Analysts at U.S. Bancorp weren't surprised.
      "I can't believe it!" she said.| "It's over."| He nodded.
      The file config.yaml.bak is stored in C:\Temp\new.| Delete it!
      He studied at St. John's College, Oxford, from Sept. 2001 to Mar. 2003.| He liked it.
      Mt. Everest is 8,849 m high.| K2 is 8,611 m.| No other peak is as tall.
      What did Prof. Adams mean by "the U.S. is changing"?| He wouldn't say.
      The ratio was 3.2:1.| In 1999, it was 2:1 (see Table 4, p. 17).| That changed.
      Use the API at https://api.example.com/v1.2/items?id=3.| It returns JSON.
      "Why?"| Because.| That's why.
      We met on Fri. Nov. 12 at 10 a.m. in Rm. 5.| It rained.
      Washington beat Texas 21-14.| Smith scored twice.
      She got her Ph.D. in 1990 and her M.A. before that.| Her B.Sc. came first.
      The case, Roe v. Wade, was famous.| So was Brown v. Board of Education.
      Contact info@acme.co.uk or visit acme.co.uk.| We're open 9 a.m.–5 p.m. daily.
      I live at 12 Elm St., Apt. 4, Springfield, Ill.| It's nice.
      Methods (2.1.3) are described below.| They work.
      Is this the end?...| Perhaps not.
      He whispered: "Go."| And she went.| Nobody saw.
      Mr. and Mrs. O'Neil Jr. left.| Their son, Tom Jr., stayed.
      We never (he doesn't.) ask.| Or do we?| The bank ING.| Nobody knew it.
      Dr. No was a film.| No. 1 was it.
      It weighs approx. 5 lbs. and costs ca. $3.| OK?
      Elvis Presley's "Don't Be Cruel" was No. 1 in the U.S.| In the U.K. it wasn't.
      """#
    ),
    (
      "de",
      #"""
      Die GmbH & Co. KG sitzt in St. Gallen.| Sie wurde am 1.1.1999 gegr. und wächst.
      „Ich komme nicht“, sagte er.| „Nie mehr.“| Sie weinte.
      Der 1. FC Köln verlor 0:2.| Der Trainer ging.| Am 3. Okt. 2020 kam ein neuer.
      Nach § 5 Abs. 3 Nr. 2 StGB i. V. m. Art. 3 GG ist das strafbar.| Das gilt seit 2001.
      Sie wiegt 70 kg.| Er ist 1,80 m.| Beide sind 30 J. alt.
      Das Buch (vgl. Müller 1999, S. 34f.) ist gut.| Es kostet 20 €.
      Wilhelm II. dankte ab.| Friedrich der Große z.B. nicht.
      Um 20.15 Uhr, d. h. abends, läuft „Tatort“.| Im 2. Programm läuft nichts.
      Warum?| Weil!| Und dann?| Nichts.
      Sie wohnt in Frankfurt a. M. bei ihrer Mutter.| Dort ist es schön.
      Der Vertrag endet am 31. Dezember.| Danach ist Schluss.
      """#
    ),
    (
      "fr",
      #"""
      Le 14 juill. 1789, la Bastille tombe.| Louis XVI. est surpris.
      M. et Mme Dupont habitent au no 5, bd. Voltaire.| Ils ont 2 enfants.
      « Pourquoi ? demanda-t-il.| Je ne sais pas. »| Elle se tut.
      L'O.N.U. a voté.| La S.N.C.F. fait grève.| Etc.
      Il a dit : « Oui. »| Puis il est sorti.
      Cf. supra, p. 34 sq.| L'auteur y revient.
      Victor Hugo (1802-1885) est l'auteur de N.-D. de Paris.| Il est mort à Paris.
      """#
    ),
    (
      "es",
      #"""
      El Dr. J. L. Borges nació en Bs. As. en 1899.| Murió en Ginebra.
      —¡Ven! —gritó él—.| Ya es tarde.| Ella no vino.
      Según la O.N.U., hay 8.000 millones de personas.| En 1950 había 2.500.
      La Srta. Ruiz, Vda. de Gómez, pagó 50 €.| Nadie lo supo.
      ¿Por qué no vienes?, preguntó.| Porque no quiero.
      """#
    ),
    (
      "ru",
      #"""
      А. С. Пушкин родился 26 мая (6 июня) 1799 г. в Москве.| Он погиб на дуэли.
      В 2020 г. ВВП вырос на 3,5%.| Это мало, т. к. цены тоже росли.
      «Кто там?» — «Это я».| Дверь открылась.
      Площадь — 5 тыс. кв. км.| Население — ок. 2 млн. человек.
      Г. Иванов (р. 1950) живёт в Санкт-Петербурге на Невском пр. в доме 5.| Он поэт.
      ООО «Ромашка» и др. компании закрылись.| Почему?
      """#
    ),
    (
      "pl",
      #"""
      Ks. prof. Józef Tischner ur. się w 1931 r. w Starym Sączu.| Zm. w 2000 r. w Krakowie.
      Firma „Kowalski i S-ka” sp. z o.o. upadła.| Długi wyniosły 3 mln zł.
      „Nie wiem” – powiedział.| – „Może jutro”.| Wyszedł.
      Wg GUS w I kw. 2020 r. PKB spadł o 1,7 proc.| To dużo.
      """#
    ),
    (
      "tr",
      #"""
      M. Kemal Atatürk 1881'de Selanik'te doğdu.| 10 Kasım 1938'de öldü.
      A.B.D. Başkanı geldi.| TBMM'de konuştu.
      Saat 20.30'da başladı.| 2. Abdülhamit dönemi anlatıldı.
      """#
    ),
    (
      "zh",
      #"""
      他出生于1990年3月5日。|身高1.85米，体重80kg。|现居上海。
      “你为什么不来？”他问。|她没有回答。
      据《人民日报》报道，GDP增长了6.5%。|专家认为：这是好事。
      什么？！|真的吗……|我不信！
      联系邮箱：a.b@example.com。|网址：www.example.com。|谢谢！
      1.洗手。|2.吃饭。
      """#
    ),
    (
      "ja",
      #"""
      彼は1990年3月5日に生まれた。|身長は1.85mです。|今は東京に住む。
      「なぜ来ないの？」と彼は聞いた。|彼女は答えなかった。
      株式会社Yahoo!JAPANは東京にある。|本当？|はい！
      「もう帰る」と言って、彼は帰った。|「待って！」彼女は叫んだ。
      詳しくは（※1を参照。）見てください。|以上です。
      """#
    ),
    (
      "ko",
      #"""
      그는 1990. 3. 5.에 태어났다.| 키는 1.85m이다.
      "왜 안 와?"라고 물었다.| 그녀는 대답하지 않았다.
      GDP가 3.5% 증가했다고 한국은행이 밝혔다.| 전문가들은 놀랐다.
      (주)삼성은 서울에 있다.| 정말?| 네!
      """#
    ),
    (
      "ar",
      #"""
      قال د. محمد عبد الله إن عدد السكان 3.5 مليون نسمة.| وأضاف: «هذا رقم كبير.»
      أين كنت؟| لم أرك منذ عام 2010م.| ثم اختفيت.
      زار وزير الخارجية الأمريكي، ج. كيري، القاهرة.| والتقى الرئيس.
      """#
    ),
    (
      "hi",
      #"""
      डॉ. ए. पी. जे. अब्दुल कलाम का जन्म 15 अक्टूबर 1931 को हुआ।| वे वैज्ञानिक थे।
      "तुम कहाँ हो?" उसने पूछा।| कोई उत्तर नहीं मिला।
      भारत की जनसंख्या 1.4 अरब है।| यह बहुत है!
      """#
    ),
    (
      "vi",
      #"""
      TS. Lê Văn A. làm việc tại ĐH. Bách khoa TP.HCM.| Ông sinh năm 1960.
      Giá xăng tăng 1.200 đồng/lít.| Dân kêu.
      "Đi đâu đấy?" - anh hỏi.| "Đi chợ."
      """#
    ),
    (
      "el",
      #"""
      Ο κ. Γ. Παπαδόπουλος γεννήθηκε το 1950 στην Αθήνα.| Πού ζει σήμερα;| Κανείς δεν ξέρει.
      Η Ε.Ε. αποφάσισε.| Το Α.Ε.Π. αυξήθηκε κατά 2,5%.
      """#
    ),
    (
      "it",
      #"""
      L'arch. R. Piano è nato a Genova nel 1937.| Vive a Parigi.
      «Perché?» chiese Maria.| «Non lo so.»| Uscì.
      La F.I.A.T. nacque nel 1899.| Il sig. G. Agnelli la fondò con altri, tra cui E. di Bricherasio.
      """#
    ),
    (
      "pt",
      #"""
      O pres. L. I. Lula da Silva visitou os E.U.A. ontem.| Hoje volta.
      A Profa. Dra. Ana mora na R. das Flores, 5.| É longe.
      """#
    ),
    (
      "nl",
      #"""
      Mr. drs. P. van Vollenhoven werd op 30 apr. 1939 geboren.| Hij is jurist.
      "Waarom?" vroeg Jan.| "Daarom."| Hij ging.
      """#
    ),
    (
      "cs",
      #"""
      T. G. Masaryk se narodil 7. 3. 1850 v Hodoníně.| Zemřel r. 1937.
      „Proč?“ zeptal se Jan.| „Proto.“| Odešel.
      """#
    ),
    (
      "uk",
      #"""
      Т. Г. Шевченко народився 9 березня 1814 р. в с. Моринці.| Помер у м. Санкт-Петербурзі.
      """#
    ),
    (
      "th",
      #"""
      นาย ก. กล่าวว่า จะไป กทม. ในวันที่ 5 ม.ค. 2567 เวลา 08.00 น. โดยรถไฟ
      ใครมา?| ฉันเอง!
      """#
    ),
    (
      "fa",
      #"""
      دکتر م. مصدق در سال ۱۲۶۱ به دنیا آمد.| او در ۱۳۴۵ درگذشت.
      «چرا نیامدی؟» او پرسید.| پاسخی نیامد.
      """#
    ),
    (
      "he",
      #"""
      דוד בן-גוריון נולד ב-16.10.1886.| הוא היה רה"מ.
      "למה?" הוא שאל.| אין תשובה.
      """#
    ),
    (
      "ur",
      #"""
      ڈاکٹر اے۔ پی۔ جے۔ عبدالکلام سائنسدان تھے۔| وہ 1931ء میں پیدا ہوئے۔
      """#
    ),
  ]
}
