import TestSupport
import Testing

/// HTTP/2 against a real server.
struct HTTP2Tests {
  private static func run(
    _ server: Nginx,
    _ certificates: Certificates,
    _ paths: [String],
    _ options: [String] = []
  ) async throws -> [JSON] {
    let words =
      ["fetch", "-qq", "--robots", "ignore", "--cacert", certificates.authority] + options
      + paths.map { "https://localhost:\(server.port)\($0)" }
    return try JSON.lines(await (try Program.start(words)).result().text)
  }

  private static let page = "return 200 '<p>Some words of a page.'"

  @Test func `fetches the pages of a host over the connections of the first ones`() async throws {
    let certificates = try await Certificates()
    let server = try await Nginx(certificates, "location / { \(Self.page); }")
    defer { server.stop() }
    let paths = (1...30).map { "/\($0)" }
    let records = try await Self.run(server, certificates, paths)
    #expect(records.count == 30 && records.allSatisfy { $0["outcome"] == "used" })
    let requests = try server.requests.map { $0.split(separator: " ") }
    #expect(requests.count == 30 && requests.allSatisfy { $0[1] == "HTTP/2.0" })
    // Those that begin together do not wait for each other's handshake; who comes later finds room.
    #expect(Set(requests.map { $0[0] }).count <= 6)
  }

  @Test func `names a stream that is reset, and harms no other`() async throws {
    let site = try LocalSite.start(["/cut": .short("<p>some words", announced: 5_000)])
    let certificates = try await Certificates()
    let server = try await Nginx(
      certificates,
      """
      location / { \(Self.page); }
      location /none { return 444; }
      location /cut { proxy_pass http://127.0.0.1:\(site.port); }
      """
    )
    defer {
      site.stop()
      server.stop()
    }
    let paths = ["/1", "/cut", "/2", "/none", "/3"]
    let records = try await Self.run(server, certificates, paths, ["--retry", "1"])
    let kinds = records.map { $0["error"]?["kind"]?.text ?? "" }
    #expect(kinds == ["", "reset", "", "reset", ""])
    let cut = try #require(records.dropFirst().first)
    #expect(cut["attempts"]?.int == 2)
    let message = cut["error"]?["message"]?.text ?? ""
    #expect(message.contains("HTTP/2 stream was not closed cleanly"), "\(message)")
  }

  @Test func `goes on where many bodies wait for the byte budget`() async throws {
    let certificates = try await Certificates()
    let site = try LocalSite.start(["/big": .bytes([UInt8](repeating: 65, count: 600_000))])
    let server = try await Nginx(
      certificates,
      "location / { rewrite ^ /big break; proxy_pass http://127.0.0.1:\(site.port); }"
    )
    defer {
      site.stop()
      server.stop()
    }
    let options = ["--max-buffered", "300k", "--host-concurrency", "0"]
    let records = try await Self.run(server, certificates, (1...40).map { "/\($0)" }, options)
    #expect(records.count == 40)
    let odd = records.filter { $0["bytes"]?.int != 600_000 }
    #expect(odd.isEmpty, "\(odd.map { "\($0)" }.prefix(2))")
  }
}
