internal import CCrypto

/// Returns the SHA-256 of the bytes in lower-case hexadecimal digits.
package func sha256(_ bytes: [UInt8]) -> String {
  bytes.withUnsafeBytes { sha256($0) }
}

/// Returns the SHA-256 of the bytes in lower-case hexadecimal digits.
package func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
  var digest = [UInt8](repeating: 0, count: 32)
  // It fails only where the library itself is broken; then the digest stays 0 and verifies nothing.
  EVP_Digest(bytes.baseAddress, bytes.count, &digest, nil, EVP_sha256(), nil)
  return hexadecimal(digest)
}

/// The SHA-256 of bytes that come in pieces.
package final class SHA256Digest {
  private let context: OpaquePointer?

  /// Begins with no bytes.
  package init() {
    context = EVP_MD_CTX_new()
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  /// Takes the next bytes in.
  package func add(_ bytes: [UInt8]) {
    EVP_DigestUpdate(context, bytes, bytes.count)
  }

  /// Ends the sum, in lower-case hexadecimal digits; nothing can be added after it.
  package func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    return hexadecimal(digest)
  }
}

private func hexadecimal(_ digest: [UInt8]) -> String {
  String(unsafeUninitializedCapacity: 64) { text in
    for (index, byte) in digest.enumerated() {
      text[2 * index] = hexadecimalDigit(byte >> 4)
      text[2 * index + 1] = hexadecimalDigit(byte & 15)
    }
    return 64
  }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
