import Glibc

/// The characters of all sequences of one encoding, as iconv reads them one by one.
///
/// iconv knows the tables of the web's encodings but not the WHATWG's handling of errors: which bytes a bad sequence takes
/// with it, and that a `<` is never among them. So it is asked for the tables once, and the decoding is ours.
enum ScalarTable {
  /// The scalar of each of `count` sequences, 0 where there is none; nil when iconv does not know the encoding.
  static func scalars(
    of encoding: String,
    count: Int,
    sequence: (Int) -> [UInt8]
  ) -> [UInt32]? {
    guard let descriptor = iconv_open("UTF-32LE", encoding), Int(bitPattern: descriptor) != -1
    else { return nil }
    defer { iconv_close(descriptor) }
    return (0..<count).map { scalar(of: sequence($0), descriptor) }
  }

  private static func scalar(of bytes: [UInt8], _ descriptor: iconv_t) -> UInt32 {
    var bytes = bytes
    var scalars: [UInt32] = [0, 0, 0, 0]
    var room = scalars.count * 4
    let isRead = bytes.withUnsafeMutableBytes { source in
      scalars.withUnsafeMutableBytes { target in
        var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var remaining = source.count
        var out = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        iconv(descriptor, nil, nil, nil, nil)
        let status = iconv(descriptor, &next, &remaining, &out, &room)
        // Some keep a letter back, to join it with an accent that may follow.
        return status == 0 && remaining == 0 && iconv(descriptor, nil, nil, &out, &room) == 0
      }
    }
    return isRead && room == (scalars.count - 1) * 4 ? UInt32(littleEndian: scalars[0]) : 0
  }
}
