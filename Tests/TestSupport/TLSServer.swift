import Glibc

/// OpenSSL's own test server, which answers every request with a page about the connection.
package final class TLSServer: Sendable {
  /// Why it could not be started.
  package struct Failure: Error {
    package let log: String
  }

  /// Where it listens on 127.0.0.1.
  package let port: Int
  private let child: ChildProcess

  /// Starts the server with one of a test's certificates and with further options of `s_server`.
  package init(
    _ certificates: Certificates,
    _ kind: Certificates.Kind = .valid,
    options: [String] = []
  ) async throws {
    child = try ChildProcess(
      "/usr/bin/openssl",
      [
        "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificates.file(kind), "-key",
        certificates.key(kind),
      ] + options,
      input: .open
    )
    let line = await child.line(with: "ACCEPT ", in: .output)
    guard let port = line?.split(separator: ":").last.flatMap({ Int($0) }) else {
      throw Failure(log: child.written(.errors))
    }
    self.port = port
  }

  /// Ends the server.
  package func stop() {
    child.send(SIGKILL)
  }
}
