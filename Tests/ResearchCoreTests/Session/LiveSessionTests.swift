import FlowControl
import Glibc
import TestSupport
import Testing

@testable import ResearchCore

/// A session over real sockets and files.
@Suite struct LiveSessionTests {
  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.fetching.timeout = .seconds(3600)
    configuration.fetching.retries = 1
    return configuration
  }

  private static func records(of session: Session) async throws -> [Record] {
    var records: [Record] = []
    for index in await session.recordIndices {
      if let record = try await session.record(index) { records.append(record) }
    }
    return records
  }

  @Test func `takes a mixed list to its records`() async throws {
    let folder = TemporaryFolder()
    let site = try LocalSite.start()
    defer { site.stop() }
    site.answer("/fine", .text(VirtualSession.page("fine")))
    site.answer(
      "/throttled",
      .tooManyRequests(retryAfter: "0"),
      .text(VirtualSession.page("throttled"))
    )
    site.answer("/old", .redirect("/fine"))
    let head = "<meta http-equiv=refresh content='0; url=/target'>"
    site.answer("/refresh", .text(VirtualSession.page("refresh", head: head)))
    site.answer("/target", .text(VirtualSession.page("target")))
    folder.write(VirtualSession.page("saved"), to: "saved.html")
    let lines = ["/fine", "/missing", "/throttled", "/old", "/refresh"].map { site.url($0) }
    let list = folder.write(
      "# a list\n" + lines.joined(separator: "\r\n") + "\nlow saved.html\nnonsense\n",
      to: "list"
    )
    let session = try Session(Self.configuration())
    let counts = try await session.run([.list(path: list)])
    let records = try await Self.records(of: session)
    #expect(counts.total == 7)
    #expect(
      records.map(\.outcome) == [.used, .failed, .used, .used, .used, .used, .failed]
    )
    #expect(records.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
    #expect(records.map(\.attempts) == [1, 1, 2, 1, 2, 1, nil])
    #expect(records[1].error?.status == 404)
    #expect(records[3].finalURL == site.url("/fine"))
    #expect(records[4].finalURL == site.url("/target"))
    #expect(records[5].finalURL == folder.file("saved.html"))
    #expect(records[5].text?.contains("saved 1.") == true)
    #expect(records[6].error?.kind == .invalidURL)
    #expect(records.prefix(1).allSatisfy { $0.summary?.isEmpty == false })
    #expect(try await session.report().contains("fine"))
  }

  @Test(arguments: ["127.0.0.1", "127.0.0.2"])
  func `a refresh takes the user's headers to no other origin`(host: String) async throws {
    let site = try LocalSite.start()
    let other = try LocalSite.start(host: host, ["/next": .text(VirtualSession.page("next"))])
    defer {
      site.stop()
      other.stop()
    }
    for (path, target) in [("/away", other.url("/next")), ("/here", "/target")] {
      let head = "<meta http-equiv=refresh content='0; url=\(target)'>"
      site.answer(path, .text(VirtualSession.page("page", head: head)))
    }
    site.answer("/target", .text(VirtualSession.page("target")))
    var configuration = Self.configuration()
    configuration.fetching.headers = ["Authorization: Bearer t", "Cookie: c=1", "X-Key: k"]
    let session = try Session(configuration)
    let counts = try await session.run(["/away", "/here"].map { .source(site.url($0)) })
    #expect(counts.used == 2)
    let names = ["Authorization", "Cookie", "X-Key"]
    #expect(site.requests.count == 3)
    #expect(site.requests.allSatisfy { names.compactMap($0.header).count == 3 })
    #expect(other.requests.count == 1)
    #expect(other.requests.allSatisfy { names.compactMap($0.header).isEmpty })
  }

  @Test func `a list that others have sent reaches public addresses only`() async throws {
    let site = try LocalSite.start(["/": .text(VirtualSession.page("page"))])
    defer { site.stop() }
    var configuration = Self.configuration()
    configuration.fetching.reach = .publicOnly
    let refused = try Session(configuration)
    #expect(try await refused.run([.source(site.url("/"))]).failed == 1)
    #expect(site.statistics.connections == 0)
    configuration.fetching.allowsPrivate = true
    let allowed = try Session(configuration)
    #expect(try await allowed.run([.source(site.url("/"))]).used == 1)
  }

  @Test func `name and password stay with their origin over a refresh`() async throws {
    let site = try LocalSite.start(["/next": .text(VirtualSession.page("next"))])
    defer { site.stop() }
    let head = "<meta http-equiv=refresh content='0; url=/next'>"
    site.answer("/", .text(VirtualSession.page("page", head: head)))
    let session = try Session(Self.configuration())
    #expect(try await session.run([.source("http://me:pw@\(site.host):\(site.port)/")]).used == 1)
    #expect(site.requests.count == 2)
    #expect(site.requests.allSatisfy { $0.header("Authorization") != nil })
  }

  @Test func `a refresh takes the credentials of an address to no other origin`() async throws {
    let site = try LocalSite.start()
    let other = try LocalSite.start(["/next": .text(VirtualSession.page("next"))])
    defer {
      site.stop()
      other.stop()
    }
    let head = "<meta http-equiv=refresh content='0; url=\(other.url("/next"))'>"
    site.answer("/away", .text(VirtualSession.page("page", head: head)))
    let session = try Session(Self.configuration())
    let typed = "http://me:secret@\(site.host):\(site.port)/away"
    #expect(try await session.run([.source(typed)]).used == 1)
    #expect(site.requests.first?.header("Authorization") != nil)
    #expect(other.requests.map { $0.header("Authorization") } == [nil])
  }

  @Test func `a drain lets what is in flight complete`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    site.answer("/slow", .text(VirtualSession.page("slow")))
    site.hold("/slow")
    var configuration = Self.configuration()
    configuration.fetching.maxConcurrency = 1
    configuration.drainTimeout = .seconds(600)
    let session = try Session(configuration)
    let urls = ["/slow", "/never", "/neither"].map { SourceInput.source(site.url($0)) }
    let counts = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        await site.arrived("/slow")
        await session.drain(reason: "a test")
        site.release("/slow")
      }
      return try await session.run(urls)
    }
    #expect(counts.used == 1)
    #expect(counts.unfinished == 2)
    #expect(site.requests.map(\.path) == ["/slow"])
  }

  @Test func `a cancel closes what is in flight`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    site.hold("/slow")
    let session = try Session(Self.configuration())
    let counts = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        await site.arrived("/slow")
        await session.cancel(reason: "a test")
      }
      return try await session.run([.source(site.url("/slow"))])
    }
    #expect(counts.unfinished == 1)
    await site.reached { $0.abandoned == 1 || $0.closed == 1 }
  }

  @Test func `a list on a silent pipe starts at once and can be drained`() async throws {
    let folder = TemporaryFolder()
    let site = try LocalSite.start(["/fine": .text(VirtualSession.page("fine"))])
    defer { site.stop() }
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let writer = open(path, O_RDWR | O_CLOEXEC)
    defer { close(writer) }
    let text = Array("\(site.url("/fine"))\n\(site.url("/missing"))\n".utf8)
    #expect(write(writer, text, text.count) == text.count)
    let session = try Session(Self.configuration())
    let events = session.events()
    let counts = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        var ended = 0
        for await event in events {
          if case .settled = event.kind { ended += 1 }
          if ended == 2 { break }
        }
        await session.drain(reason: "a test")
      }
      return try await session.run([.list(path: path)])
    }
    #expect(counts.used == 1)
    #expect(counts.failed == 1)
    #expect(counts.total == 2)
  }

  @Test func `every one of twenty thousand lines of junk is a failure`() async throws {
    let folder = TemporaryFolder()
    let list = folder.write((1...20_000).map { "junk \($0)\n" }.joined(), to: "list")
    let session = try Session(Self.configuration())
    let counts = try await session.run([.list(path: list)])
    #expect(counts.failed == 20_000)
    #expect(try await session.record(20_000)?.line == 20_000)
  }

  @Test func `a cancelled task leaves no task behind`() async throws {
    let site = try LocalSite.start()
    defer { site.stop() }
    site.hold("/slow")
    let session = try Session(Self.configuration())
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        // Whether it throws or returns depends on what the cancel meets first.
        _ = try? await session.run([.source(site.url("/slow"))])
      }
      await site.arrived("/slow")
      group.cancelAll()
    }
    await site.reached { $0.abandoned == 1 || $0.closed == 1 }
  }
}
