import Testing

@testable import Fetching

struct CompressedSignatureTests {
  @Test func `knows gzip and Zstandard`() {
    #expect(CompressedSignature.encoding(of: [0x1f, 0x8b, 8, 0]) == .gzip)
    #expect(CompressedSignature.encoding(of: [0x28, 0xb5, 0x2f, 0xfd]) == .zstandard)
    #expect(CompressedSignature.encoding(of: [0x1f, 0x8b]) == nil)
    #expect(CompressedSignature.encoding(of: Array("<html>".utf8)) == nil)
  }

  @Test func `knows a member or a frame that may be cut`() {
    for count in 1...4 {
      #expect(CompressedSignature.beginsMember([0x1f, 0x8b, 8, 0][..<count]))
      #expect(CompressedSignature.beginsFrame([0x28, 0xb5, 0x2f, 0xfd][..<count]))
      #expect(CompressedSignature.beginsFrame([0x5f, 0x2a, 0x4d, 0x18][..<count]))
    }
    #expect(!CompressedSignature.beginsMember([]) && !CompressedSignature.beginsFrame([UInt8]()))
    #expect(!CompressedSignature.beginsMember([0, 0x1f]))
    #expect(!CompressedSignature.beginsFrame([0x60, 0x2a, 0x4d, 0x18]))
  }

  @Test func `takes text for plain, and nothing else`() {
    let isPlain = { (text: String) in
      CompressedSignature.isPlain(Array(text.utf8), despite: .gzip)
    }
    #expect(isPlain("x") && isPlain("x^2 + y^2") && isPlain("Grüße\n\t\u{1b}[0m"))
    #expect(!isPlain("a\u{1}b") && !isPlain("\u{7f}"))
    #expect(CompressedSignature.isPlain([0xff, 0xfe, 0x41, 0], despite: .brotli))
    #expect(!CompressedSignature.isPlain([0x41, 0xe4], despite: .brotli))
    let latin = [UInt8](repeating: 0xe4, count: 600)
    #expect(!CompressedSignature.isPlain(latin, despite: .brotli))
    #expect(CompressedSignature.isPlain(Array("\n<p>".utf8) + latin, despite: .brotli))
    let long = Array(String(repeating: "ä€", count: 300).utf8)
    for count in 0..<4 {
      let body = Array(repeating: 0x20, count: count) + long
      #expect(CompressedSignature.isPlain(body, despite: .brotli))
    }
    #expect(!CompressedSignature.isPlain([0x28], despite: .zstandard))
    #expect(CompressedSignature.isPlain([0x28], despite: .gzip))
    #expect(!CompressedSignature.isPlain([0x78], despite: .deflate))
  }
}
