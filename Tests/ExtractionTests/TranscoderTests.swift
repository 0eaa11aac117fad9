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

  @Test func `replaces each byte that cannot be read and goes on`() throws {
    let bytes: [UInt8] = [0x61, 0x81, 0x62, 0x8D, 0x63]
    let text = try #require(Transcoder.utf8(from: bytes[...], encoding: "CP1252"))
    #expect(String(decoding: text, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}c")
  }

  @Test func `replaces a sequence that the end cuts`() throws {
    let text = try #require(Transcoder.utf8(from: [0x61, 0x93], encoding: "CP932"))
    #expect(String(decoding: text, as: UTF8.self) == "a\u{FFFD}")
  }

  @Test func `carries texts larger than its chunk`() throws {
    let bytes = [UInt8](repeating: 0xE4, count: 200_000)
    let text = try #require(Transcoder.utf8(from: bytes[...], encoding: "CP1252"))
    #expect(text.count == 400_000)
  }

  @Test func `says when the system does not know an encoding`() {
    #expect(Transcoder.utf8(from: [0x61], encoding: "NO-SUCH") == nil)
  }
}
