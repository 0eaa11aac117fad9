internal import CCodecs

/// gzip (RFC 1952), zlib (RFC 1950) and raw deflate (RFC 1951) through libdeflate, in one shot.
enum DeflateCodec {
  /// A member costs its tables, however small it is; block-wise gzip has one for 64 KB.
  private static let maxMembers = 4_096

  private typealias Step = (
    _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer, _ read: inout Int,
    _ written: inout Int
  ) -> libdeflate_result

  /// Decodes all members of a gzip body; what follows the last one is left out.
  static func gunzip(_ body: [UInt8], limit: Int) throws(FetchError) -> [UInt8] {
    try withDecompressor { (decompressor) throws(FetchError) -> [UInt8] in
      let step: Step = { input, output, read, written in
        libdeflate_gzip_decompress_ex(
          decompressor,
          input.baseAddress,
          input.count,
          output.baseAddress,
          output.count,
          &read,
          &written
        )
      }
      var output: [UInt8] = []
      var start = 0
      var members = 0
      var guess = announcedSize(of: body)
      repeat {
        members += 1
        guard members <= maxMembers else { throw .decode(reason: "too many gzip members") }
        let before = output.count
        start += try run(step, body[start...], into: &output, guess: guess, limit: limit)
        guess = max((output.count - before) * 2, 1 << 16)
      } while body[start...].starts(with: [0x1f, 0x8b, 8])
      return output
    }
  }

  /// Decodes what is called "deflate": zlib by the law, raw deflate by the habit of some servers.
  static func inflate(_ body: [UInt8], limit: Int) throws(FetchError) -> [UInt8] {
    let isZlib = body.count > 1 && body[0] & 15 == 8 && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
    guard isZlib else { return try inflate(body, limit: limit, libdeflate_deflate_decompress_ex) }
    do throws(FetchError) {
      return try inflate(body, limit: limit, libdeflate_zlib_decompress_ex)
    } catch .decode(let reason) {
      // The header of zlib is two bytes, and raw deflate may begin with the same ones.
      guard let raw = try? inflate(body, limit: limit, libdeflate_deflate_decompress_ex) else {
        throw .decode(reason: reason)
      }
      return raw
    }
  }

  private static func inflate(
    _ body: [UInt8],
    limit: Int,
    _ function: (
      OpaquePointer?, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int,
      UnsafeMutablePointer<Int>?, UnsafeMutablePointer<Int>?
    ) -> libdeflate_result
  ) throws(FetchError) -> [UInt8] {
    try withDecompressor { (decompressor) throws(FetchError) -> [UInt8] in
      var output: [UInt8] = []
      let step: Step = { input, output, read, written in
        function(
          decompressor,
          input.baseAddress,
          input.count,
          output.baseAddress,
          output.count,
          &read,
          &written
        )
      }
      _ = try run(step, body[...], into: &output, guess: body.count * 4, limit: limit)
      return output
    }
  }

  /// Decodes one member behind what is there, with room that doubles until it suffices.
  private static func run(
    _ step: Step,
    _ input: ArraySlice<UInt8>,
    into output: inout [UInt8],
    guess: Int,
    limit: Int
  ) throws(FetchError) -> Int {
    let start = output.count
    // Deflate makes at most 1,032 bytes of one: what is announced beyond that is a lie.
    let most = min(limit - start, input.count.multipliedReportingOverflow(by: 1_032).partialValue)
    var room = min(max(guess, 1_024), max(most, 0))
    while true {
      var read = 0
      var written = 0
      var result = LIBDEFLATE_SUCCESS
      func attempt(_ space: UnsafeMutableRawBufferPointer) {
        input.withUnsafeBytes { result = step($0, space, &read, &written) }
      }
      if start == 0 {
        output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
          attempt(UnsafeMutableRawBufferPointer(buffer))
          count = result == LIBDEFLATE_SUCCESS ? written : 0
        }
      } else {
        output.append(contentsOf: repeatElement(0, count: room))
        output.withUnsafeMutableBytes {
          attempt(UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
        }
        output.removeLast(result == LIBDEFLATE_SUCCESS ? room - written : room)
      }
      switch result {
      case LIBDEFLATE_SUCCESS: return read
      case LIBDEFLATE_INSUFFICIENT_SPACE where room < most: room = min(room * 2, most)
      case LIBDEFLATE_INSUFFICIENT_SPACE: throw .tooLarge(limit: limit, measure: .decoded)
      default: throw .decode(reason: "the compressed data are cut short or damaged")
      }
    }
  }

  /// Returns the size in the trailer of the last member (modulo 2³²): right, but for lies.
  private static func announcedSize(of body: [UInt8]) -> Int {
    body.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func withDecompressor<R>(
    _ body: (OpaquePointer) throws(FetchError) -> R
  ) throws(FetchError) -> R {
    guard let decompressor = libdeflate_alloc_decompressor() else {
      throw .decode(reason: "out of memory")
    }
    defer { libdeflate_free_decompressor(decompressor) }
    return try body(decompressor)
  }
}
