import Glibc
import TestSupport

/// The proxy of that name, in the foreground, with a configuration of a test's own.
final class Tinyproxy: Sendable {
  let port: Int
  private let child: ChildProcess
  private let folder: Folder

  /// Starts it on 127.0.0.1.
  init() async throws {
    let folder = try Folder()
    // Another program may take the port between its being found and its being used.
    for _ in 1...5 {
      let port = try Nginx.freePort()
      let lines = [
        "Port \(port)", "Listen 127.0.0.1", "Timeout 600", "MaxClients 50", "LogLevel Info",
        "Allow 127.0.0.0/8", "ViaProxyName \"tinyproxy-of-the-test\"",
      ]
      let path = try folder.write(lines: lines, to: "tinyproxy.conf")
      let child = try ChildProcess("/usr/bin/tinyproxy", ["-d", "-c", path])
      if await child.wrote("Starting main loop", to: .output) {
        (self.port, self.child, self.folder) = (port, child, folder)
        return
      }
    }
    throw Nginx.Failure(log: "tinyproxy does not start")
  }

  /// Its address, as `--proxy` takes it.
  var url: String { "http://127.0.0.1:\(port)" }

  /// What it has logged so far.
  var log: String { child.written(.output) }

  /// Ends it.
  func stop() {
    child.send(SIGKILL)
  }
}
