/// Bytes wrapped as gzip, deflate, brotli or zstd without being made smaller: enough for a test of labels.
package enum StoredEncoding {
  /// Wraps bytes as one gzip member of stored blocks (RFC 1952, RFC 1951 section 3.2.4).
  package static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
    let blocks = pieces(bytes, size: 65_535)
    for (index, block) in blocks.enumerated() {
      let count = UInt16(block.count)
      output += [index == blocks.count - 1 ? 1 : 0] + littleEndian(count) + littleEndian(~count)
      output += block
    }
    return output + littleEndian(checksum(bytes))
      + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Wraps bytes as stored blocks of raw deflate (RFC 1951, section 3.2.4).
  package static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    Array(gzip(bytes).dropFirst(10).dropLast(8))
  }

  /// Wraps bytes as zlib does (RFC 1950).
  package static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    let sums = bytes.reduce(into: (UInt32(1), UInt32(0))) { sums, byte in
      sums.0 = (sums.0 + UInt32(byte)) % 65_521
      sums.1 = (sums.1 + sums.0) % 65_521
    }
    return [0x78, 0x01] + deflate(bytes) + littleEndian(sums.1 << 16 | sums.0).reversed()
  }

  /// Wraps bytes as raw blocks of a frame of zstd (RFC 8878, section 3.1.1).
  ///
  /// `blanks` follow them, in blocks of 4 bytes for up to 128 KB of blanks.
  package static func zstandard(_ bytes: [UInt8], blanks: Int = 0) -> [UInt8] {
    var output: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]
    let blocks = pieces(bytes, size: 65_536)
    for (index, block) in blocks.enumerated() {
      let isLast: UInt32 = index == blocks.count - 1 && blanks == 0 ? 1 : 0
      output += littleEndian(UInt32(block.count) << 3 | isLast).prefix(3)
      output += block
    }
    for start in stride(from: 0, to: blanks, by: 128 << 10) {
      let count = min(blanks - start, 128 << 10)
      let isLast: UInt32 = start + count == blanks ? 1 : 0
      output += littleEndian(UInt32(count) << 3 | 1 << 1 | isLast).prefix(3) + [0x20]
    }
    return output
  }

  /// Wraps bytes as uncompressed meta-blocks of brotli (RFC 7932, section 9.2).
  package static func brotli(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    for block in pieces(bytes, size: 65_536) where !block.isEmpty {
      // Two bits of "not last, four nibbles", the length less one, "uncompressed"; and before the
      // first one, a bit for a window of 64 KB.
      let header = UInt32(block.count - 1) << 3 | 1 << 19
      output += littleEndian(output.isEmpty ? header << 1 : header).prefix(3)
      output += block
    }
    return output.isEmpty ? [6] : output + [3]
  }

  private static func pieces(_ bytes: [UInt8], size: Int) -> [ArraySlice<UInt8>] {
    guard !bytes.isEmpty else { return [[]] }
    return stride(from: 0, to: bytes.count, by: size).map {
      bytes[$0..<min($0 + size, bytes.count)]
    }
  }

  private static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  /// CRC-32, a bit at a time (RFC 1952, section 8).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { value, byte in
      (0..<8).reduce(value ^ UInt32(byte)) { rest, _ in
        rest >> 1 ^ (rest & 1 == 1 ? 0xEDB8_8320 : 0)
      }
    }
  }
}
