import Testing

@testable import Extraction

@Suite struct CharacterEncodingTests {
  private static func decode(_ bytes: [UInt8], _ label: String? = nil) -> (String, String) {
    let result = CharacterEncoding.decode(bytes, label: label, isMarkup: true)
    return (String(decoding: result.bytes, as: UTF8.self), result.name)
  }

  struct Sample: Sendable {
    let bytes: [UInt8]
    let label: String?
    let text: String
    let name: String

    init(_ bytes: [UInt8], _ label: String?, _ text: String, _ name: String) {
      self.bytes = bytes
      self.label = label
      self.text = text
      self.name = name
    }

    static let all: [Sample] = [
      Sample([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], "windows-1251", "é", "utf-8"),
      Sample([0xFF, 0xFE, 0xE9, 0x00], nil, "é", "utf-16le"),
      Sample([0xFE, 0xFF, 0x00, 0xE9], nil, "é", "utf-16be"),
      Sample([0x3C, 0x00, 0xE9, 0x00], nil, "<é", "utf-16le"),
      Sample([0x93, 0x61, 0x94, 0x80], "ISO-8859-1", "“a”€", "windows-1252"),
      Sample([0xEF, 0xF0, 0xE8], "x-cp1251", "при", "windows-1251"),
      Sample([0xD0, 0xD2, 0xC9], "koi8_r", "при", "koi8-r"),
      Sample([0x93, 0xFA, 0x96, 0x7B, 0x87, 0x40], "x-sjis", "日本①", "shift_jis"),
      Sample([0xC6, 0xFC, 0xCB, 0xDC], "EUC-JP", "日本", "euc-jp"),
      Sample([0xD6, 0xD0, 0xE9, 0x46], "gb2312", "中镕", "gbk"),
      Sample([0xA4, 0xA4, 0xA4, 0xE5], "big5", "中文", "big5"),
      Sample([0xC7, 0xD1, 0x81, 0x41], "ks_c_5601-1987", "한갂", "euc-kr"),
      Sample([0xE4, 0xF6], " Latin1 ", "äö", "windows-1252"),
      Sample([0xFE], "iso-8859-9", "ş", "windows-1254"),
    ]
  }

  @Test(arguments: Sample.all)
  func `reads what a mark or a label says`(sample: Sample) {
    #expect(Self.decode(sample.bytes, sample.label) == (sample.text, sample.name))
  }

  @Test func `takes the header's word before the meta's`() {
    let page = Array("<meta charset=koi8-r><p>".utf8) + [0xEF, 0xF0, 0xE8]
    #expect(Self.decode(page, "windows-1251").1 == "windows-1251")
    #expect(Self.decode(page).1 == "koi8-r")
    #expect(Self.decode(page, "no-such-charset").1 == "koi8-r")
  }

  @Test(arguments: [
    "<meta charset='windows-1251'>",
    "<META HTTP-EQUIV=Content-Type CONTENT=\"text/html; charset=windows-1251\">",
    "<?xml version='1.0' encoding=\"windows-1251\"?>",
    "<!-- <meta charset=utf-8> --><meta charset = windows-1251 />",
  ])
  func `finds the declaration within the page`(declaration: String) {
    let page = Array((declaration + "<p>").utf8) + [0xEF, 0xF0, 0xE8]
    let (text, name) = Self.decode(page)
    #expect(name == "windows-1251")
    #expect(text.hasSuffix("при"))
  }

  @Test func `does not believe a label that the bytes contradict`() {
    #expect(Self.decode(Array("Ünïcode".utf8), "iso-8859-1") == ("Ünïcode", "utf-8"))
    let western = Array("<p>Gar".utf8) + [0xE7] + Array("on d".utf8) + [0xE9, 0x6A, 0xE0]
    #expect(Self.decode(western, "utf-8").0 == "<p>Garçon déjà")
  }

  @Test func `repairs invalid UTF-8 with one sign for each part`() {
    let text = Array(String(repeating: "été ", count: 20).utf8)
    let (repaired, name) = Self.decode(text + [0xFF, 0x61, 0xE2, 0x82], "utf-8")
    #expect(name == "utf-8")
    #expect(repaired.hasSuffix("été \u{FFFD}a\u{FFFD}"))
  }

  @Test func `believes UTF-8 with slips`() {
    let slipped = Array("caf".utf8) + [0xC3, 0xA9, 0x20, 0xFF, 0x20, 0xC3, 0x28]
    #expect(Self.decode(slipped, "utf-8") == ("café \u{FFFD} \u{FFFD}(", "utf-8"))
    #expect(Self.decode([0x61, 0xFF, 0x62], "utf-8") == ("a\u{FFFD}b", "utf-8"))
    let cut = Array(String(repeating: "Wörter äöü ", count: 20).utf8) + [0xE2, 0x82]
    #expect(Self.decode(cut).1 == "utf-8")
  }

  @Test func `tells UTF-16 by its zeros`() {
    let text = "A page of text in sixteen bits <p>"
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(Self.decode(little) == (text, "utf-16le"))
    #expect(Self.decode(big, "utf-8") == (text, "utf-16be"))
    #expect(Self.decode(Array("a page with a \0 and \0 in it".utf8)).1 == "utf-8")
  }

  @Test func `does not believe a label of sixteen bits or pairs over UTF-8`() {
    #expect(Self.decode(Array("<p>plain".utf8), "utf-16") == ("<p>plain", "utf-8"))
    let chinese = "昨夜河水上涨了两米，老桥边的磨坊一直被淹到水轮"
    #expect(Self.decode(Array(chinese.utf8), "gb2312") == (chinese, "utf-8"))
  }

  @Test func `reads nothing of an encoding that the standard replaces`() {
    #expect(Self.decode(Array("abc".utf8), "iso-2022-kr") == ("\u{FFFD}", "replacement"))
    #expect(throws: ExtractionError.self) {
      try Extractor().article(
        from: Array("<p>abc".utf8),
        kind: .html,
        charset: "iso-2022-kr",
        address: nil,
        followsRefresh: false
      )
    }
  }

  @Test(arguments: [
    ("CP1251", "windows-1251"), ("KOI8-R", "koi8-r"), ("CP932", "shift_jis"), ("EUC-JP", "euc-jp"),
    ("GB18030", "gb18030"), ("BIG5", "big5"), ("CP949", "euc-kr"),
  ])
  func `guesses the encoding of a page that tells none`(iconv: String, name: String) throws {
    let samples = [
      "windows-1251":
        "Ночью река поднялась на два метра, и старая мельница у моста стояла в воде. ",
      "koi8-r": "Ночью река поднялась на два метра, и старая мельница у моста стояла в воде. ",
      "shift_jis": "夜のうちに川の水位が二メートル上がり、古い橋のそばの水車小屋は車輪まで水に浸かった。",
      "euc-jp": "夜のうちに川の水位が二メートル上がり、古い橋のそばの水車小屋は車輪まで水に浸かった。",
      "gb18030": "昨夜河水上涨了两米，老桥边的磨坊一直被淹到水轮，这是四十年来从未有过的高度。",
      "big5": "昨夜河水上漲了兩米，老橋邊的磨坊一直被淹到水輪，這是四十年來從未有過的高度。",
      "euc-kr": "밤사이 강물이 이 미터나 불어나 오래된 다리 옆의 방앗간이 바퀴까지 물에 잠겼다.",
    ]
    let sample = try #require(samples[name])
    let text = "<p>" + String(repeating: sample, count: 4)
    let bytes = try #require(TranscoderTests.encode(text, as: iconv))
    #expect(Self.decode(bytes) == (text, name))
  }

  @Test(arguments: ["$B", "$@"])
  func `tells ISO-2022-JP by its escape sequences`(set: String) {
    let bytes = Array("<p>\u{1B}\(set)F|K\\\u{1B}(B".utf8)
    let decoded = CharacterEncoding.decode(bytes, label: nil, isMarkup: true)
    #expect(decoded.name == "iso-2022-jp")
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "<p>日本")
    let declared = CharacterEncoding.decode(bytes, label: "utf-8", isMarkup: true)
    #expect(declared.name == "utf-8")
  }

  @Test func `takes other escape sequences for none of Japanese`() {
    for text in ["\u{1B}[31mred", "\u{1B}$", "\u{1B}", "\u{1B}$C"] {
      let decoded = CharacterEncoding.decode(Array(text.utf8), label: nil, isMarkup: true)
      #expect(decoded.name == "utf-8")
    }
  }

  @Test func `takes ASCII for UTF-8`() {
    #expect(Self.decode(Array("plain".utf8)).1 == "utf-8")
    #expect(Self.decode([]).1 == "utf-8")
  }
}
