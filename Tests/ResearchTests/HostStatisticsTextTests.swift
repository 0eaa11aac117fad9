@testable import ResearchCore
import TestSupport
import Testing

@testable import research

struct HostStatisticsTextTests {
  private static func hosts(_ count: Int) -> [HostStatistics] {
    (0..<count).map { HostStatistics(host: "https://h\($0).test:443") }
  }

  @Test func `has fifty hosts, and all of them where detail is asked for`() {
    let hosts =
      Self.hosts(60) + [HostStatistics(host: HostStatistics.others)]
      + [HostStatistics(host: HostStatistics.documents)]
    let few = HostStatisticsText(hosts, isWhole: false).lines.filter { !$0.isEmpty }
    #expect(few.count == 2 + 50 + 2)
    #expect(few[2].hasPrefix("| https://h0.test "))
    #expect(few[52].hasPrefix("| other hosts ") && few[53].hasPrefix("| saved documents "))
    #expect(HostStatisticsText(hosts, isWhole: true).lines.filter { !$0.isEmpty }.count == 2 + 62)
    #expect(HostStatisticsText([], isWhole: true).lines.isEmpty)
  }

  @Test func `keeps its columns, however long a name is`() {
    let name = "http://" + String(repeating: "x", count: 200) + ".test:80"
    let lines = HostStatisticsText([HostStatistics(host: name)] + Self.hosts(1), isWhole: true)
      .lines
    #expect(Set(lines.filter { !$0.isEmpty }.map(\.count)).count == 1)
    #expect(lines.allSatisfy { $0.count < 100 } && lines.contains { $0.contains("x…") })
  }

  @Test func `no host speaks to the terminal`() throws {
    var statistics = Statistics()
    let subject = Event.Subject(index: 1, source: "s", attempt: 1)
    let host = "http://\u{1b}[2J\n\u{202e}.test:80"
    statistics.fold(.began(.fetch, subject, host: host))
    let kind = Event.Kind.ended(counts: OutcomeCounts(), exit: 0, statistics: statistics)
    let log = LogLine(.everything, tellsHosts: true)
    let text = try #require(log.text(for: Event(id: 1, time: 0, elapsed: 0, kind: kind)))
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("| http") })
    #expect(row.contains("http://\u{fffd}[2J \u{fffd}.test"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202e}" })
  }

  @Test(arguments: [["run"], ["fetch"], ["extract"], ["summarise"]])
  func `tells every host that was asked`(command: [String]) async throws {
    let sites = [try SavedPage.site(3), try SavedPage.site(3)]
    defer { for site in sites { site.stop() } }
    let pages = [sites[0].url("/1"), sites[1].url("/1"), sites[1].url("/2"), sites[1].url("/none")]
    let run = try await Program.start(command + ["--host-stats", "-j", "1"] + pages).result()
    let rows = run.log.split(separator: "\n").filter { $0.hasPrefix("| http") }.map(Self.cells)
    #expect(
      rows.map { $0[0] } == [
        "http://127.0.0.1:\(sites[1].port)", "http://127.0.0.1:\(sites[0].port)",
      ]
    )
    #expect(rows.map { $0[1...3] } == [["3", "2", "1"], ["1", "1", ""]])
    #expect(run.log.split(separator: "\n").last?.contains(" ended ") == true)
  }

  @Test(
    arguments: [
      (["-q"], true), (["-qq"], false), ([], true), (["-v"], true), (["--log-format=json"], false),
    ] as [([String], Bool)]
  )
  func `an option that was typed weighs more than quiet`(options: [String], isTold: Bool)
    async throws
  {
    let run = try await Program.start(options + ["--host-stats", Program.samples]).result()
    #expect(run.ending == .exit(0))
    #expect(run.log.contains("| saved documents |") == isTold)
  }

  @Test func `is not told unless it is asked for`() async throws {
    #expect(!(try await Program.run("-v", Program.samples).log.contains("saved documents |")))
  }

  @Test func `a variable asks for it too`() async throws {
    let run = try await Program.run(
      "-q",
      Program.samples,
      variables: ["RESEARCH_HOST_STATS": "1"]
    )
    #expect(run.log.contains("| saved documents |"))
  }

  @Test func `the last event has the statistics, and the hosts where asked`() async throws {
    let (site, folder) = (try SavedPage.site(2), try Folder())
    defer { site.stop() }
    let pages =
      ["/1", "/2", "/none"].map { site.url($0) } + ["-qq", "--retry=0", "--robots=ignore"]
    for hosts in [[], ["--host-stats"]] {
      _ = try await Program.start(pages + hosts + ["--events", folder["events"]]).result()
      let events = try JSON.lines(try folder.text("events"))
      let end = try #require(events.last)
      #expect(end["event"] == "ended")
      let statistics = try #require(end["statistics"])
      #expect(statistics["requests"]?.int == 3 && statistics["successful"]?.int == 2)
      #expect(statistics["failed"]?.int == 1 && statistics["cancelled"]?.int == 0)
      #expect(statistics["latency"]?["fetch"]?["count"]?.int == 3)
      #expect(statistics["latency"]?["first_byte"]?["p99"] != nil)
      #expect(statistics["latency"]?["connect"]?["count"] == statistics["new_connections"])
      #expect((end["hosts"] == nil) == hosts.isEmpty)
      guard !hosts.isEmpty, let row = end["hosts"]?.values.first else { continue }
      #expect(row["host"]?.text == "http://127.0.0.1:\(site.port)")
      for field in ["requests", "successful", "failed", "cancelled", "bytes", "reused_connections"]
      {
        #expect(row[field] == statistics[field])
      }
    }
  }

  @Test func `what a signal cuts off is cancelled, and the sums hold`() async throws {
    let (site, folder) = (try SavedPage.site(3), try Folder())
    defer { site.stop() }
    for path in ["/2", "/3"] { site.hold(path) }
    let child = try Program.start(
      (1...3).map { site.url("/\($0)") } + ["--drain-timeout=1h", "--events", folder["events"]]
    )
    for path in ["/2", "/3"] { await site.arrived(path) }
    #expect(await child.wrote("summarised   1", to: .errors))
    child.send(2)
    #expect(await child.wrote("draining", to: .errors))
    child.send(2)
    let result = await child.result()
    #expect(result.log.contains("3 requests: 1 successful, 2 cancelled; "))
    let end = try #require(try JSON.lines(try folder.text("events")).last)
    let counts = ["requests", "successful", "failed", "cancelled"].map {
      end["statistics"]?[$0]?.int
    }
    #expect(counts == [3, 1, 0, 2])
  }

  private static func cells(_ row: Substring) -> [String] {
    row.split(separator: "|").map { $0.filter { $0 != " " } }
  }
}
