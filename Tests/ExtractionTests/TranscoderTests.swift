import Glibc
import Testing

@testable import Extraction

@Suite struct TranscoderTests {
  /// Encodes a text by iconv.
  static func encode(_ text: String, as encoding: String) -> [UInt8]? {
    guard let descriptor = iconv_open(encoding, "UTF-8"), Int(bitPattern: descriptor) != -1 else {
      return nil
    }
    defer { iconv_close(descriptor) }
    var input = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: input.count * 4)
    var room = output.count
    let isDone = input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var out = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var remaining = source.count
        return iconv(descriptor, &next, &remaining, &out, &room) != Int(bitPattern: UInt.max)
      }
    }
    return isDone ? Array(output.prefix(output.count - room)) : nil
  }

  static func decode(_ bytes: [UInt8], _ label: String) throws -> String {
    let encoding = try #require(EncodingLabels.encoding(for: label.utf8))
    let text = try #require(Transcoder.utf8(from: bytes[...], encoding))
    return String(decoding: text, as: UTF8.self)
  }

  struct Sample: Sendable {
    let label: String
    let bytes: [UInt8]
    let text: String

    init(_ label: String, _ bytes: [UInt8], _ text: String) {
      (self.label, self.bytes, self.text) = (label, bytes, text)
    }
  }

  @Test(arguments: [
    Sample(
      "windows-1252",
      [0x80, 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xE4],
      "€\u{81}\u{8D}\u{8F}\u{90}\u{9D}ä"
    ),
    Sample("windows-1251", [0x98, 0xEF], "\u{98}п"),
    Sample("windows-1253", [0xAA, 0xD2, 0xE1], "\u{FFFD}\u{FFFD}α"),
    Sample("windows-1255", [0xCA, 0xE0, 0xC7], "\u{5BA}\u{5D0}\u{5B7}"),
    Sample("windows-1258", [0x61, 0xEC], "a\u{301}"),
    Sample("windows-874", [0x80, 0x81, 0xA1], "€\u{81}ก"),
    Sample("koi8-u", [0xAE, 0xBE, 0xA4], "ўЎє"),
    Sample("koi8-r", [0xC1, 0x80], "а─"),
    Sample("x-mac-cyrillic", [0xA2, 0xB6, 0xFF], "Ґґ€"),
    Sample("macintosh", [0xDB, 0x8A, 0xF0], "€ä\u{F8FF}"),
    Sample("ibm866", [0x80, 0xF1], "Аё"),
    Sample("iso-8859-7", [0xA4, 0xE1], "€α"), Sample("iso-8859-15", [0xA4], "€"),
    Sample("iso-8859-6", [0xA1, 0xC7], "\u{FFFD}ا"), Sample("iso-8859-8-i", [0xE0], "א"),
    Sample("iso-8859-2", [0x85, 0xB1], "\u{85}ą"),
    Sample("x-user-defined", [0x41, 0x80, 0xFF], "A\u{F780}\u{F7FF}"),
    Sample("iso-2022-kr", [0x41, 0x42], "\u{FFFD}"), Sample("hz-gb-2312", [0x41], "\u{FFFD}"),
    Sample("utf-16le", [0x41, 0x00, 0x3D, 0xD8, 0x00, 0xDE], "A😀"),
    Sample("utf-16be", [0xD8, 0x3D, 0x00, 0x41, 0x00], "\u{FFFD}A\u{FFFD}"),
    Sample("shift_jis", [0x93, 0xFA, 0xB1, 0x80, 0x87, 0x40, 0xA0], "日ｱ\u{80}①\u{FFFD}"),
    Sample("euc-jp", [0xC6, 0xFC, 0x8E, 0xB1, 0x8F, 0xB0, 0xA1, 0xAD, 0xA1], "日ｱ丂①"),
    Sample("iso-2022-jp", Array("a\u{1B}$BF|K\\\u{1B}(B<\u{1B}(J\\~\u{1B}(I1".utf8), "a日本<¥‾ｱ"),
    Sample("gbk", [0x80, 0xD6, 0xD0, 0x81, 0x30, 0x84, 0x36, 0x94, 0x39, 0xDA, 0x33], "€中¥💩"),
    Sample("big5", [0xA4, 0xA4, 0x88, 0x62, 0x88, 0xA5], "中\u{CA}\u{304}\u{EA}\u{30C}"),
    Sample("euc-kr", [0xC7, 0xD1, 0x81, 0x41], "한갂"),
  ])
  func `reads what the standard's tables say`(sample: Sample) throws {
    #expect(try Self.decode(sample.bytes, sample.label) == sample.text)
  }

  @Test(arguments: [
    // A first byte with ASCII behind it is an error alone; with another byte both are one.
    Sample("shift_jis", [0x81, 0x3C, 0x70, 0x3E], "\u{FFFD}<p>"),
    Sample("shift_jis", [0x81, 0xFF, 0x61, 0xFD], "\u{FFFD}a\u{FFFD}"),
    Sample("shift_jis", [0x61, 0x93], "a\u{FFFD}"),
    Sample("euc-jp", [0xA1, 0x3C, 0xA1], "\u{FFFD}<\u{FFFD}"),
    Sample("euc-jp", [0x8F, 0xA1, 0x3C], "\u{FFFD}<"), Sample("euc-jp", [0x80, 0x3C], "\u{FFFD}<"),
    Sample("iso-2022-jp", [0x1B, 0x3C, 0x80, 0x0E], "\u{FFFD}<\u{FFFD}\u{FFFD}"),
    Sample("gbk", [0x81, 0x3C, 0xFF, 0x61], "\u{FFFD}<\u{FFFD}a"),
    Sample("gb18030", [0x81, 0x30, 0x3C], "\u{FFFD}0<"),
    Sample("gb18030", [0xFE, 0x39, 0xFE, 0x39], "\u{FFFD}"),
    Sample("big5", [0x81, 0x3C, 0xA4, 0x20, 0xFF], "\u{FFFD}<\u{FFFD} \u{FFFD}"),
    Sample("euc-kr", [0xC7, 0x3C, 0xC9, 0xA1, 0x80], "\u{FFFD}<\u{FFFD}\u{FFFD}"),
  ])
  func `makes one sign of an error and swallows no ASCII`(sample: Sample) throws {
    #expect(try Self.decode(sample.bytes, sample.label) == sample.text)
  }

  @Test(arguments: [
    ("shift_jis", "CP932"), ("euc-jp", "EUC-JP"), ("iso-2022-jp", "ISO-2022-JP"),
    ("gb18030", "GB18030"), ("gbk", "GBK"), ("big5", "BIG5"), ("euc-kr", "EUC-KR"),
  ])
  func `reads back what iconv writes`(label: String, iconv: String) throws {
    let texts = [
      "shift_jis": "夜のうちに、川の水位が二メートル上がり", "euc-jp": "古い橋のそばの水車小屋は車輪まで",
      "iso-2022-jp": "ABC 水に浸かった。\n漢字", "gb18030": "昨夜河水上涨了两米，ĀÿЖ😀",
      "gbk": "老桥边的磨坊一直被淹到水轮", "big5": "昨夜河水上漲了兩米，老橋邊的磨坊", "euc-kr": "밤사이 강물이 이 미터나",
    ]
    let text = try #require(texts[label])
    let bytes = try #require(Self.encode(text, as: iconv))
    #expect(try Self.decode(bytes, label) == text)
  }

  @Test(arguments: [
    "windows-1252", "shift_jis", "euc-jp", "iso-2022-jp", "gbk", "big5", "euc-kr", "utf-16le",
  ])
  func `passes megabytes of errors once`(label: String) throws {
    for pair: [UInt8] in [[0xFF, 0xFF], [0x81, 0x3C], [0x1B, 0x24], [0xD8, 0xD8]] {
      let bytes = (0..<100_000).map { pair[$0 % 2] }
      #expect(try !Self.decode(bytes, label).isEmpty)
    }
  }

  @Test func `says when there is no table`() {
    let unknown = EncodingLabels.Encoding(name: "no-such", iconvName: "NO-SUCH")
    #expect(Transcoder.utf8(from: [0x61], unknown) == nil)
    #expect(Transcoder.utf8(from: [0x61], .utf8) == nil)
  }
}
