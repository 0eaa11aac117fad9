import ResearchCore
import Testing

@testable import research

struct QuantityTests {
  @Test(arguments: [
    (0, "0 ms"), (0.371, "371 ms"), (0.9996, "1 s"), (1.94, "1.9 s"), (99.96, "1 min 40 s"),
    (125, "2 min 5 s"),
  ])
  func `tells times`(_ seconds: Double, _ text: String) {
    #expect(Quantity.time(seconds) == text)
  }

  @Test(arguments: [(512, "512 B"), (41_200, "41 kB"), (3_100_000, "3.1 MB"), (0, "0 B")])
  func `tells sizes`(_ bytes: Int, _ text: String) {
    #expect(Quantity.size(bytes) == text)
  }

  @Test(arguments: [
    (0, "0 words"), (1, "1 word"), (1_240, "1,240 words"), (1_002_003, "1,002,003 words"),
  ])
  func `counts`(_ count: Int, _ text: String) {
    #expect(count.counting("word") == text)
  }
}
