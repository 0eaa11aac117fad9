import FoundationEssentials
import Testing

@testable import ResearchCore

struct ExerciseJSONTests {
  @Test func `writes one row by the schema`() throws {
    var results = ExerciseResults([.calls], scale: 0.5)
    results.note(ExerciseFixture.outcome(of: results.rows[1].plan, times: 1.01), of: 1)
    let text = try ExerciseJSON(results).text()
    #expect(
      text.contains(
        """
                {
                  "count" : 2,
                  "cpu_seconds" : 0.25,
                  "difference_percent" : 1,
                  "failed" : 0,
                  "name" : "two calls, at once",
                  "peak_memory_bytes" : 18000000,
                  "predicted_seconds" : 2.5,
                  "seconds" : 2.525,
                  "spans" : [
                    {
                      "end" : 2.5,
                      "index" : 1,
                      "start" : 0,
                      "step" : "fetch"
                    },
                    {
                      "end" : 2.5,
                      "index" : 2,
                      "start" : 0,
                      "step" : "fetch"
                    }
                  ],
                  "state" : "measured",
                  "tutorial" : {
                    "right" : true,
                    "seconds" : 5
                  }
                }
        """
      )
    )
    #expect(text.contains("\"state\" : \"not_run\"") && text.contains("\"complete\" : false"))
    #expect(text.contains("\"scale\" : 0.5") && text.hasSuffix("}\n"))
  }

  @Test func `rounds all seconds to microseconds`() throws {
    var results = ExerciseResults([.crowd])
    var measurement = ExerciseMeasurement(seconds: 1.00000049)
    measurement.latency = Percentiles(of: [0.12345678901])
    let usage = ExerciseRow.Usage(peakMemory: 1, cpu: 0.2500001)
    results.note(.measured(measurement, usage), of: 1)
    let text = try ExerciseJSON(results).text()
    for name in ["p50", "p95", "p99"] {
      #expect(
        text.contains("\"\(name)\" : 0.123457\n") || text.contains("\"\(name)\" : 0.123457,\n")
      )
    }
    #expect(text.contains("\"cpu_seconds\" : 0.25,\n") && text.contains("\"seconds\" : 1,\n"))
  }

  @Test func `compares what is incomplete to nothing`() throws {
    var results = ExerciseResults([.crowd])
    results.note(ExerciseFixture.outcome(of: results.rows[1].plan, failed: 999), of: 1)
    let text = try ExerciseJSON(results).text()
    #expect(text.contains("\"state\" : \"incomplete\"") && text.contains("\"failed\" : 999"))
    #expect(!text.contains("\"difference_percent\"") && !text.contains("\"calls_per_second\""))
    // Its cells for the difference and the rate are empty in all rows, so that both columns go.
    let table = ExerciseMarkdown(results).text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(table.first?.contains("off by") == false && table.first?.contains("calls/s") == false)
    #expect(table.contains { $0.hasPrefix("| 10 threads      |        200.0 |  incomplete |") })
  }

  @Test func `has these fields`() throws {
    let text = try ExerciseJSON(ExerciseFixture.measured(Experiment.allCases)).text()
    let found = try Self.names(in: text)
    #expect(
      found == [
        "version", "scale", "complete", "tables", "memory_costs", "id", "title", "introduction",
        "remark", "rows", "gains", "name", "state", "count", "predicted_seconds",
        "predicted_calls_per_second", "seconds", "difference_percent", "calls_per_second", "failed",
        "most_at_once", "latency", "p50", "p95", "p99", "peak_memory_bytes", "cpu_seconds",
        "tutorial", "right", "objection", "spans", "index", "step", "start", "end", "from", "to",
        "saved_percent", "speed_up", "carrier", "bytes", "more", "fewer", "difference",
      ]
    )
    #expect(text.contains("\"id\" : \"X7\"") && text.contains("\"complete\" : true"))
  }

  /// The names of all fields of a text of JSON, at whatever depth.
  private static func names(in text: String) throws -> Set<String> {
    // A string is followed by a colon only where it is a name.
    Set(
      text.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: "\" : ")
        return parts.count > 1 ? String(parts[0].drop { $0 == " " }.dropFirst()) : nil
      }
    )
  }
}
