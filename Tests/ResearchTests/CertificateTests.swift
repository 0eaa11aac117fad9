import TestSupport
import Testing

/// Servers of TLS as a user meets them.
struct CertificateTests {
  private static func record(
    _ url: String,
    _ options: [String] = [],
    variables: [String: String] = [:]
  ) async throws -> JSON {
    let words = ["fetch", "-qq", "--robots", "ignore", url] + options
    return try JSON(await (try Program.start(words, variables: variables)).result().text)
  }

  @Test func `trusts what an option or a variable names`() async throws {
    let certificates = try await Certificates()
    let server = try await TLSServer(certificates)
    defer { server.stop() }
    let url = "https://localhost:\(server.port)/"
    let authority = certificates.authority
    let variable = ["SSL_CERT_FILE": authority]
    let named = try await Self.record(url, ["--cacert", authority])
    #expect(named["outcome"] == "used" && named["status"]?.int == 200)
    #expect(try await Self.record(url, variables: variable)["outcome"] == "used")
    // The option wins.
    let other = ["--cacert", certificates.file(.own)]
    #expect(try await Self.record(url, other, variables: variable)["error"]?["kind"] == "tls")
  }

  @Test(arguments: [Certificates.Kind.valid, .expired, .early, .own])
  func `refuses a certificate at once and for good`(kind: Certificates.Kind) async throws {
    let certificates = try await Certificates()
    let server = try await TLSServer(certificates, kind)
    defer { server.stop() }
    // The one that is valid is refused for want of its authority.
    let trusted = kind == .valid ? [] : ["--cacert", certificates.authority]
    let record = try await Self.record("https://localhost:\(server.port)/", trusted)
    let error = record["error"]
    #expect(error?["kind"] == "tls" && error?["retryable"] == .bool(false))
    #expect(record["attempts"]?.int == 1 && record["status"] == nil)
  }

  @Test func `refuses a certificate of another host`() async throws {
    let certificates = try await Certificates()
    let server = try await TLSServer(certificates)
    defer { server.stop() }
    let options = [
      "--cacert", certificates.authority, "--resolve", "other.test:\(server.port):127.0.0.1",
    ]
    let record = try await Self.record("https://other.test:\(server.port)/", options)
    #expect(record["error"]?["kind"] == "tls" && record["attempts"]?.int == 1)
  }

  @Test func `speaks no protocol that is broken`() async throws {
    let certificates = try await Certificates()
    let options = ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"]
    let server = try await TLSServer(certificates, options: options)
    defer { server.stop() }
    let trusted = ["--cacert", certificates.authority]
    let record = try await Self.record("https://localhost:\(server.port)/", trusted)
    #expect(record["error"]?["kind"] == "tls" && record["attempts"]?.int == 1)
  }

  @Test func `says that a server of HTTP is none of HTTPS`() async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    let record = try await Self.record("https://127.0.0.1:\(site.port)/1")
    #expect(record["error"]?["kind"] == "tls" && record["attempts"]?.int == 1)
  }
}
