import FlowControl
import FlyingSocks
import Glibc

/// FlyingFox's pool of sockets, with small answers sent at once.
///
/// A head and its body are two writes, and Nagle's algorithm holds the second back until the first
/// is acknowledged, which the other side puts off for up to 40 ms. On Linux accepted sockets
/// inherit TCP_NODELAY from the one that listens, and that is the first to wait here.
struct PromptSockets: AsyncSocketPool {
  private let pool = SocketPool<ePoll>.ePoll(maxEvents: 256)
  private let isFirst = Locked(true)

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    let isListener = isFirst.withLock { isFirst in
      defer { isFirst = false }
      return isFirst
    }
    if isListener {
      let option = BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY)
      try socket.setValue(true, for: option)
    }
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }
}
