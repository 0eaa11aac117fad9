internal import Glibc

/// Returns the 4 or 16 bytes of an address in text, in the order of the network.
func binaryAddress(_ text: String) -> [UInt8]? {
  // A zone ("%eth0") names an interface, not another address.
  let text = String(text.prefix { $0 != "%" })
  var bytes = [UInt8](repeating: 0, count: 16)
  if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes.prefix(4)) }
  return inet_pton(AF_INET6, text, &bytes) == 1 ? bytes : nil
}

/// Returns the one text of an address of 4 or 16 bytes (RFC 5952).
func addressText(_ address: [UInt8]) -> String {
  var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
  let family = address.count == 4 ? AF_INET : AF_INET6
  guard inet_ntop(family, address, &text, socklen_t(text.count)) != nil else { return "?" }
  return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
