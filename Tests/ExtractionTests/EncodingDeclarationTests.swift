import Testing

@testable import Extraction

@Suite struct EncodingDeclarationTests {
  @Test(
    arguments: [
      ("<meta charset=koi8-r>", "koi8-r"), ("<META  CHARSET = ' KOI8-R '/>", "koi8-r"),
      ("<meta http-equiv=content-type content='text/html;charset=koi8-r'>", "koi8-r"),
      ("<meta content='text/html; charset=\"koi8-r\"' http-equiv='Content-Type'>", "koi8-r"),
      ("<?xml version='1.0' encoding='Shift_JIS'?><html>", "shift_jis"),
      ("<meta charset=utf-16>", "utf-8"), ("<meta charset=utf-16be>", "utf-8"),
      ("<meta charset=x-user-defined>", "windows-1252"),
      ("<meta charset=none><meta charset=big5>", "big5"),
      ("<!-- <meta charset=big5> --><meta charset=gbk>", "gbk"),
      ("<!-- never closed <meta charset=gbk>", "gbk"),
      ("<meta name=description content='charset=big5'><meta charset=gbk>", "gbk"),
      ("<meta content='charset charset = gb2312 x' http-equiv=Content-Type>", "gbk"),
      (String(repeating: " ", count: 4000) + "<meta charset=gbk>", "gbk"),
      (String(repeating: " ", count: 9000) + "<meta charset=gbk>", nil),
      ("<metadata charset=gbk>", nil), ("<p>charset=gbk", nil), ("<meta charset='", nil), ("", nil),
      ("<meta", nil), ("<meta charset", nil), ("<meta charset=", nil),
    ] as [(String, String?)]
  )
  func `reads declarations as the standard's prescan does`(html: String, name: String?) {
    #expect(EncodingDeclaration.encoding(in: Array(html.utf8))?.name == name)
  }
}
