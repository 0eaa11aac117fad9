import Glibc

/// Turns bytes of any encoding into UTF-8 by iconv; what cannot be read becomes U+FFFD.
enum Transcoder {
  /// The text in UTF-8, or nil when iconv does not know the encoding on this system.
  static func utf8(from bytes: ArraySlice<UInt8>, encoding: String) -> [UInt8]? {
    guard let descriptor = iconv_open("UTF-8", encoding), Int(bitPattern: descriptor) != -1 else {
      return nil
    }
    defer { iconv_close(descriptor) }
    var input = Array(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(input.count + input.count / 2 + 16)
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    input.withUnsafeMutableBytes { source in
      chunk.withUnsafeMutableBytes { target in
        convert(descriptor, source, through: target, into: &result)
      }
    }
    return result
  }

  private static func convert(
    _ descriptor: iconv_t,
    _ source: UnsafeMutableRawBufferPointer,
    through target: UnsafeMutableRawBufferPointer,
    into result: inout [UInt8]
  ) {
    var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
    var remaining = source.count
    while remaining > 0 {
      var out = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      var room = target.count
      let status = iconv(descriptor, &next, &remaining, &out, &room)
      let reason = errno
      result.append(contentsOf: target[0..<(target.count - room)])
      guard status == Int(bitPattern: UInt.max), reason != E2BIG else { continue }
      // An invalid or cut sequence: one replacement character, one byte further.
      result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      next = next.map { $0 + 1 }
      remaining -= 1
    }
  }
}
