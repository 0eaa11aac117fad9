import Fetching
import FlowControl
import Summarisation

/// Where an agent's tools work: on the sources of a run, to which it may add.
///
/// What is added goes the way of all sources: the same frontier, stages, limits and records.
actor AgentDesk {
  let store: RecordStore
  let stage: StageContext
  private let frontier: Frontier
  private let collect: CollectStage
  private let ends: SourceEnds
  /// How many sources there are.
  private(set) var count: Int
  /// What is known of those that have ended, by number.
  private(set) var digests: [Int: SourceDigest] = [:]
  /// The sources by what their addresses are known by.
  private var known: [String: Int] = [:]
  /// The first sources by where they ended.
  private var firsts: [String: Int] = [:]
  /// What may be fetched, by what it is known by.
  private var links: [String: Link] = [:]
  /// What who runs the program named, in records' words.
  private var typed: [WebAddress] = []

  private struct Link {
    let url: String
    var isLedByPublic: Bool
  }

  /// The most addresses that are remembered.
  private static let mostLinks = 500_000

  /// A desk with the first `count` sources of a run, which may not have ended yet.
  init(
    of session: Session,
    _ collect: CollectStage,
    _ ends: SourceEnds,
    count: Int
  ) {
    (store, stage, frontier) = (session.store, session.stage, session.frontier)
    (self.collect, self.ends, self.count) = (collect, ends, count)
  }

  /// Waits until the sources that are there have ended, or the run is being ended; throws where
  /// their records cannot be read.
  func open() async throws {
    for index in 1..<(count + 1) {
      guard await ends.reached(index) else { break }
    }
    let store = store
    for index in await store.indices where index <= count {
      try Task.checkCancellation()
      let digest = try await perform(on: stage.workers) {
        try await store.line(index).map { SourceDigest(try RecordCoder().record(from: $0)) }
      }
      if let digest { note(digest, isTyped: true) }
    }
  }

  /// The sources that have a text, rising.
  var usable: [Int] { digests.values.filter { $0.failure == nil }.map(\.index).sorted() }

  /// Adds the source that a call is to fetch, where it may be fetched and is none yet.
  func begin(_ call: AgentCall) async {
    guard case .fetch(let url) = call, let key = SourceDigest.key(url), known[key] == nil,
      let link = links[key]
    else { return }
    count += 1
    known[key] = count
    var source = SourceLine(line: nil, folder: "").source(index: count, text: link.url)
    source.isLedByPublic = link.isLedByPublic
    source.isFound = !isTrusted(link.url)
    guard await !frontier.add(source) else { return }
    stage.events.publish(.queued(source.subject))
    await collect.keepUnfinished(source)
  }

  /// Whether what was typed with secrets in it was for the site of an address.
  private func isTrusted(_ url: String) -> Bool {
    guard let address = try? WebAddress(url) else { return false }
    return typed.contains { address.isTrusted(withSecretsOf: $0) }
  }

  /// Does what a call asks for, in at most about so many tokens.
  ///
  /// What goes wrong is said in the result; a task that is cancelled gets one soon.
  func use(_ call: AgentCall, tokens: Int) async -> AgentResult {
    do {
      switch call {
      case .sources: return listing(tokens: tokens)
      case .search(let query): return try await search(query, tokens: tokens)
      case .read(let source, let from): return try await read(source, from: from, tokens: tokens)
      case .fetch(let url): return try await fetch(url, tokens: tokens)
      }
    } catch {
      return .failure("That could not be done: the records cannot be read.")
    }
  }

  private func fetch(_ url: String, tokens: Int) async throws -> AgentResult {
    guard let key = SourceDigest.key(url) else {
      return .failure("That is no address of a page: fetch needs https://… or http://….")
    }
    guard let index = known[key] else {
      return .failure(
        "That address was not fetched: it was not given, and stands as a link in no source. "
          + "Use an address exactly as read shows it under Links."
      )
    }
    guard try await noteEnds(to: index), let digest = digests[index],
      let record = try await record(index)
    else { return Self.ending }
    if let original = digest.original, original != index {
      return try await read(original, from: 0, tokens: tokens)
    }
    if let failure = digest.failed { return failure }
    let language = digest.language.map { ", language \($0)" } ?? ""
    let lead = "It is source \(index): \(digest.words) words\(language). It begins so. "
    return await perform(on: stage.workers) {
      SourceReading(record, tokens: tokens, lead: lead).result
    }
  }

  /// Takes note of all sources up to one when they have ended; false where the run is being ended.
  ///
  /// In the order of their numbers, as of two that end at one address the report keeps the first.
  /// Those before it were asked for in the same turn, which waits for them all.
  private func noteEnds(to last: Int) async throws -> Bool {
    for index in 1..<(last + 1) where digests[index] == nil {
      guard await ends.reached(index) else { return false }
      guard let record = try await record(index) else { continue }
      let digest = await perform(on: stage.workers) { SourceDigest(record) }
      if digests[index] == nil { note(digest, isTyped: false) }
    }
    return true
  }

  private func read(_ index: Int, from: Int, tokens: Int) async throws -> AgentResult {
    guard let digest = digests[index] else {
      return .failure("There is no source \(index). The tool sources lists them.")
    }
    if let original = digest.original, original != index {
      return .failure("Source \(index) is the same as source \(original). Read that.")
    }
    if let failure = digest.failed { return failure }
    guard let record = try await record(index) else { return Self.ending }
    return await perform(on: stage.workers) {
      SourceReading(record, from: from, tokens: tokens).result
    }
  }

  /// The record of a source that has ended.
  func record(_ index: Int) async throws -> Record? {
    guard let line = try await store.line(index) else { return nil }
    return try await perform(on: stage.workers) { try RecordCoder().record(from: line) }
  }

  private static let ending = AgentResult.failure("The run is being ended: answer now.")

  private func note(_ ended: SourceDigest, isTyped: Bool) {
    var digest = ended
    if let end = digest.end {
      if let first = firsts[end] {
        digest = digest.copying(first)
      } else {
        firsts[end] = digest.index
      }
    }
    digests[digest.index] = digest
    for key in digest.keys where known[key] == nil { known[key] = digest.original ?? digest.index }
    if isTyped, let address = digest.address.flatMap({ try? WebAddress($0) }) {
      typed.append(address)
    }
    for link in digest.links {
      // One source from which a private address may be reached is enough.
      links[link.key]?.isLedByPublic = digest.isPublic && links[link.key]?.isLedByPublic ?? true
      guard links[link.key] == nil, links.count < Self.mostLinks else { continue }
      links[link.key] = Link(url: link.url, isLedByPublic: digest.isPublic)
    }
  }
}
