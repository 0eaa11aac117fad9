import Testing

@testable import ResearchCore

@Suite struct FindingSupportTests {
  private static let fixture = ReportFixture(records: [
    ReportFixture.used(1, "https://a.example/", text: "The harbour of Westhaven costs 40 euros."),
    ReportFixture.used(2, "https://b.example/", text: "It was opened in 1931 by the mayor."),
    ReportFixture.failed(3, "https://c.example/"),
  ])

  private static func checked(_ text: String, _ citations: [Citation]) async throws -> Finding {
    var support = FindingSupport(records: try await fixture.store())
    let finding = Finding(text: text, citations: citations, isWritten: true)
    return try await support.checked([finding])[0]
  }

  @Test func `judges a sentence by all passages that it cites`() async throws {
    let both = [Citation(source: 1, start: 0, end: 40), Citation(source: 2, start: 0, end: 35)]
    let said = "Westhaven's harbour was opened in 1931."
    let good = try await Self.checked(said, both)
    #expect(good.isSupported && good.citations == both && good.mark == nil)
    let half = try await Self.checked(said, [both[0]])
    #expect(!half.isSupported && half.mark == .unsupported)
    #expect(try await Self.checked(said, []).mark == .uncited)
  }

  @Test(
    arguments: [
      Citation(source: 1), Citation(source: 1, start: 0), Citation(source: 1, start: 0, end: 41),
      Citation(source: 3, start: 0, end: 1), Citation(source: 4, start: 0, end: 1),
      Citation(source: 1, start: -1, end: .max), Citation(source: .max, start: 1, end: 0),
    ]
  )
  func `a passage that is not there supports nothing, and has no place`(
    citation: Citation
  ) async throws {
    let right = Citation(source: 1, start: 0, end: 40)
    let said = "The harbour costs 40 euros."
    #expect(try await Self.checked(said, [right]).isSupported)
    let wrong = try await Self.checked(said, [right, citation, citation])
    #expect(!wrong.isSupported && wrong.mark == .unsupported)
    #expect(wrong.citations == [right, Citation(source: citation.source)])
  }

  @Test func `reads no more of what is cited than a judgement looks at`() async throws {
    let said = "The harbour costs 40 euros."
    let all = (0..<64).map { Citation(source: 1, start: $0 % 8, end: 40) }
    #expect(try await Self.checked(said, all).isSupported)
    let over = try await Self.checked(said, all + [Citation(source: 1, start: 9, end: 40)])
    #expect(!over.isSupported && over.citations.count == 9)
  }

  @Test(arguments: [(20_000, true), (20_001, false)])
  func `too much text supports nothing`(count: Int, isSupported: Bool) {
    let start = "The harbour costs 40 euros. "
    let text = Array((start + String(repeating: "x", count: count)).unicodeScalars)
    var passages = CitedPassages()
    passages.add(text, from: 0, to: 28)
    passages.add(text, from: 28, to: count)
    #expect((passages.texts != nil) == isSupported)
    passages.add(text, from: 0, to: 1)
    #expect(passages.texts == nil)
  }

  @Test func `ends soon after it is cancelled`() async throws {
    let store = try await Self.fixture.store()
    await withTaskGroup(of: Void.self) { group in
      group.cancelAll()
      group.addTask {
        var support = FindingSupport(records: store)
        await #expect(throws: CancellationError.self) {
          try await support.checked([Finding(text: "a", citations: [], isWritten: true)])
        }
      }
    }
  }
}
