import Testing

@testable import Summarisation

struct UInt8ASCIITests {
  @Test func `knows each class of bytes`() {
    let all = UInt8.min...UInt8.max
    #expect(all.filter(\.isDigit) == Array("0123456789".utf8))
    #expect(all.filter(\.isLetterOrDigit).count == 62)
    #expect(all.filter(\.isLetterOrDigit).allSatisfy { Character(Unicode.Scalar($0)).isASCII })
    #expect(
      "azAZ09".utf8.allSatisfy(\.isLetterOrDigit) && !"@[`{/:".utf8.contains { $0.isLetterOrDigit }
    )
    #expect(all.filter(\.isBlank) == Array("\t\n\u{B}\u{C}\r ".utf8))
  }
}
