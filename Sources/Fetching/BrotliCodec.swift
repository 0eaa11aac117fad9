internal import CCodecs

/// Brotli (RFC 7932), taken from the decoder's own window: no buffer of ours is needed.
enum BrotliCodec {
  /// Decodes a whole body; what follows the end of the stream is left out.
  static func decode(_ body: [UInt8], limit: Int) throws(FetchError) -> [UInt8] {
    guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else {
      throw .decode(reason: "out of memory")
    }
    defer { BrotliDecoderDestroyInstance(decoder) }
    var output: [UInt8] = []
    output.reserveCapacity(min(limit, body.count * 5))
    return try body.withUnsafeBufferPointer { (input) throws(FetchError) -> [UInt8] in
      var next = input.baseAddress
      var available = input.count
      while true {
        var room = 0
        let result = BrotliDecoderDecompressStream(decoder, &available, &next, &room, nil, nil)
        var count = 0
        let bytes = BrotliDecoderTakeOutput(decoder, &count)
        guard output.count + count <= limit else {
          throw .tooLarge(limit: limit, measure: .decoded)
        }
        output.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS where BrotliDecoderHasMoreOutput(decoder) == 0:
          return output
        case BROTLI_DECODER_RESULT_SUCCESS, BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT where count > 0: continue
        default: throw .decode(reason: "the compressed data are cut short or damaged")
        }
      }
    }
  }
}
