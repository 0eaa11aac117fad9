import FlowControl
import Glibc

/// A client that sends what it is told, on one connection, and reads until that is closed.
enum PlainClient {
  /// Why nothing was sent.
  struct Failure: Error {
    let errorNumber: Int32
  }

  /// Sends requests; the last of them has to ask for the connection to be closed.
  static func send(_ text: String, to port: UInt16) async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
      Thread.start { continuation.resume(with: Result { try exchange(Array(text.utf8), port) }) }
    }
  }

  private static func exchange(_ bytes: [UInt8], _ port: UInt16) throws -> String {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    let code = withUnsafeBytes(of: &address) { bytes in
      connect(
        descriptor,
        bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
        socklen_t(bytes.count)
      )
    }
    guard code == 0 else { throw Failure(errorNumber: errno) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure(errorNumber: errno) }
      rest = rest.dropFirst(count)
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
      answer += buffer[..<count]
    }
  }
}
