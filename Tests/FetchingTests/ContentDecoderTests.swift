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

  @Test func `undoes several encodings, the last first`() throws {
    let gzip = Self.encoders[0].encode(Self.text)
    #expect(try decode(zstandard(gzip), "gzip, zstd") == Self.text)
    #expect(try decode(zstandard(gzip), "gzip", "identity ,ZSTD") == Self.text)
    #expect { try decode(Self.text, "gzip, gzip, gzip, gzip, gzip") } throws: {
      ($0 as? FetchError)?.kind == "decode"
    }
  }

  @Test func `names an encoding that it does not know`() {
    #expect(throws: FetchError.decode(reason: "the content encoding \"compress\" is not known")) {
      try decode(Self.text, "compress")
    }
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
