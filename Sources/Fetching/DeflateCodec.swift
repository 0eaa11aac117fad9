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
  static func gunzip(
    _ body: [UInt8],
    limit: Int,
    _ extent: ContentDecoder.Extent = .whole
  ) throws(FetchError) -> [UInt8] {
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
        start += try run(step, body[start...], into: &output, guess, limit, extent)
        guess = max((output.count - before) * 2, 1 << 16)
      } while CompressedSignature.beginsMember(body[start...])
      return output
    }
  }

  /// Decodes what is called "deflate": zlib by the law, raw deflate by the habit of some servers.
  static func inflate(
    _ body: [UInt8],
    limit: Int,
    _ extent: ContentDecoder.Extent = .whole
  ) throws(FetchError) -> [UInt8] {
    guard isZlib(body) else {
      return try inflate(body, limit, extent, libdeflate_deflate_decompress_ex)
    }
    do throws(FetchError) {
      return try inflateChecked(body, limit: limit, extent)
    } catch .decode(let reason) {
      // The header of zlib is two bytes, and raw deflate may begin with the same ones.
      guard let raw = try? inflate(body, limit, extent, libdeflate_deflate_decompress_ex) else {
        throw .decode(reason: reason)
      }
      return raw
    }
  }

  /// Decodes zlib, whose checksum says that it is that.
  static func inflateChecked(
    _ body: [UInt8],
    limit: Int,
    _ extent: ContentDecoder.Extent = .whole
  ) throws(FetchError) -> [UInt8] {
    guard isZlib(body) else { throw .damaged }
    return try inflate(body, limit, extent, libdeflate_zlib_decompress_ex)
  }

  private static func isZlib(_ body: [UInt8]) -> Bool {
    body.count > 1 && body[0] & 15 == 8 && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
  }

  private static func inflate(
    _ body: [UInt8],
    _ limit: Int,
    _ extent: ContentDecoder.Extent,
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
      _ = try run(step, body[...], into: &output, body.count * 4, limit, extent)
      return output
    }
  }

  /// Decodes one member behind what is there, with room that doubles until it suffices; returns how
  /// much of the input that took.
  private static func run(
    _ step: Step,
    _ input: ArraySlice<UInt8>,
    into output: inout [UInt8],
    _ guess: Int,
    _ limit: Int,
    _ extent: ContentDecoder.Extent
  ) throws(FetchError) -> Int {
    let start = output.count
    // Deflate makes at most 1,032 bytes of one: what is announced beyond that is a lie.
    let most = min(limit - start, input.count.multipliedReportingOverflow(by: 1_032).partialValue)
    var room = min(max(guess, 1_024), max(most, 0))
    while true {
      let (result, read) = attempt(step, input, at: start, room, &output)
      if result == LIBDEFLATE_SUCCESS { return read }
      if result == LIBDEFLATE_INSUFFICIENT_SPACE, room < most {
        room = min(room * 2, most)
        continue
      }
      let isCut = result != LIBDEFLATE_INSUFFICIENT_SPACE
      if extent == .beginningOfCut || extent == .beginning && !isCut {
        keepBeginning(step, input, at: start, max(most, 0), &output)
        return input.count
      }
      throw isCut ? .damaged : .tooLarge(limit: limit, measure: .decoded)
    }
  }

  /// Decodes one member into so much room; leaves the output as it was where that fails.
  private static func attempt(
    _ step: Step,
    _ input: ArraySlice<UInt8>,
    at start: Int,
    _ room: Int,
    _ output: inout [UInt8]
  ) -> (libdeflate_result, read: Int) {
    var read = 0
    var written = 0
    var result = LIBDEFLATE_SUCCESS
    func decode(_ space: UnsafeMutableRawBufferPointer) {
      input.withUnsafeBytes { result = step($0, space, &read, &written) }
    }
    if start == 0 {
      output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        decode(UnsafeMutableRawBufferPointer(buffer))
        count = result == LIBDEFLATE_SUCCESS ? written : 0
      }
    } else {
      output.append(contentsOf: repeatElement(0, count: room))
      output.withUnsafeMutableBytes {
        decode(UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
      }
      output.removeLast(result == LIBDEFLATE_SUCCESS ? room - written : room)
    }
    return (result, read)
  }

  /// Keeps what a member gives before its room or its bytes end: libdeflate writes from the front,
  /// and does not say how far it came, so that zeros at the end are taken for none.
  private static func keepBeginning(
    _ step: Step,
    _ input: ArraySlice<UInt8>,
    at start: Int,
    _ room: Int,
    _ output: inout [UInt8]
  ) {
    var (read, written) = (0, 0)
    output.append(contentsOf: repeatElement(0, count: room))
    output.withUnsafeMutableBytes { all in
      let space = UnsafeMutableRawBufferPointer(rebasing: all[start...])
      input.withUnsafeBytes { _ = step($0, space, &read, &written) }
    }
    while output.count > start, output.last == 0 { output.removeLast() }
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
