import Testing

@testable import FlowControl

/// 22 November 2026, 16:10:22.
private let now = 1_795_363_822.0

@Suite struct RateResetTests {
  private func wait(_ headers: [String: String], isOfLimits: Bool = true) -> Duration? {
    RateReset.wait(now: now, isOfLimits: isOfLimits) { headers[$0] }
  }

  @Test(arguments: [
    ("1s", Duration.seconds(1)), ("6m0s", .seconds(360)), ("120ms", .milliseconds(120)),
    ("0.5", .milliseconds(500)), ("7", .seconds(7)), (" 7 ", .seconds(7)),
    ("2m59.56s", .milliseconds(179_560)), ("1h2m3s", .seconds(3_723)), ("1d", .seconds(86_400)),
    ("17.5s", .milliseconds(17_500)), ("900us", .milliseconds(1)), ("1795363830", .seconds(8)),
    ("1795363830000", .seconds(8)), ("1795363830.25", .milliseconds(8_250)),
    ("2026-11-22T16:10:30Z", .seconds(8)), ("2026-11-22T16:10:30.5z", .milliseconds(8_500)),
    ("2026-11-22T18:10:30+02:00", .seconds(8)), ("2026-11-22t11:10:30-05:00", .seconds(8)),
  ])
  func `reads a time in every form`(text: String, wait: Duration) {
    #expect(self.wait(["x-ratelimit-reset-requests": text]) == wait)
    #expect(self.wait(["anthropic-ratelimit-tokens-reset": text]) == wait)
  }

  @Test(arguments: [
    "", "-1", "0", "0s", "soon", "1x", "s", "1.5.5", ".", "1.", "NaN", "inf", "1e3", "9999999",
    "99999999999999999999999", "1795363800", "2026-11-22T16:10:00Z", "2026-11-22", "2026-11-22T16",
    "2026-13-22T16:10:30Z", "2026-11-22T16:10:30", "2026-11-22T16:10:30+2", "２",
    "2026-11-22T16:10:30Zs", String(repeating: "1s", count: 100_000), "1795363830000000",
  ])
  func `passes over what is none`(text: String) {
    #expect(wait(["x-ratelimit-reset": text]) == nil)
  }

  @Test(
    arguments: [
      (["retry-after-ms": "250", "retry-after": "7", "x-ratelimit-reset": "9"], 250),
      (["retry-after-ms": "-1", "retry-after": "7", "x-ratelimit-reset": "9"], 7_000),
      (["retry-after": "1.5", "x-ratelimit-reset": "9"], 1_500),
      (["retry-after": "-1", "x-ratelimit-reset": "9"], 9_000),
      (["retry-after": "Sun, 22 Nov 2026 16:10:30 GMT"], 8_000),
      (["x-ratelimit-reset-requests": "2s", "x-ratelimit-reset-tokens": "5s"], 5_000),
      (
        [
          "x-ratelimit-reset-requests": "2s", "x-ratelimit-reset-tokens": "5s",
          "x-ratelimit-remaining-requests": "0", "x-ratelimit-remaining-tokens": "10",
        ], 2_000
      ),
      (
        [
          "x-ratelimit-reset-requests": "2s", "x-ratelimit-reset-tokens": "5s",
          "x-ratelimit-remaining-requests": "0", "x-ratelimit-remaining-tokens": "0",
        ], 5_000
      ),
      (["x-ratelimit-reset-requests": "soon", "x-ratelimit-reset-tokens": "5s"], 5_000),
      (
        [
          "anthropic-ratelimit-requests-reset": "2026-11-22T16:10:24Z",
          "anthropic-ratelimit-requests-remaining": "0",
          "anthropic-ratelimit-input-tokens-reset": "2026-11-22T16:10:44Z",
          "anthropic-ratelimit-input-tokens-remaining": "900",
        ], 2_000
      ),
    ] as [([String: String], Int)]
  )
  func `obeys the one that counts`(headers: [String: String], milliseconds: Int) {
    #expect(wait(headers) == .milliseconds(milliseconds))
  }

  @Test func `takes no limit's time for an answer that was not refused by one`() {
    #expect(wait(["x-ratelimit-reset": "9"], isOfLimits: false) == nil)
    #expect(wait(["retry-after": "9"], isOfLimits: false) == .seconds(9))
    #expect(wait([:]) == nil)
  }
}
