internal import CCodecs

/// Zstandard (RFC 8878), all frames of a body.
enum ZstandardCodec {
  /// As a power of two: the 8 MB that RFC 9659 allows for content encodings.
  private static let maxWindow: Int32 = 23

  /// Decodes a whole body; what follows the last frame is left out.
  static func decode(_ body: [UInt8], limit: Int) throws(FetchError) -> [UInt8] {
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
        guard ZSTD_isError(hint) == 0 else { throw damaged }
        guard output.count + chunk.pos <= limit else {
          throw .tooLarge(limit: limit, measure: .decoded)
        }
        output.append(contentsOf: UnsafeRawBufferPointer(rebasing: scratch[..<chunk.pos]))
        if hint == 0, !beginsFrame(bytes[input.pos...]) { return output }
        if input.pos == input.size, chunk.pos < size, hint != 0 { throw damaged }
        guard input.pos > start || chunk.pos > 0 else { throw damaged }
      }
    }
  }

  private static var damaged: FetchError {
    .decode(reason: "the compressed data are cut short or damaged")
  }

  private static func beginsFrame(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    bytes.starts(with: [0x28, 0xb5, 0x2f, 0xfd])
      || bytes.count > 3 && bytes.dropFirst().starts(with: [0x2a, 0x4d, 0x18])
  }
}
