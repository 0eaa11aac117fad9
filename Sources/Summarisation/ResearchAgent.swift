package import FlowControl

/// Has a model answer a question with tools: turn by turn, until it answers or may not go on.
///
/// A turn is one call of the model. Tools that it asks for in one turn work at the same time, and
/// what they give goes back in the order in which it asked. What goes wrong with a tool is told to
/// the model and ends nothing.
package struct ResearchAgent: Sendable {
  /// What an agent keeps to.
  package struct Limits: Sendable, Hashable {
    /// The most turns with tools; one more asks for the answer.
    package var steps = 20
    /// The most calls of tools in one turn; those beyond are left out, and the model is told.
    package var callsATurn = 16
    /// What the model takes, where it does not say that itself.
    package var contextTokens = 32_000
    /// Whether the tools of a turn work at the same time.
    package var isConcurrent = true

    /// The defaults of the command line.
    package init() {}
  }

  /// Why no more tools are to be used.
  package enum Stop: Sendable {
    /// The time is over; the answer may still be asked for.
    case deadline
    /// Nothing is to be asked any more.
    case ended
  }

  /// Where and how the tools work.
  package struct Desk: Sendable {
    /// Takes note of a call before it is made; those of one turn in the order of asking.
    package var begin: @Sendable (AgentCall) async -> Void
    /// Does what is asked, in at most about so many tokens; cancelled with the calling task.
    package var use: @Sendable (AgentCall, Int) async -> AgentResult
    /// Whether the run is being ended.
    package var stop: @Sendable () -> Stop?
    /// How much time there is; nil for no end.
    package var timeLeft: @Sendable () -> Duration?
    /// Hears what happens.
    package var tell: @Sendable (AgentEvent) -> Void
    /// Keeps the work so far, after each turn: it is all there is where the agent is cancelled.
    package var keep: @Sendable (AgentAnswer) -> Void

    /// A desk without an end, whose tools need no preparation and of which nobody hears.
    package init(
      use: @escaping @Sendable (AgentCall, Int) async -> AgentResult,
      begin: @escaping @Sendable (AgentCall) async -> Void = { _ in },
      stop: @escaping @Sendable () -> Stop? = { nil },
      timeLeft: @escaping @Sendable () -> Duration? = { nil },
      tell: @escaping @Sendable (AgentEvent) -> Void = { _ in },
      keep: @escaping @Sendable (AgentAnswer) -> Void = { _ in }
    ) {
      (self.use, self.begin, self.stop) = (use, begin, stop)
      (self.timeLeft, self.tell, self.keep) = (timeLeft, tell, keep)
    }
  }

  let model: AgentModel
  let desk: Desk
  let limits: Limits
  let clock: SessionClock

  /// The tools' descriptions, and room for the answer.
  private static let reserve = 2_000
  /// How often a conversation that is too long is shortened before the model is given up.
  private static let shortenings = 4
  /// The last turn is asked for when less time is left than so many turns as the longest took.
  private static let turnsLeft = 2

  /// An agent of `model` that works at `desk`.
  package init(_ model: AgentModel, at desk: Desk, limits: Limits = Limits(), clock: SessionClock) {
    (self.model, self.desk, self.limits, self.clock) = (model, desk, limits, clock)
  }

  /// Works until there is an answer, or says why there is none.
  ///
  /// Throws `.cancelled` at once when the calling task is cancelled, and nothing else.
  package func answer(_ task: AgentTask) async throws(ChatError) -> AgentAnswer {
    let context = model.contextTokens ?? limits.contextTokens
    var work = AgentWork(model.name, limit: max(context / 2, context - Self.reserve))
    let text = work.conversation.text(of: task.briefing)
    for message in AgentPrompt.beginning(task, text: text, model.prompt) {
      work.conversation.add(message)
    }
    while true {
      if let ending = ending(work) {
        work.answer.ending = ending
        desk.keep(work.answer)
        return try await lastTurn(of: task, &work)
      }
      do throws(ChatError) {
        let said = try await turn(&work)
        guard !said.toolCalls.isEmpty else { return try await whole(said, of: task, &work) }
        await use(said, &work)
        desk.keep(work.answer)
      } catch .cancelled {
        throw .cancelled
      } catch {
        work.answer.ending = .failed(error)
        guard error.mayAnswer else { return work.failed(error) }
        // What is left of a budget may do for less.
        work.conversation.limit = min(work.conversation.limit, work.conversation.tokens / 2)
        return try await lastTurn(of: task, &work)
      }
    }
  }

  private func ending(_ work: AgentWork) -> AgentAnswer.Ending? {
    switch desk.stop() {
    case .ended: return .stopped
    case .deadline: return .deadline
    case nil: break
    }
    if let left = desk.timeLeft(), left < work.longestTurn * Self.turnsLeft { return .deadline }
    return work.turns < limits.steps ? nil : .steps
  }

  /// Asks for the answer, for which no tools may be called.
  private func lastTurn(
    of task: AgentTask,
    _ work: inout AgentWork
  ) async throws(ChatError) -> AgentAnswer {
    guard work.answer.ending != .stopped else { return work.answer }
    work.conversation.add(AgentPrompt.last(task))
    do throws(ChatError) {
      return try await whole(try await turn(&work, mayCall: false), of: task, &work)
    } catch .cancelled {
      throw .cancelled
    } catch {
      return work.failed(error)
    }
  }

  /// The answer that a turn gave, gone on with where the endpoint cut it off.
  private func whole(
    _ said: ChatAnswer,
    of task: AgentTask,
    _ work: inout AgentWork
  ) async throws(ChatError) -> AgentAnswer {
    var (text, last, left) = (said.text, said, ChatWriter.mostContinuations)
    while last.isCut, left > 0 {
      left -= 1
      work.conversation.add(ChatMessage(role: .assistant, content: last.text))
      work.conversation.add(ChatMessage(role: .user, content: ChatWriter.goOn))
      do throws(ChatError) {
        last = try await turn(&work, mayCall: false)
        text += "\n" + last.text
      } catch .cancelled {
        throw .cancelled
      } catch {
        // It is as far as it came.
        break
      }
    }
    work.answer.take(text, work.conversation.shown, for: task, clean: model.clean)
    work.answer.isCut = last.isCut
    return work.answer
  }

  /// One turn, tried again with less where the conversation is too long for the model.
  private func turn(
    _ work: inout AgentWork,
    mayCall: Bool = true
  ) async throws(ChatError) -> ChatAnswer {
    var left = Self.shortenings
    while true {
      work.conversation.fit()
      let start = clock.now
      do throws(ChatError) {
        let said = try await model.ask(work.conversation.messages, AgentCall.tools, mayCall)
        let took = clock.now - start
        work.note(said, took: took)
        desk.keep(work.answer)
        desk.tell(
          .asked(
            step: work.answer.steps,
            calls: said.toolCalls.count,
            usage: said.usage,
            error: nil,
            seconds: took / .seconds(1)
          )
        )
        return said
      } catch .cancelled {
        throw .cancelled
      } catch {
        tell(error, work, since: start)
        guard case .tooLong = error, left > 0 else { throw error }
        left -= 1
        work.conversation.limit = work.conversation.tokens * 6 / 10
      }
    }
  }

  private func tell(_ error: ChatError, _ work: AgentWork, since start: Duration) {
    desk.tell(
      .asked(
        step: work.answer.steps + 1,
        calls: 0,
        usage: nil,
        error: error,
        seconds: (clock.now - start) / .seconds(1)
      )
    )
  }
}

extension ChatError {
  /// Whether a last, shorter turn without tools may still give an answer.
  fileprivate var mayAnswer: Bool {
    switch self {
    case .overBudget, .tooLong, .exceedsLimit, .empty, .filtered, .unfinished, .unreadable: true
    default: false
    }
  }
}
