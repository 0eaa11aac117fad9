internal import CCodecs

/// Brotli (RFC 7932), taken from the decoder's own window: no buffer of ours is needed.
enum BrotliCodec {
  /// Decodes a whole body; what follows the end of the stream is left out, unless the body has to
  /// end there.
  static func decode(
    _ body: [UInt8],
    limit: Int,
    _ extent: ContentDecoder.Extent = .whole,
    endsWithBody: Bool = false
  ) throws(FetchError) -> [UInt8] {
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
        if output.count + count > limit {
          guard extent != .whole else { throw .tooLarge(limit: limit, measure: .decoded) }
          count = limit - output.count
          output.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
          return output
        }
        output.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS where BrotliDecoderHasMoreOutput(decoder) == 0:
          guard available == 0 || !endsWithBody else { throw .damaged }
          return output
        case BROTLI_DECODER_RESULT_SUCCESS, BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT where count > 0: continue
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT where extent == .beginningOfCut: return output
        default: throw .damaged
        }
      }
    }
  }
}

extension FetchError {
  /// A compressed body that breaks its own rules, or ends before its end.
  static var damaged: FetchError {
    .decode(reason: "the compressed data are cut short or damaged")
  }
}
