extension Fault {
  /// Texts in many encodings, declared rightly, wrongly, twice or not at all.
  static func charsets(_ site: LocalSite) -> [Fault] {
    declared(site) + undeclared(site) + contradicting(site) + damaged(site)
  }

  private static let texts: [String: [String]] = [
    "western": [
      "Größere Bäume wachsen „schöner“, wenn Äpfel übrig bleiben – für 5 € das Stück…",
      "Die Mädchen aßen süße Brötchen über den Dächern der Stadt, während es draußen regnete.",
    ],
    "russian": [
      "Весной в гавань привезли странное существо, и все жители пришли на него посмотреть.",
      "Никто не знал, чем его кормить, поэтому дети приносили хлеб и яблоки каждый день.",
    ],
    "japanese": [
      "春になると、港に不思議な生き物が運ばれてきて、町の人々はみな見物に集まった。",
      "何を食べるのか誰も知らなかったので、子供たちはパンとりんごを毎日持ってきた。",
    ],
    "simplified": [
      "春天的时候，一只奇怪的动物被带到了港口，镇上的人们都来观看它的样子。",
      "没有人知道它吃什么，所以孩子们每天都带来面包和苹果，放在它的窗前。",
    ],
    "traditional": [
      "春天的時候，一隻奇怪的動物被帶到了港口，鎮上的人們都來觀看牠的樣子。",
      "沒有人知道牠吃什麼，所以孩子們每天都帶來麵包和蘋果，放在牠的窗前。",
    ],
    "korean": [
      "봄이 되자 이상한 동물이 항구로 실려 왔고 마을 사람들이 모두 구경하러 왔다.",
      "무엇을 먹는지 아무도 몰랐기 때문에 아이들은 매일 빵과 사과를 가져왔다.",
    ],
    "greek": [
      "Την άνοιξη έφεραν στο λιμάνι ένα παράξενο πλάσμα και όλοι ήρθαν να το δουν.",
      "Κανείς δεν ήξερε τι τρώει, γι' αυτό τα παιδιά έφερναν κάθε μέρα ψωμί και μήλα.",
    ],
    "turkish": [
      "İlkbaharda limana garip bir yaratık getirildi ve herkes onu görmeye geldi, çığlıklar attı.",
      "Ne yediğini kimse bilmiyordu, bu yüzden çocuklar her gün ekmek ve elma getirdiler.",
    ],
    "hebrew": [
      "באביב הובא לנמל יצור מוזר, וכל תושבי העיר באו לראות אותו מקרוב.",
      "איש לא ידע מה הוא אוכל, ולכן הילדים הביאו לחם ותפוחים מדי יום ביומו.",
    ],
    "polish": [
      "Wiosną do portu przywieziono dziwne stworzenie i wszyscy przyszli je obejrzeć, żądni wrażeń.",
      "Nikt nie wiedział, co ono je, więc dzieci przynosiły codziennie świeży chleb i jabłka.",
    ],
  ]

  private static func sentences(_ language: String) -> [String] { texts[language] ?? [] }

  private static func html(_ language: String, head: String = "") -> String {
    let text = sentences(language).map { "<p>\($0) \($0)</p>" }.joined(separator: "\n")
    return "<!DOCTYPE html><html><head>\(head)<title>\(language)</title></head><body><article><h1>"
      + "\(language)</h1>\(text)</article></body></html>"
  }

  /// The names by which pages call an encoding, that of the C library, and a language.
  private static let labels: [(label: String, name: String, language: String)] = [
    ("windows-1252", "CP1252", "western"), ("iso-8859-1", "CP1252", "western"),
    ("latin1", "CP1252", "western"), ("us-ascii", "CP1252", "western"),
    ("iso-8859-15", "ISO-8859-15", "western"), ("macintosh", "MACINTOSH", "western"),
    ("windows-1251", "CP1251", "russian"), ("x-cp1251", "CP1251", "russian"),
    ("koi8-r", "KOI8-R", "russian"), ("koi8_r", "KOI8-R", "russian"),
    ("koi8-u", "KOI8-U", "russian"),
    ("ibm866", "IBM866", "russian"), ("iso-8859-5", "ISO-8859-5", "russian"),
    ("shift_jis", "CP932", "japanese"), ("x-sjis", "CP932", "japanese"),
    ("windows-31j", "CP932", "japanese"), ("euc-jp", "EUC-JP", "japanese"),
    ("iso-2022-jp", "ISO-2022-JP", "japanese"), ("gb18030", "GB18030", "simplified"),
    ("gb2312", "GB18030", "simplified"), ("gbk", "GB18030", "simplified"),
    ("big5", "BIG5-HKSCS", "traditional"), ("big5-hkscs", "BIG5-HKSCS", "traditional"),
    ("euc-kr", "CP949", "korean"), ("ks_c_5601-1987", "CP949", "korean"),
    ("windows-1253", "CP1253", "greek"), ("iso-8859-7", "ISO-8859-7", "greek"),
    ("windows-1254", "CP1254", "turkish"), ("iso-8859-9", "CP1254", "turkish"),
    ("windows-1255", "CP1255", "hebrew"), ("iso-8859-8-i", "ISO-8859-8", "hebrew"),
    ("windows-1250", "CP1250", "polish"), ("iso-8859-2", "ISO-8859-2", "polish"),
    ("utf-8", "UTF-8", "russian"), ("utf8", "UTF-8", "korean"),
    ("unicode-1-1-utf-8", "UTF-8", "greek"),
    ("utf-16le", "UTF-16LE", "western"), ("utf-16be", "UTF-16BE", "russian"),
    ("utf-16", "UTF-16LE", "japanese"),
  ]

  private static func expected(_ language: String, _ label: String) -> Outcome {
    // What an encoding does not have was left out of the bytes.
    let lacks = ["iso-8859-15", "iso-8859-5", "ibm866", "macintosh"].contains(label)
    return .used(saying: lacks ? [String(sentences(language)[1])] : sentences(language))
  }

  private static func declared(_ site: LocalSite) -> [Fault] {
    labels.flatMap { label, name, language -> [Fault] in
      let outcome = expected(language, label)
      let header = LocalAnswer.bytes(
        LegacyText.bytes(html(language), as: name),
        type: "text/html; charset=\(label)"
      )
      let byHeader = Fault("\(label) by its header", site, header, is: outcome)
      guard !label.hasPrefix("utf-16") else { return [byHeader] }
      let meta = LocalAnswer.bytes(
        LegacyText.bytes(html(language, head: "<meta charset=\"\(label)\">"), as: name),
        type: "text/html"
      )
      let old = html(
        language,
        head: "<meta http-equiv='content-type' content='text/html; charset=\(label.uppercased())'>"
      )
      return [
        byHeader, Fault("\(label) by its meta element", site, meta, is: outcome),
        Fault(
          "\(label) by its old meta element",
          site,
          .bytes(LegacyText.bytes(old, as: name), type: "text/html"),
          is: outcome
        ),
        Fault(
          "\(label) as plain text",
          site,
          .bytes(
            LegacyText.bytes(sentences(language).joined(separator: "\n\n"), as: name),
            type: "text/plain; charset='\(label)'"
          ),
          is: outcome
        ),
      ]
    }
  }

  private static func undeclared(_ site: LocalSite) -> [Fault] {
    let names: [(String, String)] = [
      ("UTF-8", "russian"), ("UTF-8", "japanese"), ("UTF-8", "western"), ("CP1251", "russian"),
      ("KOI8-R", "russian"), ("CP932", "japanese"), ("EUC-JP", "japanese"),
      ("ISO-2022-JP", "japanese"),
      ("GB18030", "simplified"), ("BIG5-HKSCS", "traditional"), ("CP949", "korean"),
      ("CP1253", "greek"),
    ]
    let marks: [(String, [UInt8])] = [
      ("UTF-8", [0xef, 0xbb, 0xbf]), ("UTF-16LE", [0xff, 0xfe]), ("UTF-16BE", [0xfe, 0xff]),
    ]
    return names.map { name, language in
      Fault(
        "\(language) in \(name) undeclared",
        site,
        .bytes(LegacyText.bytes(html(language), as: name), type: "text/html"),
        is: .used(saying: sentences(language))
      )
    }
      + marks.flatMap { name, mark in
        ["text/html", "text/html; charset=koi8-r", "text/plain"].map { type in
          let text =
            type == "text/plain" ? sentences("russian").joined(separator: "\n\n") : html("russian")
          return Fault(
            "\(name) by its mark as \(type.filter { $0 != "/" && $0 != ";" })",
            site,
            .bytes(mark + LegacyText.bytes(text, as: name), type: type),
            is: .used(saying: sentences("russian"))
          )
        }
      }
  }

  private static func contradicting(_ site: LocalSite) -> [Fault] {
    func page(_ name: String, _ type: String, _ head: String, _ encoding: String) -> Fault {
      let bytes = LegacyText.bytes(html("russian", head: head), as: encoding)
      return Fault(name, site, .bytes(bytes, type: type), is: .used(saying: sentences("russian")))
    }
    let unknown = "text/html; charset=no-such-charset"
    return [
      page(
        "header against meta",
        "text/html; charset=windows-1251",
        "<meta charset=utf-8>",
        "CP1251"
      ),
      page("an unknown charset in the header", unknown, "<meta charset=koi8-r>", "KOI8-R"),
      page(
        "an unknown charset in the meta element",
        "text/html",
        "<meta charset=rubbish>",
        "CP1251"
      ),
      page(
        "UTF-8 that says UTF-16 in its meta element",
        "text/html",
        "<meta charset=utf-16>",
        "UTF-8"
      ),
      page(
        "a charset in blanks and capitals",
        "text/html;CharSet= \" WINDOWS-1251 \"",
        "",
        "CP1251"
      ),
      page("two meta elements", "text/html", "<meta charset=koi8-r><meta charset=utf-8>", "KOI8-R"),
      page(
        "a meta element in a comment",
        "text/html",
        "<!-- <meta charset=utf-8> --><meta charset=koi8-r>",
        "KOI8-R"
      ),
      page(
        "an old meta element in odd order",
        "text/html",
        "<META content=\"text/html;charset=koi8-r\" http-equiv=Content-Type>",
        "KOI8-R"
      ),
      page("a charset of the declaration of XML", "text/html; charset=koi8-r", "", "KOI8-R"),
    ]
  }

  private static func damaged(_ site: LocalSite) -> [Fault] {
    let name = "bad bytes in UTF-8"
    let bad: [UInt8] = [0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0xf5, 0x80, 0xc0, 0xaf, 0xe2, 0x82]
    let whole = Array(FaultPage.html(name).utf8)
    let middle = whole.firstRange(of: Array("</article>".utf8))?.lowerBound ?? 0
    let broken =
      whole[..<middle] + Array("<p>Here ".utf8) + bad + Array(" the rest.</p>".utf8)
      + whole[middle...]
    let cut = "a cut character at the end of "
    return [
      Fault(name, site, .bytes(Array(broken)), is: .page(name)),
      Fault(
        "bad bytes undeclared",
        site,
        .bytes(Array(broken), type: "text/html"),
        is: .page(name)
      ),
      Fault(
        "UTF-8 labelled as Shift_JIS",
        site,
        .text(FaultPage.html("UTF-8 labelled as Shift_JIS"), type: "text/html; charset=shift_jis"),
        is: .page("UTF-8 labelled as Shift_JIS")
      ),
      Fault(
        "the replacement charset",
        site,
        .text(FaultPage.html("x"), type: "text/html; charset=iso-2022-kr"),
        is: .usedOr(["empty", "unsupported_type", "decode"])
      ),
      Fault(
        "UTF-7",
        site,
        .text(
          "+ADw-script+AD4-alert(1)+ADw-/script+AD4-" + FaultPage.html("UTF-7"),
          type: "text/html; charset=utf-7"
        ),
        is: .page("UTF-7")
      ),
    ]
      + ["utf-8", "shift_jis", "euc-kr", "gb18030", "big5", "utf-16le", "iso-2022-jp"].map {
        label in
        let text = FaultPage.html(cut + label)
        let bytes = label == "utf-16le" ? LegacyText.bytes(text, as: "UTF-16LE") : Array(text.utf8)
        return Fault(
          cut + label,
          site,
          .bytes(bytes + [0xe3], type: "text/html; charset=\(label)"),
          is: .page(cut + label)
        )
      }
  }
}
