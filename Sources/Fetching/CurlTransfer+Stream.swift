extension CurlTransfer {
  /// How long the end of a stream may take whose last event is there: enough for a server that
  /// ends it properly, and then the connection can be used again.
  private static let timeToEnd = Duration.milliseconds(100)

  /// When the transfer has to end: when its time is over, or its silence is too long.
  var due: ContinuousClock.Instant { min(deadline, silentUntil ?? deadline) }

  /// Whether it is the silence that has become too long.
  var isSilent: Bool { silentUntil.map { $0 < deadline } ?? false }

  /// Notes what the last bytes of the body mean for what may follow.
  func noteBytes(_ count: Int) {
    guard let request, request.silence != nil || request.lastEvent != nil else { return }
    if body.count == count, let last = request.lastEvent {
      watch = LastEventWatch(for: last, endField: request.endField, in: head.fields)
    }
    if let silence = request.silence { expectMore(within: silence) }
    watch?.feed(body[(body.count - count)...])
    if watch?.isComplete == true { isComplete = true }
    guard watch?.isSeen == true else { return }
    watch = nil
    hasEnough = true
    expectMore(within: Self.timeToEnd)
  }

  private func expectMore(within time: Duration) {
    let end = ContinuousClock.now + time
    silentUntil = end
    gate.noteDue(end)
  }
}
