internal import CCodecs

/// Zstandard (RFC 8878), all frames of a body.
enum ZstandardCodec {
  /// As a power of two: the 8 MB that RFC 9659 allows for content encodings.
  private static let maxWindow: Int32 = 23

  /// Decodes a whole body; what follows the last frame is left out.
  static func decode(
    _ body: [UInt8],
    limit: Int,
    _ extent: ContentDecoder.Extent = .whole
  ) throws(FetchError) -> [UInt8] {
    guard let context = ZSTD_createDCtx() else { throw .decode(reason: "out of memory") }
    defer { ZSTD_freeDCtx(context) }
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, maxWindow)
    var output: [UInt8] = []
    output.reserveCapacity(min(limit, body.count * 5))
    let size = ZSTD_DStreamOutSize()
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { scratch.deallocate() }
    return try body.withUnsafeBufferPointer { (buffer) throws(FetchError) -> [UInt8] in
      let bytes = UnsafeRawBufferPointer(buffer)
      var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
      while true {
        let start = input.pos
        var chunk = ZSTD_outBuffer(dst: scratch.baseAddress, size: size, pos: 0)
        let hint = ZSTD_decompressStream(context, &chunk, &input)
        guard ZSTD_isError(hint) == 0 else { throw error(hint) }
        let room = limit - output.count
        output.append(
          contentsOf: UnsafeRawBufferPointer(rebasing: scratch[..<min(chunk.pos, room)])
        )
        if chunk.pos > room {
          guard extent != .whole else { throw .tooLarge(limit: limit, measure: .decoded) }
          return output
        }
        if hint == 0, !CompressedSignature.beginsFrame(bytes[input.pos...]) { return output }
        if input.pos == input.size, chunk.pos < size, hint != 0 {
          guard extent == .beginningOfCut else { throw .damaged }
          return output
        }
        guard input.pos > start || chunk.pos > 0 else { throw .damaged }
      }
    }
  }

  /// Says what is not damaged, but asks for more than a web page may ask for.
  private static func error(_ code: Int) -> FetchError {
    switch ZSTD_getErrorCode(code) {
    case ZSTD_error_frameParameter_windowTooLarge:
      .decode(reason: "the compressed data ask for a window of more than 8 MB")
    case ZSTD_error_dictionary_wrong:
      .decode(reason: "the compressed data need a dictionary that is not there")
    default: .damaged
    }
  }
}
