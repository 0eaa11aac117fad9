import CCodecs
import Testing
import TestSupport

@testable import Fetching

struct ContentDecoderTests {
  static let text = Array(
    String(repeating: "The quick brown fox jumps over the lazy dog. ", count: 20).utf8
  )
  private static let brotli = base64(
    "G4MDiCwOeNPQlV2XELsXK6nK0JLMjK1BXObyNsgZnp4Ke4MNOHBIIG8kvkGnFc4cHieqKTjCibhPgwE="
  )
  /// 20 MB of zeros.
  private static let brotliBomb = base64("y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v1f/v//4J8AiMMCAN37Hw==")

  static let encoders: [(name: String, encode: @Sendable ([UInt8]) -> [UInt8])] = [
    ("gzip", { deflated($0, libdeflate_gzip_compress) }),
    ("x-gzip", { deflated($0, libdeflate_gzip_compress) }),
    ("deflate", { deflated($0, libdeflate_zlib_compress) }),
    ("deflate", { deflated($0, libdeflate_deflate_compress) }),
    ("zstd", { zstandard($0) }),
    ("gzip", { StoredEncoding.gzip($0) }),
    ("br", { StoredEncoding.brotli($0) }),
  ]

  private func decode(_ body: [UInt8], _ encodings: String..., limit: Int = 1 << 20)
    throws(FetchError)
    -> [UInt8]
  {
    try ContentDecoder(limit: limit).decode(body, encodings: encodings)
  }

  @Test(arguments: 0..<encoders.count)
  func `undoes every encoding`(index: Int) throws {
    let (name, encode) = Self.encoders[index]
    for body in [Self.text, [7], [UInt8](repeating: 0, count: 200_000)] {
      #expect(try decode(encode(body), name) == body)
      #expect(try decode(encode(body), name.uppercased(), limit: body.count) == body)
      #expect(throws: FetchError.tooLarge(limit: body.count - 1, measure: .decoded)) {
        try decode(encode(body), name, limit: body.count - 1)
      }
    }
    #expect(try decode(encode([]), name) == [])
    #expect(try decode([], name) == [])
  }

  @Test(arguments: 0..<encoders.count)
  func `notices every cut`(index: Int) throws {
    let (name, encode) = Self.encoders[index]
    let whole = encode(Self.text)
    for count in 1..<whole.count {
      #expect {
        let decoded = try decode(Array(whole[..<count]), name)
        // A stored body looks like text where only its first bytes came: then it passes for plain.
        #expect(decoded == Array(whole[..<count]))
        throw FetchError.decode(reason: "")
      } throws: {
        ($0 as? FetchError)?.kind == "decode"
      }
    }
    #expect { try decode(Array(whole.dropLast()), name) } throws: {
      ($0 as? FetchError)?.kind == "decode"
    }
  }

  @Test(arguments: 0..<encoders.count)
  func `survives any damage`(index: Int) {
    let (name, encode) = Self.encoders[index]
    let whole = encode(Self.text)
    for position in whole.indices {
      var damaged = whole
      damaged[position] ^= 0x55
      // Not every damage can be seen by every codec; none may crash or give more than the limit.
      let decoded = try? decode(damaged, name, limit: 2_000)
      #expect((decoded?.count ?? 0) <= 2_000)
    }
  }

  @Test func `notices damage by the checksum`() {
    var body = Self.encoders[0].encode(Self.text)
    body[body.count / 2] ^= 1
    #expect { try decode(body, "gzip") } throws: { ($0 as? FetchError)?.kind == "decode" }
  }

  @Test func `undoes real brotli`() throws {
    #expect(try decode(Self.brotli, "br") == Self.text)
    #expect { try decode(Self.brotli.dropLast(), "br") } throws: {
      ($0 as? FetchError)?.kind == "decode"
    }
    #expect(try decode(Self.brotli + [1, 2, 3], "br") == Self.text)
  }

  @Test func `stops a bomb at the limit`() {
    let zeros = [UInt8](repeating: 0, count: 20 << 20)
    let bombs: [(String, [UInt8])] = [
      ("br", Self.brotliBomb), ("gzip", Self.encoders[0].encode(zeros)), ("zstd", zstandard(zeros)),
      ("deflate", deflated(zeros, libdeflate_deflate_compress)),
    ]
    for (name, bomb) in bombs {
      #expect(throws: FetchError.tooLarge(limit: 10 << 20, measure: .decoded)) {
        try decode(bomb, name, limit: 10 << 20)
      }
    }
  }

  @Test func `does not believe the size in the trailer`() throws {
    var body = Self.encoders[0].encode(Self.text)
    body.replaceSubrange((body.count - 4)..., with: [255, 255, 255, 255])
    #expect { try decode(body, "gzip") } throws: { ($0 as? FetchError)?.kind == "decode" }
  }

  @Test func `reads all members and leaves out what follows`() throws {
    let member = Self.encoders[0].encode(Self.text)
    let other = StoredEncoding.gzip([1, 2, 3])
    #expect(try decode(member + other + member, "gzip") == Self.text + [1, 2, 3] + Self.text)
    #expect(try decode(member + [0, 0, 0, 9], "gzip") == Self.text)
    #expect(try decode(zstandard(Self.text) + zstandard([5]), "zstd") == Self.text + [5])
    #expect { try decode(member + member.dropLast(3), "gzip") } throws: {
      ($0 as? FetchError)?.kind == "decode"
    }
  }

  @Test func `bounds the number of members`() {
    let tiny = StoredEncoding.gzip([])
    let body = [UInt8](repeatElement(tiny, count: 5_000).joined())
    #expect { try decode(body, "gzip") } throws: { ($0 as? FetchError)?.kind == "decode" }
  }

  @Test(arguments: ["gzip", "deflate", "br", "zstd"])
  func `takes a plain body under a compressed label`(name: String) throws {
    let plain = Array("<!doctype html>\n<p>plain Grüße".utf8)
    #expect(try decode(plain, name) == plain)
    #expect(throws: FetchError.tooLarge(limit: 10, measure: .decoded)) {
      try decode(plain, name, limit: 10)
    }
  }

  @Test(arguments: ["gzip", "br", "deflate", "zstd"])
  func `believes a body more than its label`(name: String) throws {
    for (_, encode) in Self.encoders {
      let body = encode(Self.text)
      let isRaw = body == deflated(Self.text, libdeflate_deflate_compress)
      if isRaw, name != "deflate" { continue }
      #expect(try decode(body, name) == Self.text)
    }
    // Raw deflate has nothing that could tell it from any other bytes.
    if name != "deflate" { #expect(try decode(Self.brotli, name) == Self.text) }
  }

  @Test(arguments: ["br", "zstd", "compress"])
  func `notices a cut under a wrong label`(name: String) {
    let whole = Self.encoders[0].encode(Self.text)
    for count in 3..<whole.count {
      #expect { try decode(Array(whole[..<count]), name) } throws: {
        ($0 as? FetchError)?.kind == "decode"
      }
    }
  }

  @Test func `notices a cut in the signature of what follows`() throws {
    let gzip = Self.encoders[0].encode(Self.text)
    for count in 1..<3 {
      #expect { try decode(gzip + gzip[..<count], "gzip") } throws: {
        ($0 as? FetchError)?.kind == "decode"
      }
    }
    let zstd = zstandard(Self.text)
    for count in 1...4 {
      #expect { try decode(zstd + zstd[..<count], "zstd") } throws: {
        ($0 as? FetchError)?.kind == "decode"
      }
    }
    // Only the sender's length can tell that nothing follows here.
    #expect(try decode(gzip + gzip, "gzip") == Self.text + Self.text)
  }

  @Test func `undoes what is encoded more often than is said, where text is expected`() throws {
    let gzip = Self.encoders[0].encode(Self.text)
    var decoder = ContentDecoder(limit: 1 << 20)
    decoder.expectsText = true
    #expect(try decoder.decode(gzip, encodings: []) == Self.text)
    #expect(try decoder.decode(StoredEncoding.gzip(gzip), encodings: ["gzip"]) == Self.text)
    #expect(try decoder.decode(zstandard(gzip), encodings: ["gzip"]) == Self.text)
    #expect(try decoder.decode(gzip, encodings: ["gzip", "gzip"]) == Self.text)
    #expect(try decode(gzip) == gzip)
    #expect { try decoder.decode(Array(gzip.dropLast()), encodings: []) } throws: {
      ($0 as? FetchError)?.kind == "decode"
    }
    // As often as that nobody compresses: what is left is no text, and is named as what it is.
    let often = (0..<6).reduce(gzip) { body, _ in StoredEncoding.gzip(body) }
    #expect(try decoder.decode(often, encodings: []).starts(with: [0x1f, 0x8b]))
  }

  @Test func `bounds every layer`() {
    let bomb = Self.encoders[0].encode([UInt8](repeating: 0, count: 20 << 20))
    for body in [Self.encoders[0].encode(bomb), zstandard(bomb)] {
      #expect(throws: FetchError.tooLarge(limit: 1 << 20, measure: .decoded)) {
        try decode(body, "gzip", "gzip", limit: 1 << 20)
      }
    }
  }

  @Test(arguments: 0..<encoders.count)
  func `gives the beginning where that is enough`(index: Int) throws {
    let (name, encode) = Self.encoders[index]
    // Blocks of Zstandard hold 128 KiB, and none is given before it is whole.
    let text = (0..<600_000).map { UInt8(truncatingIfNeeded: 65 + $0 % 26 + $0 / 5_000) }
    let body = encode(text)
    var decoder = ContentDecoder(limit: 50_000, extent: .beginning)
    let beginning = try decoder.decode(body, encodings: [name])
    // libdeflate stops before a block or a match that does not fit.
    #expect(text.starts(with: beginning) && beginning.count <= 50_000)
    if name != "gzip" { #expect(beginning.count > 49_000) }
    decoder = ContentDecoder(limit: 1_000_000, extent: .beginningOfCut)
    let cut = try decoder.decode(Array(body.prefix(body.count * 9 / 10)), encodings: [name])
    // At the very end libdeflate may have read bits that are not there.
    #expect(text.starts(with: cut.prefix(cut.count / 2)) && cut.count > 10_000)
  }

  @Test func `bounds the window of Zstandard, and has no dictionaries`() {
    // A frame with a window of 1 GB (RFC 8878, section 3.1.1.1.2), and one with dictionary 7.
    let window: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 20 << 3, 1, 0, 0]
    let dictionary: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0x21, 7, 0, 1, 0, 0]
    for (body, word) in [(window, "window"), (dictionary, "dictionary")] {
      #expect { try decode(body, "zstd") } throws: {
        guard case .decode(let reason)? = $0 as? FetchError else { return false }
        return reason.contains(word)
      }
    }
  }

  @Test func `passes over frames that are to be skipped`() throws {
    let skipped: [UInt8] = [0x53, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9]
    let frame = zstandard(Self.text)
    #expect(try decode(skipped + frame + skipped + frame, "zstd") == Self.text + Self.text)
    #expect(try decode(skipped, "zstd") == [])
    #expect { try decode(frame + skipped.dropLast(), "zstd") } throws: {
      ($0 as? FetchError)?.kind == "decode"
    }
  }

  @Test func `undoes several encodings, the last first`() throws {
    let gzip = Self.encoders[0].encode(Self.text)
    #expect(try decode(zstandard(gzip), "gzip, zstd") == Self.text)
    #expect(try decode(zstandard(gzip), "gzip", "identity ,ZSTD") == Self.text)
    #expect { try decode(Self.text, "gzip, gzip, gzip, gzip, gzip") } throws: {
      ($0 as? FetchError)?.kind == "decode"
    }
  }

  @Test func `names an encoding that it does not know`() throws {
    #expect(throws: FetchError.decode(reason: "the content encoding \"compress\" is not known")) {
      try decode([0x1f, 0x9d, 0x90, 0, 1], "compress")
    }
    #expect(try decode(Self.text, "utf-8") == Self.text)
  }

  @Test func `bounds a body without encoding too`() throws {
    #expect(try decode(Self.text, "identity") == Self.text)
    #expect(throws: FetchError.tooLarge(limit: 3, measure: .decoded)) {
      try decode(Self.text, limit: 3)
    }
  }
}

typealias Compressor = (OpaquePointer?, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int) ->
  Int

func deflated(_ bytes: [UInt8], _ function: Compressor) -> [UInt8] {
  let compressor = libdeflate_alloc_compressor(9)
  defer { libdeflate_free_compressor(compressor) }
  var output = [UInt8](repeating: 0, count: bytes.count + 1_000)
  let count = function(compressor, bytes, bytes.count, &output, output.count)
  return Array(output[..<count])
}

func zstandard(_ bytes: [UInt8]) -> [UInt8] {
  var output = [UInt8](repeating: 0, count: bytes.count + 1_000)
  let count = ZSTD_compress(&output, output.count, bytes, bytes.count, 3)
  return Array(output[..<count])
}

private func base64(_ text: String) -> [UInt8] {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var output: [UInt8] = []
  var bits = 0
  var value = 0
  for byte in text.utf8 {
    guard let digit = alphabet.firstIndex(of: byte) else { break }
    value = (value << 6 | digit) & 0xFFFF
    bits += 6
    if bits >= 8 {
      bits -= 8
      output.append(UInt8(truncatingIfNeeded: value >> bits))
    }
  }
  return output
}
