import FlowControl
import ResearchCore

/// Ends the program when the time to drain is over and only others are waited for, who may never
/// be ready: the reader of a pipe, a name server.
///
/// What the program does itself, a large report above all, it may complete.
struct Watchdog {
  private let interrupts: Interrupts
  private let drainTimeout: Duration
  private let deadline: Duration?
  private let clock = SessionClock(ContinuousClock())

  /// How often it looks, and how often it may find nothing but waiting: 1.5 s in all.
  private static let (glance, patience) = (Duration.milliseconds(100), 15)

  /// A watchdog over a run that begins now, with the deadline and the drain's time-out of
  /// `configuration`.
  init(_ interrupts: Interrupts, _ configuration: Configuration) {
    self.interrupts = interrupts
    (drainTimeout, deadline) = (configuration.drainTimeout, configuration.deadline)
  }

  /// Whether the run's time is over.
  var isPastDeadline: Bool { deadline.map { clock.now >= $0 } ?? false }

  /// The events that it needs to know of.
  func events(of session: Session) -> EventStream {
    session.events {
      switch $0 {
      case .draining, .cancelled: true
      default: false
      }
    }
  }

  /// Watches until the task is cancelled; `code` is for an end that no signal asked for.
  func watch(_ events: EventStream, code: @escaping @Sendable () -> Int32) async {
    await withDiscardingTaskGroup { group in
      // A run that has nothing left to drain by then does not tell of its deadline.
      if let deadline {
        group.addTask { await end(after: deadline + drainTimeout, code) }
      }
      for await event in events {
        var time = Duration.zero
        if case .draining = event.kind { time = drainTimeout }
        group.addTask { [time] in await end(after: time, code) }
      }
    }
  }

  private func end(after time: Duration, _ code: @Sendable () -> Int32) async {
    // Only a cancelled task is kept from sleeping: then all is over.
    guard (try? await losePatience(after: time)) != nil else { return }
    interrupts.endProgram(code())
  }

  /// Returns when the time is over and others were waited for too long since.
  private func losePatience(after time: Duration) async throws {
    try await clock.sleep(for: time)
    var left = Self.patience
    while left > 0 {
      try await clock.sleep(for: Self.glance)
      if !interrupts.work.isGoingOn { left -= 1 }
    }
  }
}
