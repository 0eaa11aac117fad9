internal import CCurl
internal import Glibc

/// The multi handle with what it waits for: sockets, its next time-out, and an event that wakes.
///
/// libcurl's own waiting looks at every transfer at every turn. Here only those are touched whose
/// sockets are ready or whose time has come, so that a thousand that wait cost nothing.
/// Everything but ``wake()`` belongs to the curl thread.
final class CurlSockets {
  let multi: UnsafeMutableRawPointer
  private let epoll: Int32
  private let alarm: Int32
  private var ready = Array(repeating: ccurl_ready(), count: CurlSockets.mostReady)
  private var readyCount = 0
  /// When libcurl wants to be called although no socket is ready.
  private var due: ContinuousClock.Instant?

  /// As many as the shim's wait gives at once.
  private static let mostReady = 64

  /// Makes a multi handle; nil where memory or descriptors are lacking.
  init?() {
    let (epoll, alarm) = (ccurl_epoll_create(), ccurl_event_create())
    guard epoll >= 0, alarm >= 0, let multi = curl_multi_init() else {
      for descriptor in [epoll, alarm] where descriptor >= 0 { close(descriptor) }
      return nil
    }
    (self.multi, self.epoll, self.alarm) = (multi, epoll, alarm)
    ccurl_epoll_watch(epoll, alarm, CURL_POLL_IN)
    let context = Unmanaged.passUnretained(self).toOpaque()
    ccurl_multi_set_pointer(multi, CURLMOPT_SOCKETDATA, context)
    ccurl_multi_set_pointer(multi, CURLMOPT_TIMERDATA, context)
    ccurl_multi_set_socket_function(multi) { _, socket, wanted, context, _ in
      CurlSockets.from(context)?.watch(socket, wanted)
      return 0
    }
    ccurl_multi_set_timer_function(multi) { _, milliseconds, context in
      CurlSockets.from(context)?.setTimer(milliseconds)
      return 0
    }
  }

  deinit {
    close(alarm)
    close(epoll)
  }

  /// Ends a wait, now or as soon as it begins; from any thread.
  func wake() {
    ccurl_event_set(alarm)
  }

  /// Waits until a socket is ready, libcurl's time has come, or somebody wakes; at most so long.
  func wait(_ milliseconds: Int32) {
    var timeout = milliseconds
    if let due { timeout = min(timeout, Int32(clamping: (due - .now).untilNextMillisecond)) }
    readyCount = Int(ccurl_epoll_wait(epoll, &ready, timeout))
  }

  /// Lets libcurl do what there is to do.
  func act() {
    var running: Int32 = 0
    for event in ready.prefix(readyCount) {
      guard event.socket != alarm else {
        ccurl_event_clear(alarm)
        continue
      }
      curl_multi_socket_action(multi, event.socket, event.state, &running)
    }
    readyCount = 0
    guard let due, due <= .now else { return }
    self.due = nil
    curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &running)
  }

  private func watch(_ socket: curl_socket_t, _ wanted: Int32) {
    ccurl_epoll_watch(epoll, socket, wanted)
  }

  private func setTimer(_ milliseconds: Int) {
    due = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> CurlSockets? {
    context.map { Unmanaged<CurlSockets>.fromOpaque($0).takeUnretainedValue() }
  }
}

extension Duration {
  /// Rounded up, so that a wait does not end before the time has come; at least 0.
  fileprivate var untilNextMillisecond: Int {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    return Int(clamping: seconds) * 1_000
      + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
