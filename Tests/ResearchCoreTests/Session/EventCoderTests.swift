import FoundationEssentials
import Summarisation
import Testing

@testable import ResearchCore

@Suite struct EventCoderTests {
  private static let subject = Event.Subject(index: 4, source: "http://a.test/", attempt: 2)

  struct Case: Sendable, CustomTestStringConvertible {
    var kind: Event.Kind
    var json: String
    var testDescription: String { json }
  }

  private static let usage = TokenUsage(promptTokens: 5, completionTokens: 6)
  private static let one = #""index":4,"#
  static let cases: [Case] = [
    Case(
      kind: .started(sources: 3, options: ["last_step": "fetch"]),
      json: #""event":"started","id":17,"options":{"last_step":"fetch"},"sources":3"#
    ),
    Case(
      kind: .queued(subject),
      json:
        #""attempt":2,"elapsed":1.5,"event":"queued","id":17,"index":4,"source":"http://a.test/""#
    ),
    Case(
      kind: .began(.fetch, subject, host: "http://a.test:80"),
      json: #""event":"fetching","host":"http://a.test:80","id":17,"index":4"#
    ),
    Case(
      kind: .began(.extract, subject, host: nil),
      json: #""event":"extracting","id":17,"index":4"#
    ),
    Case(kind: .began(.summarise, subject, host: nil), json: #""event":"summarising","id":17"#),
    Case(
      kind: .fetched(
        subject,
        .init(status: 200, finalURL: "u", bytes: 9, contentType: "t", isReused: true, seconds: 0.25)
      ),
      json:
        #""attempt":2,"bytes":9,"content_type":"t","elapsed":1.5,"event":"fetched","final_url":"u","id":17,"index":4,"reused":true,"seconds":0.25,"source":"http://a.test/","status":200"#
    ),
    Case(
      kind: .extracted(subject, .init(words: 7, language: "en", title: "T", seconds: 1)),
      json:
        #""event":"extracted","id":17,"index":4,"language":"en","seconds":1,"source":"http://a.test/","#
    ),
    Case(
      kind: .authored(
        .init(model: "m", sentences: 2, usage: usage, error: nil, seconds: 3)
      ),
      json: #""event":"authored","id":17,"model":"m","seconds":3,"sentences":2"#
    ),
    Case(
      kind: .summarised(subject, .init(sentences: 3, model: "m", usage: usage, seconds: 1)),
      json: #""usage":{"completion_tokens":6,"prompt_tokens":5}"#
    ),
    Case(
      kind: .summarised(
        subject,
        .init(sentences: 3, model: nil, error: Failure(.budget, "spent"), seconds: 1)
      ),
      json:
        #""error":{"kind":"budget","message":"spent","retryable":false},"event":"summarised","id":17"#
    ),
    Case(
      kind: .degraded(Failure(.model, "away")),
      json:
        #""error":{"kind":"model","message":"away","retryable":false},"event":"degraded","id":17"#
    ),
    Case(
      kind: .summarised(subject, .init(sentences: 3, model: nil, seconds: 1)),
      json: #""event":"summarised","id":17,"index":4,"seconds":1,"sentences":3"#
    ),
    Case(
      kind: .waiting(
        subject,
        .init(reason: .retry, seconds: 2, error: Failure(.timeout, "slow", isRetryable: true))
      ),
      json:
        #""error":{"kind":"timeout","message":"slow","retryable":true},"event":"waiting","id":17,"index":4,"reason":"retry","seconds":2"#
    ),
    Case(
      kind: .delayed(
        .init(
          ChatWait(
            reason: .retry(.refused(endpoint: "h", status: 500, reason: "no")),
            duration: .seconds(2),
            attempt: 1
          ),
          model: "m"
        )
      ),
      json: #""event":"waiting","id":17,"model":"m","reason":"retry","seconds":2"#
    ),
    Case(
      kind: .delayed(
        .init(ChatWait(reason: .rate, duration: .milliseconds(1_500), attempt: 3), model: "m")
      ),
      json:
        #""attempt":3,"elapsed":1.5,"event":"waiting","id":17,"model":"m","reason":"rate","seconds":1.5"#
    ),
    Case(
      kind: .settled(
        .duplicate,
        subject,
        .init(error: nil, duplicateOf: 1, step: nil, attempts: 0, seconds: 0)
      ),
      json:
        #""attempts":0,"duplicate_of":1,"elapsed":1.5,"event":"duplicate","id":17,"index":4,"seconds":0"#
    ),
    Case(
      kind: .progress(Progress()),
      json: #""bytes":0,"elapsed":1.5,"event":"progress","extract":{"done":0,"total":0}"#
    ),
    Case(kind: .combining(sources: 2), json: #""event":"combining","id":17,"sources":2"#),
    Case(
      kind: .combined(sources: 2, findings: 5, seconds: 1),
      json: #""event":"combined","findings":5,"id":17,"seconds":1,"sources":2"#
    ),
    Case(kind: .draining(reason: "SIGINT"), json: #""event":"draining","id":17,"reason":"SIGINT""#),
    Case(kind: .cancelled(reason: "x"), json: #""event":"cancelled","id":17,"reason":"x""#),
    Case(
      kind: .ended(counts: OutcomeCounts(), exit: 3, statistics: Statistics()),
      json: #""event":"ended","exit":3,"id":17,"outcome":{"#
    ),
    Case(
      kind: .fetched(subject, .init(bytes: 9, seconds: 2, timings: timings)),
      json:
        #""connect":0.25,"elapsed":1.5,"event":"fetched","first_byte":0.5,"id":17,"index":4,"queued":0.125,"seconds":2,"source":"http://a.test/","time""#
    ),
    Case(
      kind: .waiting(subject, .init(reason: .retry, seconds: 2, took: 7, timings: timings)),
      json:
        #""queued":0.125,"reason":"retry","seconds":2,"source":"http://a.test/","time":"2026-11-21T10:43:08.250Z","took":7,"transfer":1,"#
    ),
    Case(
      kind: .settled(
        .failed,
        subject,
        .init(step: .fetch, took: 7, attempts: 2, seconds: 7, timings: timings)
      ),
      json:
        #""attempts":2,"connect":0.25,"elapsed":1.5,"event":"failed","first_byte":0.5,"id":17,"index":4,"queued":0.125,"seconds":7,"#
    ),
    Case(kind: .progress(Progress(open: 3)), json: #""id":17,"open":3,"#),
  ]

  private static let timings: FetchTimings = {
    var timings = FetchTimings()
    (timings.queued, timings.connect) = (0.125, 0.25)
    (timings.firstByte, timings.transfer) = (0.5, 1)
    return timings
  }()

  @Test(arguments: cases)
  func `writes each event as the contract has it`(event: Case) throws {
    let told = Event(id: 17, time: 1_795_257_788.25, elapsed: 1.5, kind: event.kind)
    let line = try EventCoder().line(for: told)
    let text = String(decoding: line, as: UTF8.self)
    #expect(text.contains(event.json), "\(text)")
    #expect(text.contains(#""time":"2026-11-21T10:43:08.250Z","#), "\(text)")
    #expect(text.contains(#""version":1"#), "\(text)")
    #expect(line.last == 10)
    #expect(line.filter { $0 == 10 }.count == 1)
  }
}
