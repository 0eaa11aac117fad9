import Glibc

/// Text in the bytes of an older encoding.
enum LegacyText {
  /// Returns the bytes of a text in an encoding that the C library knows by that name; characters
  /// that it does not have are left out.
  static func bytes(_ text: String, as encoding: String) -> [UInt8] {
    let converter = iconv_open("\(encoding)//IGNORE", "UTF-8")
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 64)
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        var (left, room) = (source.count, target.count)
        iconv(converter, &from, &left, &to, &room)
        iconv(converter, nil, nil, &to, &room)
        return target.count - room
      }
    }
    return output[..<written].map { UInt8(bitPattern: $0) }
  }
}
