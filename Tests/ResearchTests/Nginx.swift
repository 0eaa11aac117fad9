import Glibc
import TestSupport

/// nginx with TLS and HTTP/2, in the foreground, with a configuration of a test's own.
final class Nginx: Sendable {
  /// Why it could not be started.
  struct Failure: Error {
    let log: String
  }

  let port: Int
  private let child: ChildProcess
  private let folder: Folder

  /// Starts it on 127.0.0.1 with what its only server is to contain.
  init(_ certificates: Certificates, _ server: String) async throws {
    let folder = try Folder()
    // Another program may take the port between its being found and its being used.
    for _ in 1...5 {
      let port = try Self.freePort()
      let path = try folder.write(
        Self.configuration(folder, certificates, port, server).utf8,
        to: "nginx.conf"
      )
      let child = try ChildProcess("/usr/sbin/nginx", ["-p", folder.path, "-c", path])
      if await child.wrote("RLIMIT_NOFILE", to: .errors) {
        (self.port, self.child, self.folder) = (port, child, folder)
        return
      }
      let log = child.written(.errors)
      guard log.contains("Address already in use") else { throw Failure(log: log) }
    }
    throw Failure(log: "no port is free")
  }

  /// What has been asked for: a line for each request, with the number of its connection first.
  var requests: [String] {
    get throws { try folder.text("access.log").split(separator: "\n").map(String.init) }
  }

  /// Ends it.
  func stop() {
    child.send(SIGKILL)
  }

  /// A port that nobody listens on just now.
  static func freePort() throws -> Int {
    let listener = try Socket.listen(on: "127.0.0.1")
    defer { close(listener) }
    return Socket.port(of: listener)
  }

  private static func configuration(
    _ folder: Folder,
    _ certificates: Certificates,
    _ port: Int,
    _ server: String
  ) -> String {
    let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map { "\($0)_temp_path \(folder[$0]);" }.joined(separator: " ")
    return """
      daemon off; master_process off; pid \(folder["pid"]); error_log stderr notice;
      events { worker_connections 200; }
      http {
        \(places)
        log_format short '$connection $server_protocol $status $uri';
        access_log \(folder["access.log"]) short;
        default_type text/html;
        server {
          listen 127.0.0.1:\(port) ssl http2;
          ssl_certificate \(certificates.file(.valid));
          ssl_certificate_key \(certificates.key(.valid));
          root \(folder.path);
          \(server)
        }
      }

      """
  }
}
