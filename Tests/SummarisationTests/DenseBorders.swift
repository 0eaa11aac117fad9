/// Texts dense with abbreviations; a bar stands where a sentence ends.
enum DenseBorders {
  static let texts: [(language: String, cases: String)] = [
    (
      "en",
      #"""
      Sen. Maria Cantwell, D-Wash., and Rep. Jim Hill, R-Ky., disagree.| Both are running.
      The temperature fell to -3.5 deg. C. on Sunday.| Roads froze.
      "Mr. President!" a reporter shouted.| There was no answer.
      Dept. of Energy officials met Col. Sanders at Ft. Knox.| The gold was safe.
      In Sec. 4.2 we show (cf. Fig. 7) that p < .05.| The effect is small.
      It happened in Menasha, Wis. (Photo by Lee).| They left Mobile, Ala.| Police came.| Ala is a place.
      He was 6 ft. 4 in. tall.| His wife wasn't.
      Toys "R" Us Inc. filed for bankruptcy.| Stores closed.
      Call 555-0100 ext. 12 after 6 p.m.| Ask for Lee.
      Albums such as "Help!" and "Let It Be" sold well.| Critics loved both.
      Gmail.com, Amazon.com Inc. and eBay.com are sites.| Use them.
      J.K. Rowling wrote it in the '90s.| It's long.
      The E. coli outbreak in St. Petersburg, Fla., ended.| Officials cheered.
      "Is it true ...?" he began.| "No."
      Who is No. 2?| You are No. 6.
      """#
    ),
    (
      "de",
      #"""
      Die EU-Kommission (s. Bericht v. 12.3.2020) zögert.| Brüssel schweigt.
      Frau Dr. h. c. Ilse Aigner sprach.| Der Saal war voll.
      Ca. 20 Prozent bzw. 5 Mio. t CO2 werden eingespart.| Das reicht nicht.
      Er wohnt Karl-Marx-Str. 12 in Halle a. d. Saale.| Seine Frau nicht.
      „Wann kommst du?“ – „Morgen.“| Sie legte auf.
      In der 90. Minute traf Müller.| Das Spiel endete 1:0.| Die Fans jubelten.
      Papst Johannes Paul II. starb 2005.| Sein Nachfolger war Benedikt XVI.| Er trat zurück.
      Laut § 12 Abs. 1 S. 2 ist es verboten.| Strafe droht.
      """#
    ),
    (
      "fr",
      #"""
      Le Dr. Martin, né le 3 févr. 1960, habite St. Malo.| Il est veuf.
      « Où vas-tu ? »| « Nulle part. »| Elle claqua la porte.
      La société Dupont & Cie. a fermé.| Env. 300 salariés sont touchés.
      Le S.A.M.U. est venu à 20 h. 30.| Trop tard !
      Selon l'art. L. 123-4 du code, c'est interdit.| La loi est claire.
      """#
    ),
    (
      "es",
      #"""
      El Excmo. Sr. D. Felipe González habló.| Nadie aplaudió.
      La temp. máx. fue de 40,5 ºC.| Hizo calor.
      —¿Quién es? —preguntó.| Nadie contestó.
      EE.UU. y la U.E. firmaron.| China no lo hizo.
      Vive en la c/ Mayor, n.º 5, 2.º izq.| Es un piso viejo.
      """#
    ),
    (
      "it",
      #"""
      Il prof. M. Monti, ex pres. del Consiglio, ha parlato.| Roma ascolta.
      «Dove vai?»| «A casa.»| Se ne andò.
      L'art. 3, c. 2, lett. b) del d.lgs. n. 50 lo vieta.| La legge è chiara.
      Il sec. XIX finì.| Il sec. XX iniziò.
      """#
    ),
    (
      "pt",
      #"""
      O Min. da Saúde, Dr. A. Costa, falou às 20h.| Ninguém ouviu.
      A Sra. D. Maria II reinou no séc. XIX.| Morreu cedo.
      — Quem é? — perguntou ele.| Ninguém respondeu.
      """#
    ),
    (
      "ru",
      #"""
      Президент РФ В. В. Путин прибыл в г. Сочи.| Встреча длилась 2 ч. 15 мин.| Итог неизвестен.
      «Где ты был?» — спросила мать.| Он молчал.
      В наст. время (на 1 янв. 2020 г.) здесь живёт 5 тыс. чел.| Город растёт.
      Роман «Что делать?» написал Чернышевский.| Его читают до сих пор.
      Ср.: Иванов, 1990, с. 5–7.| Там всё сказано.
      """#
    ),
    (
      "pl",
      #"""
      Prezydent RP A. Duda przyjechał do m. st. Warszawy.| Padał deszcz.
      Art. 5 ust. 2 pkt 3 ustawy z dn. 5 maja 2010 r. mówi jasno.| To zakazane.
      „Gdzie byłeś?” – zapytała matka.| Milczał.
      """#
    ),
    (
      "tr",
      #"""
      Cumhurbaşkanı R. T. Erdoğan Ankara'ya geldi.| Toplantı 2 saat sürdü.
      Mustafa Kemal 19. Tümen komutanıydı.| Savaş bitti.
      “Neredeydin?” diye sordu annesi.| Sustu.
      """#
    ),
    (
      "vi",
      #"""
      Chủ tịch UBND TP. Đà Nẵng, ông Lê T. Nam, phát biểu.| Mọi người vỗ tay.
      “Anh ở đâu?” - cô hỏi.| Anh im lặng.
      """#
    ),
    (
      "el",
      #"""
      Ο Υπ. Παιδείας, κ. Α. Λοβέρδος, μίλησε.| Κανείς δεν άκουσε.
      «Πού ήσουν;» ρώτησε η μητέρα.| Σώπασε.
      """#
    ),
    (
      "ar",
      #"""
      قال الرئيس: "لن نتراجع!"| ثم غادر القاعة.| صفق الحاضرون.
      بلغت الزيادة 3.5% في عام 2020.| لماذا؟| لا أحد يعرف.
      """#
    ),
    (
      "fa",
      #"""
      رئیس‌جمهور در تهران گفت: «کوتاه نمی‌آییم.»| مردم دست زدند.
      نرخ تورم ۴۰٫۵ درصد شد.| چرا؟| کسی نمی‌داند.
      """#
    ),
    (
      "he",
      #"""
      ח"כ א. לוי אמר כי "זה לא ייתכן".| הקהל מחא כפיים.
      האינפלציה עלתה ב-3.5%.| מדוע?| איש אינו יודע.
      """#
    ),
    (
      "hi",
      #"""
      प्रधानमंत्री ने कहा, "हम पीछे नहीं हटेंगे।"| सबने ताली बजाई।
      श्री ए. के. सिंह ने 3.5 प्रतिशत बताया।| क्यों?| कोई नहीं जानता।
      """#
    ),
    (
      "zh",
      #"""
      他说：“我们不会后退！”|全场鼓掌。|会议结束了。
      2020年GDP增长3.5%。|为什么？|没人知道。
      《你好，李焕英》很火。|票房超过50亿元！
      “什么？”她惊讶地说。|他笑而不答。
      """#
    ),
    (
      "ja",
      #"""
      首相は「退かない。」と述べた。|会場は沸いた。
      2020年のGDPは3.5％増えた。|なぜか？|誰も知らない。
      「えっ？」と彼女は驚いた。|彼は笑った。
      『君の名は。』は大ヒットした。|興収は250億円。
      """#
    ),
    (
      "ko",
      #"""
      대통령은 "물러서지 않겠다"고 말했다.| 모두 박수를 쳤다.
      2020년 GDP는 3.5% 늘었다.| 왜?| 아무도 모른다.
      """#
    ),
    (
      "th",
      #"""
      นายกรัฐมนตรีกล่าวว่า "เราจะไม่ถอย" ก่อนออกจากห้องประชุม
      อัตราเงินเฟ้ออยู่ที่ 3.5% ในปี พ.ศ. 2563
      """#
    ),
    (
      "nl",
      #"""
      Minister-pres. M. Rutte kwam om 20.00 uur.| Hij zei niets.
      Art. 5, lid 2, sub b. is duidelijk.| Het mag niet.
      """#
    ),
    (
      "uk",
      #"""
      Президент В. О. Зеленський прибув до м. Одеса.| Зустріч тривала 2 год. 15 хв.| Підсумок невідомий.
      """#
    ),
    (
      "cs",
      #"""
      Prezident P. Pavel přijel do Brna v 15 hod.| Pršelo.
      Podle § 5 odst. 2 písm. b) zák. č. 89/2012 Sb. je to zakázáno.| Zákon je jasný.
      """#
    ),
    (
      "sv",
      #"""
      Statsminister U. Kristersson kom kl. 20.| Han sa inget.
      Enl. 5 kap. 2 § är det förbjudet.| Lagen är tydlig.
      """#
    ),
  ]
}
