import Glibc

/// The few calls of sockets and threads that the local site is made of.
package enum Socket {
  /// Listens on a port of an address, any free one where it is 0.
  package static func listen(
    on host: String,
    port: Int = 0,
    backlog: Int32 = 4_096
  ) throws -> Int32 {
    let isSix = host.contains(":")
    let descriptor = socket(isSix ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue) | 0x80000, 0)
    guard descriptor >= 0 else { throw LocalSite.StartFailure(errorNumber: errno) }
    var six = sockaddr_in6()
    six.sin6_family = sa_family_t(AF_INET6)
    six.sin6_port = in_port_t(port).bigEndian
    inet_pton(AF_INET6, host, &six.sin6_addr)
    var four = address(host, port)
    let code =
      isSix
      ? withUnsafeBytes(of: &six) { bind(descriptor, to: $0) }
      : withUnsafeBytes(of: &four) { bind(descriptor, to: $0) }
    guard code == 0, Glibc.listen(descriptor, backlog) == 0 else {
      defer { close(descriptor) }
      throw LocalSite.StartFailure(errorNumber: errno)
    }
    return descriptor
  }

  /// Begins to connect to an IPv4 address, and does not wait for it.
  static func connect(to host: String, port: Int) -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | 0x80000 | O_NONBLOCK, 0)
    var four = address(host, port)
    withUnsafeBytes(of: &four) { bytes in
      guard let start = bytes.baseAddress else { return }
      _ = Glibc.connect(
        descriptor,
        start.assumingMemoryBound(to: sockaddr.self),
        socklen_t(bytes.count)
      )
    }
    return descriptor
  }

  /// Returns the port that a socket is bound to.
  package static func port(of descriptor: Int32) -> Int { port(of: descriptor, getsockname) }

  /// Returns the port at the other end.
  static func peerPort(of descriptor: Int32) -> Int { port(of: descriptor, getpeername) }

  /// Makes `close` send RST instead of FIN.
  static func resetOnClose(_ descriptor: Int32) {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor,
      SOL_SOCKET,
      SO_LINGER,
      &option,
      socklen_t(MemoryLayout<linger>.size)
    )
  }

  /// Runs the body on a thread of its own.
  static func startThread(_ body: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    let context = Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    let code = pthread_create(
      &thread,
      nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body()
        return nil
      },
      context.toOpaque()
    )
    if code == 0 { pthread_detach(thread) } else { context.release() }
  }

  private static func address(_ host: String, _ port: Int) -> sockaddr_in {
    var four = sockaddr_in()
    four.sin_family = sa_family_t(AF_INET)
    four.sin_port = in_port_t(port).bigEndian
    inet_pton(AF_INET, host, &four.sin_addr)
    return four
  }

  private static func bind(_ descriptor: Int32, to address: UnsafeRawBufferPointer) -> Int32 {
    guard let start = address.baseAddress else { return -1 }
    return Glibc.bind(
      descriptor,
      start.assumingMemoryBound(to: sockaddr.self),
      socklen_t(address.count)
    )
  }

  private static func port(
    of descriptor: Int32,
    _ function: (Int32, UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) -> Int {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutableBytes(of: &storage) { bytes in
      guard let start = bytes.baseAddress else { return 0 }
      _ = function(descriptor, start.assumingMemoryBound(to: sockaddr.self), &length)
      return Int(UInt16(bigEndian: start.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
    }
  }
}
