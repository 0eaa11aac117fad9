import Fetching
import Testing

@testable import ResearchCore

struct RobotsMemoryTests {
  /// A file whose rules take about a kilobyte.
  private static func file(_ number: Int) -> RobotsFile {
    let path = "/" + String(repeating: "\(number % 10)", count: 1_000)
    return RobotsFile(Array("User-agent: *\nDisallow: \(path)".utf8), for: "research")
  }

  private static func isKnown(_ state: RobotsMemory.State?) -> Bool {
    if case .known = state { true } else { false }
  }

  @Test func `keeps the rules of thousands of origins in bounded memory`() {
    var memory = RobotsMemory(capacity: 100_000)
    for number in 1...20_000 { memory.note(.known(Self.file(number)), of: "http://h\(number)") }
    #expect(memory.size <= 100_000 && memory.count <= 100)
    #expect(Self.isKnown(memory.look(up: "http://h20000")))
    #expect(memory.look(up: "http://h1") == nil)
  }

  @Test func `forgets first what is not used`() {
    var memory = RobotsMemory(capacity: 10_000)
    memory.note(.known(Self.file(0)), of: "http://used")
    for number in 1...100 {
      #expect(Self.isKnown(memory.look(up: "http://used")))
      memory.note(.known(Self.file(number)), of: "http://h\(number)")
    }
    #expect(!Self.isKnown(memory.look(up: "http://h50")))
  }

  @Test func `keeps the rules that came last, however large they are`() {
    var memory = RobotsMemory(capacity: 10)
    memory.note(.known(Self.file(1)), of: "http://a")
    #expect(Self.isKnown(memory.look(up: "http://a")))
    memory.note(.known(Self.file(2)), of: "http://b")
    #expect(memory.look(up: "http://a") == nil && Self.isKnown(memory.look(up: "http://b")))
  }

  @Test func `remembers for good where there is nothing to keep`() {
    var memory = RobotsMemory(capacity: 1_000)
    for number in 1...1_000 { memory.note(.known(.empty), of: "http://h\(number)") }
    memory.note(.refused(Failure(.connect, "a test")), of: "http://dead")
    for number in 1...10 { memory.note(.known(Self.file(number)), of: "http://r\(number)") }
    #expect(Self.isKnown(memory.look(up: "http://h1")) && memory.count <= 1_002)
    guard case .refused = memory.look(up: "http://dead") else {
      Issue.record("it was forgotten")
      return
    }
  }

  @Test func `an origin goes from one state to the next`() {
    var memory = RobotsMemory()
    #expect(memory.look(up: "http://h") == nil)
    memory.note(.asking(failures: 0), of: "http://h")
    memory.note(.failing(failures: 1, until: .seconds(3)), of: "http://h")
    guard case .failing(1, .seconds(3)) = memory.look(up: "http://h") else {
      Issue.record("it is in another state")
      return
    }
    memory.note(nil, of: "http://h")
    #expect(memory.look(up: "http://h") == nil && memory.count == 0 && memory.size == 0)
  }
}
