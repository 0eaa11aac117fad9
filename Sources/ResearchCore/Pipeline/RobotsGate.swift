import Fetching
import FlowControl

/// Lets a page's attempt begin once the robots.txt of its origin allows the page.
struct RobotsGate: Sendable {
  /// What robots.txt means for an attempt.
  enum Permission {
    /// The page may be asked for; the time until now counts as waiting.
    case granted(Item<Source>)
    /// The page is not asked for, at least not now: no attempt begins. Its robots.txt may have been.
    case refused(Item<Content>, hasAsked: Bool)
    /// The attempt has failed at its first request, the one for robots.txt.
    case failed(StepFailure)
  }

  let rules: RobotsRules
  let frontier: Frontier
  let stage: StageContext
  /// Attempts of a source after the first.
  let retries: Int

  /// What robots.txt means for an item; the file is asked for where it is not known.
  ///
  /// When the task is cancelled it is refused, as not finished.
  func permission(for item: Item<Source>) async -> Permission {
    guard let page = Self.request(for: item) else { return .granted(item) }
    let start = stage.clock.now
    let access: RobotsAccess
    do throws(CancellationError) {
      access = try await rules.access(to: page)
    } catch {
      return .refused(item.refused(StepFailure(wrapping: error)), hasAsked: false)
    }
    return await permission(by: access, item, since: start)
  }

  private func permission(
    by access: RobotsAccess,
    _ item: Item<Source>,
    since start: Duration
  ) async -> Permission {
    let host = item.source.host ?? ""
    switch access {
    case .known(let file, let isFresh):
      let isSpaced = await frontier.know(host, crawlDelay: file.crawlDelay)
      let refusal = await refusal(of: item, by: file, comesBack: isFresh && isSpaced)
      if let refusal { return .refused(item.refused(refusal), hasAsked: isFresh) }
      return .granted(item.having(waited: stage.clock.now - start))
    case .postponed(let delay):
      return .refused(item.refused(StepFailure(comingBackAfter: delay)), hasAsked: false)
    case .refused(let failure):
      await frontier.know(host, crawlDelay: nil)
      return .refused(item.refused(StepFailure(failure)), hasAsked: false)
    case .failed(let failure, let delay):
      if delay == nil { await frontier.know(host, crawlDelay: nil) }
      let comesAgain = item.source.failures < retries
      let again = comesAgain ? delay.map { StepFailure.Again(delay: $0) } : nil
      return .failed(StepFailure(failure, again: again))
    }
  }

  /// Nil for what is no page, and for what is no address, which says so itself when it is fetched.
  @inline(never)
  private static func request(for item: Item<Source>) -> FetchRequest? {
    guard case .page = item.source.target else { return nil }
    return try? FetchRequest(for: item.source)
  }

  /// Why a page is not asked for now; nil where it is.
  private func refusal(
    of item: Item<Source>,
    by file: RobotsFile,
    comesBack: Bool
  ) async -> StepFailure? {
    // Only files with rules are worth the way to a worker.
    if !file.isEmpty {
      let failure = await perform(on: stage.workers) { Failure(file, forbidding: item) }
      if let failure { return StepFailure(failure) }
    }
    // Where requests are to be spaced, robots.txt was one of them.
    return comesBack ? StepFailure(comingBackAfter: .zero) : nil
  }
}

extension Item<Source> {
  /// The item of a source that has waited for longer.
  fileprivate func having(waited time: Duration) -> Item<Source> {
    var source = source
    source.waited += time
    source.startedAt += time
    return Item(source: source, record: record, result: .success(source))
  }

  /// The item of a page that is not asked for.
  fileprivate func refused(_ failure: StepFailure) -> Item<Content> {
    var record = record
    record.attempts = source.attempt - 1
    return Item<Content>(source: source, record: record, result: .failure(failure))
  }
}

extension StepFailure {
  /// The end of a turn in which robots.txt was asked for, or could not be yet.
  fileprivate init(comingBackAfter delay: Duration) {
    self.init(
      Failure(.robots, "the run ended before robots.txt had allowed the page"),
      again: Again(delay: delay, reason: .robots)
    )
  }
}

extension Failure {
  /// Why the page of an item may not be asked for; nil where it may be.
  fileprivate init?(_ file: RobotsFile, forbidding item: Item<Source>) {
    // What is no address was let through before: no rules are asked for then.
    guard let address = try? FetchRequest(for: item.source).address else { return nil }
    self.init(file, forbidding: address)
  }
}
