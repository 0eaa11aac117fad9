import FlowControl
import Summarisation

extension Session {
  /// Tries the model before anything else is done; gives back what is odd about it.
  ///
  /// Throws ``SessionError/modelUnavailable(_:)`` where it cannot be asked. Once the session is
  /// drained or cancelled the model is not tried, or no longer.
  func triedModel() async throws -> String? {
    guard let probe = services.probe, !stop.isStopped else { return nil }
    // Unbounded, but two commands at most come, as for the stages.
    let (commands, command) = AsyncStream.makeStream(of: Command.self)
    if let ordered { command.yield(ordered) }
    lastLate += 1
    let number = lastLate
    late[number] = command
    defer { late[number] = nil }
    return try await withThrowingTaskGroup(of: String?.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await probe() }
      group.addTask {
        for await _ in commands { return nil }
        return nil
      }
      return try await group.next() ?? nil
    }
  }

  /// Tells what is odd about the model.
  func warn(_ oddity: String?) {
    if let oddity { stage.events.publish(.warned(reason: oddity)) }
  }
}

extension ChatClient {
  /// The longest time that a server may take to list its models, once it is reached.
  private static let patience = Duration.seconds(5)

  /// Tries the endpoint; gives back what is odd about it, or nil.
  ///
  /// Throws ``SessionError/modelUnavailable(_:)`` where it cannot be asked.
  func tried(connecting: Duration, hasKey: Bool) async throws -> String? {
    do throws(ChatError) {
      switch try await probe(within: connecting + Self.patience) {
      case .fine, .unknown: return nil
      case .restricted(let reason):
        return "the model at \(endpoint.name) does not list its models for this key: \(reason)"
          + " (the first call tells whether it may be asked)"
      case .unknownModel(let known):
        return "the model at \(endpoint.name) does not list \(endpoint.model), but "
          + known.joined(separator: ", ") + " (is --model right?)"
      }
    } catch {
      if error.isCancelled { throw CancellationError() }
      throw SessionError.modelUnavailable(ModelFailure(error, hasKey: hasKey))
    }
  }
}
