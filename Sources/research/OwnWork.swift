import FlowControl

/// What the program is at by itself, told from what it waits for: others may never be ready.
final class OwnWork: Sendable {
  private let pieces = Locked(0)

  /// Nothing is done yet.
  init() {}

  /// Whether anything is being done.
  var isGoingOn: Bool { pieces.withLock { $0 > 0 } }

  /// Does a piece of work.
  func doing<Result, Failure: Error>(
    _ piece: () async throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    add(1)
    defer { add(-1) }
    return try await piece()
  }

  /// Runs a part of a piece of work that is not the program's own where `isWaiting`.
  func resting<Result, Failure: Error>(
    if isWaiting: Bool,
    _ part: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard isWaiting else { return try part() }
    add(-1)
    defer { add(1) }
    return try part()
  }

  private func add(_ number: Int) {
    pieces.withLock { $0 += number }
  }
}
