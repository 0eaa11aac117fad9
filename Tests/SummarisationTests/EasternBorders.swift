/// Texts in languages of eastern and northern Europe and Turkey; a bar stands where a sentence ends.
enum EasternBorders {
  static let texts: [(language: String, cases: String)] = [
    (
      "pl",
      #"""
      W 1990 r. Polska była inna.| Prof. dr hab. Jan Nowak przyszedł.
      Mieszka przy ul. Długiej 5, m. 3.| To blisko.
      Są tam m.in. Kraków, Gdańsk itd.| Miasta rosną.
      Zob. s. 3, rys. 2 i nr 5.| To jasne.
      „Idziesz?” – zapytał.| „Nie!”| Została.
      – Idziesz?| – Nie.| Została.
      W XIX w. Warszawa rosła.| W 44 r. p.n.e. zginął Cezar.
      Kosztuje 3,5 tys. zł, tj. dużo.| Ceny rosną.| Dlaczego?
      Np. Jan, tzw. Mały, wygrał 3:2.| Wszyscy się cieszyli.
      Inż. Kos i gen. Lis mówili o godz. 8.| Nikt nie słuchał.
      Kościół św. Anny stoi przy al. Wolności.| Jest stary.
      5. Pułk wrócił 3. maja.| Było późno.
      Pisz na a.b@przyklad.pl.| Strona www.przyklad.pl działa.| Dziękuję.
      Było późno...| Nikt nie przyszedł… oprócz mnie.| Cóż.
      """#
    ),
    (
      "cs",
      #"""
      Dne 5. května 1990 přišel Ing. Novák.| Byl sám.
      MUDr. Eva Malá a prof. PhDr. Jan Velký, CSc. mluvili.| Nikdo neposlouchal.
      Bydlí v ul. Dlouhé č. 5.| Je to blízko.
      Např. Praha, tzv. matka měst, roste.| Brno atd. také.
      „Jdeš?“ zeptal se.| „Ne!“| Zůstala.
      »Jdeš?« zeptal se.| »Ne.«| Zůstala.
      V 19. století žil Karel IV. Lucemburský jen v knihách.| To je vše.
      Viz str. 3, obr. 2 a tab. 4.| Je to jasné.
      Zemřel r. 44 př. n. l. v Římě.| Řím se změnil.
      Stojí 3,5 tis. Kč, tj. moc.| Ceny rostou.| Proč?
      Vyhráli 3:2.| Všichni slavili.| Bylo 8.30 hod. večer.
      Kostel sv. Anny je starý.| Stojí na nám. Míru.
      Pište na a.b@priklad.cz.| Stránka www.priklad.cz běží.| Díky.
      """#
    ),
    (
      "tr",
      #"""
      Prof. Dr. Ayşe Yılmaz geldi.| Konuştu.
      19. yüzyılda 3. Selim tahta çıktı.| Yıl 1789'du.
      Atatürk Cad. No. 5'te oturuyor.| Yakın.
      Elma, armut vb. pahalı.| Üzüm vs. de.| Neden?
      M.Ö. 44 yılında öldü.| Roma değişti.
      "Geliyor musun?" diye sordu.| "Hayır!"| Kaldı.
      “Evet,” dedi.| “Gidelim.”| Gittiler.
      Bkz. s. 3 ve şek. 2.| Açık.
      T.C. Anayasası eskidir.| İlk hâli 1924'tedir.
      Fiyat %3,5 arttı.| Herkes şikâyet etti.| Iğdır uzak.
      Doç. Can ve Av. Su, Gaz A.Ş. için çalışır.| Mutlular.
      Maç 3-2 bitti.| Ömer sevindi.| Şehir uyudu.| Çok geç.
      a.b@ornek.com.tr adresine yazın.| Teşekkürler.
      """#
    ),
    (
      "ru",
      #"""
      Он родился в 1970 г. в Москве.| Т.е. давно.| Живёт на ул. Ленина.
      В 1990 г. Россия изменилась.| Это было в XX в. или позже.
      Яблоки, груши и т. д. дороги.| Сливы и т. п.| Цены растут.
      Яблоки, груши и др.| Цены растут.
      Акад. И. П. Павлов и проф. Ю. В. Иванов спорили.| Никто не слушал.
      См. рис. 3, с. 12 и табл. 4.| Всё ясно.
      «Идёшь?» — спросил он.| «Нет!»| Она осталась.
      — Идёшь?| — Нет.| Она осталась.
      Цезарь погиб в 44 г. до н. э. в Риме.| Рим изменился.
      Цена — 3,5 тыс. руб. за штуку.| Это дорого.| Почему?
      Завод им. Кирова стоит в г. Санкт-Петербурге.| Он стар.
      Было поздно...| Никто не пришёл… кроме меня.| Увы.
      Пишите на a.b@primer.ru.| Сайт www.primer.ru работает.| Спасибо.
      Матч закончился 3:2.| Зенит победил.| Счёт 5.| Конец.
      Он сказал: «Поздно».| Она ушла.| (Никто не видел.)| Всё.
      Это т. н. Великая стена, т. е. забор.| Конец.[5]| Точка.
      """#
    ),
    (
      "uk",
      #"""
      У 1990 р. Україна змінилася.| Це було давно.
      Акад. М. С. Грушевський жив на вул. Львівській.| Він писав.
      Яблука, груші тощо.| Ціни ростуть.| Чому?
      Див. рис. 3, с. 12.| Усе ясно.
      «Ідеш?» — спитав він.| «Ні!»| Вона лишилась.
      — Ідеш?| — Ні.| Вона лишилась.
      Цезар загинув 44 р. до н. е. в Римі.| Рим змінився.
      Ціна — 3,5 тис. грн за штуку.| Це дорого.
      Завод ім. Шевченка стоїть у м. Києві.| Він старий.
      Було пізно...| Ніхто не прийшов… крім мене.| Гаразд.
      Їжа смачна.| Ґрунт чорний.| Є все.| І це все.
      Пишіть на a.b@pryklad.ua.| Дякую.
      """#
    ),
    (
      "el",
      #"""
      Τι κάνεις;| Καλά είμαι.| Εσύ;| Κι εγώ.
      Ο κ. Παπάς και η Δρ. Νίκη ήρθαν.| Μίλησαν.
      Π.χ. η Αθήνα, δηλ. η πόλη, μεγαλώνει.| Ο Πειραιάς κ.λπ. επίσης.
      Πέθανε το 44 π.Χ. στη Ρώμη.| Η Ρώμη άλλαξε.
      «Έρχεσαι;» ρώτησε.| «Όχι!»| Έμεινε.
      «Έρχεσαι;»| Η Άννα σώπασε.
      Βλ. σελ. 3 και εικ. 2.| Είναι σαφές.
      Κοστίζει 3,5 εκ. ευρώ.| Πολλά.| Γιατί;
      Ο Γ. Σεφέρης και ο Ο. Ελύτης έγραφαν.| Ήταν φίλοι.
      Ήταν αργά...| Κανείς δεν ήρθε… μόνο εγώ.| Αντίο.
      Γράψτε στο a.b@paradeigma.gr.| Ευχαριστώ.
      Είδε μήλα· πήρε δύο.| Έφυγε!| Ωραία.
      Ήρθε (επιτέλους!) ο Άρης.| Ένας μόνο.
      """#
    ),
    (
      "da",
      #"""
      Den 5. maj kom han f.eks. med tog.| Det var sent.
      Han købte bl.a. brød, dvs. rugbrød.| Det var godt.
      Hr. Holm og dr. Berg kom kl. 8.| De talte.
      »Kommer du?« spurgte han.| »Nej!«| Hun blev.
      Prisen steg 3,5 pct. på et år.| Alle klagede.
      Se s. 3, nr. 5 og fig. 2.| Det er klart.
      Søm, skruer m.m. er dyre.| Ørsted vidste det.
      """#
    ),
    (
      "no",
      #"""
      Den 5. mai kom han f.eks. med tog.| Det var sent.
      Han kjøpte bl.a. brød, dvs. loff.| Det var godt.
      Dr. Berg og prof. Lie kom kl. 8.| De snakket.
      «Kommer du?» spurte han.| «Nei!»| Hun ble.
      Prisen steg 3,5 prosent.| Alle klaget.| Åsane er stort.
      """#
    ),
    (
      "fi",
      #"""
      Hän tuli 5. toukokuuta esim. junalla.| Oli myöhä.
      Ks. s. 3 ja kuva 2.| Asia on selvä.
      Naulat, ruuvit jne. ovat kalliita.| Hinnat nousevat.
      ”Tuletko?” hän kysyi.| ”En!”| Hän jäi.
      Kaarle XII. kuoli 1718.| Sitten tuli rauha.
      Ns. Suuri muuri, ts. aita, on siellä.| Älä mene.
      """#
    ),
    (
      "hu",
      #"""
      Április 5. napján jött pl. vonattal.| Késő volt.
      Dr. Kovács és ifj. Nagy Pál beszélt.| Senki sem figyelt.
      Szög, csavar stb. drága.| Az árak nőnek.| Őszintén?
      Lásd 3. oldal, ill. 2. ábra.| Ez világos.
      „Jössz?” – kérdezte.| „Nem!”| Maradt.
      A XX. század elmúlt.| Kb. Tíz ember maradt.
      """#
    ),
    (
      "ro",
      #"""
      Dl. Popa și dna. Ionescu au venit.| Au vorbit.
      Locuiește pe str. Lungă nr. 5.| E aproape.
      Cuie, șuruburi etc.| Prețurile cresc.| De ce?
      „Vii?” a întrebat el.| „Nu!”| Ea a rămas.
      Prof. dr. Ana Radu a murit în sec. XX.| Știm asta.
      A murit în 44 î.Hr. la Roma.| Țara s-a schimbat.
      """#
    ),
    (
      "bg",
      #"""
      През 1990 г. България се промени.| Това беше отдавна.
      Живее на ул. Дълга 5.| Близо е.
      „Идваш ли?“ попита той.| „Не!“| Тя остана.
      Проф. Иванов и д-р Петров говориха.| Никой не слушаше.
      Пирони, болтове и др.| Цените растат.
      """#
    ),
    (
      "id",
      #"""
      Prof. Dr. H. Budi tinggal di Jl. Sudirman No. 5.| Rumahnya besar.
      Harganya Rp. 5.000 saja.| Murah.| Benarkah?
      Paku, sekrup, dll.| Harga naik.
      "Kamu datang?" tanyanya.| "Tidak!"| Ia pergi.
      PT. Gas Tbk. tutup tahun 1990.| Semua sedih.
      """#
    ),
    (
      "vi",
      #"""
      Ông sống ở TP. Hồ Chí Minh.| Nhà ông nhỏ.
      PGS.TS. Nguyễn Văn An và ThS. Lê Bình đã đến.| Họ nói chuyện.
      Bán đinh, ốc, v.v.| Giá tăng.| Tại sao?
      “Anh đến không?” cô hỏi.| “Không!”| Cô ở lại.
      Xem tr. 3 và hình 2.| Rõ ràng.
      Giá là 3,5 triệu đồng.| Đắt quá!| Ở đây rẻ hơn.
      Năm 1990.| Ấy là lúc khó khăn.| Ừ.
      Đã muộn...| Không ai đến… trừ tôi.| Chào.
      Viết cho a.b@vidu.vn.| Trang www.vidu.vn chạy chậm.| Cảm ơn.
      GS. Trần Đại Nghĩa sinh tại Q. 5.| Ông mất năm 1997.
      Đội thắng 3-2.| Ước mơ thành thật.| Ô tô đắt.
      Theo điều 5.2 của luật, thuế là 8%.| Luật mới có hiệu lực.
      """#
    ),
  ]
}
