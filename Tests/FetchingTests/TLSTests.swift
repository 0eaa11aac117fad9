import Fetching
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15)), .serialized)
struct TLSTests {
  @Test func `trusts no certificate but those it knows`() async throws {
    let certificates = try await Certificates()
    let server = try await TLSServer(certificates)
    defer { server.stop() }
    try await withFetcher { fetcher in
      await expect("tls") { try await fetcher.fetch("https://localhost:\(server.port)/") }
    }
    var configuration = FetchConfiguration()
    configuration.certificateFile = certificates.authority
    configuration.resolve = ["wrong.example:\(server.port):127.0.0.1"]
    try await withFetcher(configuration) { fetcher in
      let page = try await fetcher.fetch("https://localhost:\(server.port)/")
      #expect(page.status == 200 && page.address.isHTTPS)
      #expect(page.timings.tls > .zero)
      await expect("tls") { try await fetcher.fetch("https://wrong.example:\(server.port)/") }
      // A server of HTTPS that is asked for HTTP, which is no matter of trust.
      await #expect(throws: FetchError.self) {
        try await fetcher.fetch("http://localhost:\(server.port)/")
      }
    }
  }

  @Test(arguments: [Certificates.Kind.expired, .early, .own])
  func `trusts none that is out of its time or signed by itself`(
    kind: Certificates.Kind
  ) async throws {
    let certificates = try await Certificates()
    let server = try await TLSServer(certificates, kind)
    defer { server.stop() }
    var configuration = FetchConfiguration()
    configuration.certificateFile = certificates.authority
    try await withFetcher(configuration) { fetcher in
      await expect("tls") { try await fetcher.fetch("https://localhost:\(server.port)/") }
    }
  }

  @Test func `speaks no protocol that is broken`() async throws {
    let certificates = try await Certificates()
    let options = ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"]
    let server = try await TLSServer(certificates, options: options)
    defer { server.stop() }
    var configuration = FetchConfiguration()
    configuration.certificateFile = certificates.authority
    try await withFetcher(configuration) { fetcher in
      await expect("tls") { try await fetcher.fetch("https://localhost:\(server.port)/") }
    }
  }

  @Test func `says that a server without TLS has none`() async throws {
    try await withSite(["/": .text("x")]) { site, fetcher in
      await expect("tls") { try await fetcher.fetch("https://127.0.0.1:\(site.port)/") }
    }
  }

  @Test func `refuses a file of certificates that is not there`() {
    var configuration = FetchConfiguration()
    configuration.certificateFile = "/nonexistent/certificates.pem"
    #expect(throws: FetchError.self) { try CurlFetcher(configuration) }
  }

  @Test func `refuses a file of certificates that holds none`() async throws {
    var configuration = FetchConfiguration()
    configuration.certificateFile = "/etc/hostname"
    try await withSite([:], configuration) { site, fetcher in
      await expect("tls") { try await fetcher.fetch("https://127.0.0.1:\(site.port)/") }
    }
  }
}
