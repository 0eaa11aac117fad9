package import FlowControl
import FlyingFox
import FlyingSocks
import ResearchCore

/// The exercise's server: sample pages and a model, each after the delay that its address names.
///
/// Only programs on this machine reach it, at 127.0.0.1.
package struct ExerciseServer: Sendable {
  /// Why the server does not run.
  package enum Failure: Error {
    /// It listens at no port that could be named.
    case notListening
  }

  /// The most bytes of a request's body that are read into memory.
  static let longestBody = 4 << 20

  private let handler: ExerciseHandler

  /// A server that waits by `clock`; it has seen no plan yet.
  package init(clock: SessionClock = SessionClock(ContinuousClock())) {
    handler = ExerciseHandler(clock: clock)
  }

  /// Serves until the task is cancelled, then throws `CancellationError`.
  ///
  /// Port 0 is any free port; `ready` is told which, as soon as connections are accepted. Throws
  /// the system's error where the port is taken.
  package func run(
    port: UInt16 = 0,
    ready: @escaping @Sendable (UInt16) async -> Void
  ) async throws {
    let server = HTTPServer(config: try Self.configuration(port), handler: handler)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await server.run()
        } catch {
          // Closing its sockets ends a server in an error of its own.
          try Task.checkCancellation()
          throw error
        }
      }
      group.addTask {
        try await server.waitUntilListening(timeout: Self.longestWait)
        guard case .ip4(_, let port) = await server.listeningAddress else {
          throw Failure.notListening
        }
        await ready(port)
      }
      // Leaving the loop in an error cancels the one that waits.
      for try await _ in group {}
    }
  }

  /// In seconds: longer than any delay, so that FlyingFox cuts none short.
  private static let longestWait = ExercisePlan.longestDelay.seconds * 2

  private static func configuration(_ port: UInt16) throws -> HTTPServer.Configuration {
    HTTPServer.Configuration(
      address: try .inet(ip4: "127.0.0.1", port: port),
      timeout: longestWait,
      sharedRequestBufferSize: 1 << 16,
      pool: PromptSockets(),
      logger: .disabled
    )
  }
}
