import Testing

@testable import Extraction

@Suite struct JSONTreeTests {
  private func text(_ json: String, _ key: String) -> String? {
    var tree = JSONTree()
    tree.append(Array(json.utf8)[...])
    guard !tree.values.isEmpty,
      let value = tree.child(NameHash(key.utf8).value, of: 0)
    else { return nil }
    return String(decoding: tree.bytes(of: value), as: UTF8.self)
  }

  @Test(arguments: [
    (#"{"a":"x"}"#, "x"), (#"{"b":{"a":"y"},"a":"x"}"#, "x"), (#"{"a":12.5}"#, "12.5"),
    (#"{"a":"\u00e9\ud83c\udf0d\"\/"}"#, "é🌍\"/"), ("{\"a\":\"line\nbreak\"}", "line\nbreak"),
    (#"/*<![CDATA[*/ {"b":[1,2,],"a":"x",} //]]>"#, "x"), (#"{"a":"cut"#, "cut"),
    (#"{"a":"\ud800z"}"#, "z"), (#"{"b":null,"a":"x"}"#, "x"), ("", nil), ("]", nil),
    (#"{"a"}"#, nil),
  ])
  func `reads what pages write`(json: String, expected: String?) {
    #expect(text(json, "a") == expected)
  }
}
