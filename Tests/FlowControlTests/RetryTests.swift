import FlowControl
import TestSupport
import Testing

@Suite struct RetryTests {
  private struct Failure: Error, Equatable {
    var asked: Duration?
    var passes = true
  }

  private let time = VirtualTime()
  private let clock: SessionClock

  init() { clock = SessionClock(time) }

  private func retry(_ retries: Int = 5) -> Retry {
    Retry(retries: retries, clock: clock, generator: SeededGenerator(seed: 9))
  }

  private static func verdict(_ error: any Error) -> Retry.Verdict {
    guard let failure = error as? Failure else { return .passing(retryAfter: nil) }
    return failure.passes ? .passing(retryAfter: failure.asked) : .final
  }

  /// When the attempts began, and what came of them.
  private func run(
    _ retry: Retry,
    failing failures: [any Error]
  ) -> (starts: [Duration], result: Result<Int, any Error>)? {
    time.run {
      var starts: [Duration] = []
      do {
        let value = try await retry.run(verdict: Self.verdict) { number in
          starts.append(clock.now)
          guard number > failures.count else { throw failures[number - 1] }
          return number
        }
        return (starts, .success(value))
      } catch {
        return (starts, .failure(error))
      }
    }
  }

  @Test func `tries until it succeeds`() throws {
    let failures = [Failure](repeating: Failure(asked: .seconds(2)), count: 3)
    let outcome = try #require(run(retry(), failing: failures))
    #expect(outcome.starts == [0, 2, 4, 6].map { .seconds($0) })
    #expect(try outcome.result.get() == 4)
  }

  @Test(arguments: [(0, 1), (1, 2), (5, 6), (-3, 1)])
  func `throws the last failure after its retries`(retries: Int, attempts: Int) throws {
    let failures = (0..<9).map { Failure(asked: .seconds($0)) }
    let outcome = try #require(run(retry(retries), failing: failures))
    #expect(outcome.starts.count == attempts)
    #expect(throws: failures[attempts - 1]) { try outcome.result.get() }
  }

  @Test func `tells of each wait when it begins`() throws {
    let retry = retry()
    let told = time.run { () -> [String] in
      var told: [String] = []
      let failure = Failure(asked: .seconds(2))
      // It fails for good.
      _ = try? await retry.run(
        verdict: Self.verdict,
        onPause: { told.append("\($0) after \($1) at \(clock.now), \($2 as? Failure == failure)") }
      ) { number in
        guard number < 3 else { throw Failure(passes: false) }
        throw failure
      }
      return told
    }
    let two = "\(Duration.seconds(2))"
    #expect(
      told == ["\(two) after 1 at \(Duration.zero), true", "\(two) after 2 at \(two), true"]
    )
  }

  @Test func `throws at once what does not pass`() throws {
    let outcome = try #require(run(retry(), failing: [Failure(passes: false)]))
    #expect(outcome.starts == [.zero])
    #expect(throws: Failure(passes: false)) { try outcome.result.get() }
  }

  @Test func `never tries a cancelled call again`() throws {
    let outcome = try #require(run(retry(), failing: [CancellationError()]))
    #expect(outcome.starts == [.zero])
    #expect(throws: CancellationError.self) { try outcome.result.get() }
  }

  @Test func `lets what the server asks for win, up to the cap`() throws {
    let failures = [Duration.zero, .seconds(7), .seconds(90)].map { Failure(asked: $0) }
    let outcome = try #require(run(retry(), failing: failures))
    #expect(outcome.starts == [0, 0, 7, 67].map { .seconds($0) })
  }

  @Test func `waits as its backoff draws`() throws {
    let retry = retry()
    var generator = SeededGenerator(seed: 9)
    let delays = (1...5).map { retry.backoff.delay(after: $0, using: &generator) }
    let outcome = try #require(run(retry, failing: (1...5).map { _ in Failure() }))
    #expect(zip(outcome.starts, outcome.starts.dropFirst()).map { $1 - $0 } == delays)
    #expect(zip(delays, [1, 2, 4, 8, 16]).allSatisfy { $0 <= .seconds($1) })
  }

  @Test func `ends at once when it is cancelled while it waits`() throws {
    let attempts = Locked(0)
    let end = time.run {
      await cancelled(at: .seconds(3), on: clock) { () -> Duration? in
        do {
          try await retry().run(verdict: Self.verdict) { _ in
            attempts.withLock { $0 += 1 }
            throw Failure(asked: .seconds(50))
          }
          return nil
        } catch {
          return error is CancellationError ? clock.now : nil
        }
      }
    }
    #expect(end == .some(.seconds(3)) && attempts.withLock { $0 } == 1)
  }
}
