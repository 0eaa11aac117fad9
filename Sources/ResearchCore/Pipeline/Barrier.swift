/// Holds what a stage has done until all of it is done, then lets it pass.
///
/// Failures go past it, so that those which come again come in time.
actor Barrier<Value: Sendable> {
  private let frontier: Frontier
  private var held: [Item<Value>] = []
  private var isOpen = false

  /// A closed barrier, for as long as `frontier` admits items that have not arrived.
  init(_ frontier: Frontier) {
    self.frontier = frontier
  }

  /// Passes on every item, the first one when all have come; finishes the output with the input.
  ///
  /// When the task is cancelled, what is held stays behind.
  func run(_ input: Flow<Value>, into output: Flow<Value>.Continuation) async {
    let (id, opening) = await frontier.addBarrier()
    await withDiscardingTaskGroup { group in
      group.addTask {
        for await _ in opening {}
        await self.open(into: output)
      }
      for await item in input {
        guard !item.hasFailed, !isOpen else {
          output.pass(item)
          continue
        }
        held.append(item)
        await frontier.arrived(at: id)
      }
      group.cancelAll()
    }
    output.finish()
  }

  private func open(into output: Flow<Value>.Continuation) {
    guard !Task.isCancelled else { return }
    isOpen = true
    for item in held { output.pass(item) }
    held = []
  }
}

/// The frontier's side of the barriers: how much each one holds.
struct BarrierGates {
  private struct Gate {
    var held = 0
    let opened: AsyncStream<Void>.Continuation
  }

  private var gates: [Gate] = []

  /// One closed gate more, and the stream that finishes when it opens.
  mutating func add() -> (id: Int, opening: AsyncStream<Void>) {
    let (opening, opened) = AsyncStream.makeStream(of: Void.self)
    gates.append(Gate(opened: opened))
    return (gates.count - 1, opening)
  }

  /// One item more is held at a gate.
  mutating func arrived(at id: Int) {
    gates[id].held += 1
  }

  /// Opens the gates that hold all of `count` items; an open one stays open.
  func openThose(holding count: Int) {
    for gate in gates where gate.held >= count { gate.opened.finish() }
  }
}
