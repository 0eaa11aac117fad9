import Glibc

/// Servers of TLS that nobody should trust, and one that is right; OpenSSL's own.
final class FaultSecureServers: Sendable {
  /// A step that could not be taken.
  struct Failure: Error {
    let step: String
  }

  let faults: [Fault]
  let options: [String]
  private let folder: String
  private let servers: [ChildProcess]

  private static let kinds = ["good", "unknown", "named", "expired", "old"]

  /// Makes the certificates, and starts a server for each fault.
  init() async throws {
    var template = Array("/tmp/research-faults-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(step: "mkdtemp") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let made = try ChildProcess("/bin/sh", ["-c", Self.script], environment: ["FOLDER": folder])
    guard await made.result().ending == .exit(0) else { throw Failure(step: "openssl req") }
    var servers: [ChildProcess] = []
    var ports: [String] = []
    for kind in Self.kinds {
      let old = kind == "old" ? "-tls1_1 -cipher DEFAULT@SECLEVEL=0" : ""
      let command = """
        cd \(folder) && exec openssl s_server -accept 127.0.0.1:0 -key \(kind).key \
        -cert \(kind).pem -WWW \(old)
        """
      let server = try ChildProcess("/bin/sh", ["-c", command], input: .open)
      servers.append(server)
      guard await server.wrote("ACCEPT 127.0.0.1:", to: .output),
        await server.wrote("\n", to: .output)
      else { throw Failure(step: "openssl s_server") }
      ports.append(Self.port(in: server.written(.output)))
    }
    self.servers = servers
    options = ["--cacert", folder + "/trusted.pem"]
    faults = Self.faults(ports)
  }

  private static func faults(_ ports: [String]) -> [Fault] {
    let names = [
      "a page under TLS", "a certificate of its own", "a certificate of another host",
      "a certificate that has expired", "an old protocol",
    ]
    return zip(names, ports).map { name, port in
      let outcome = name == names[0] ? Fault.Outcome.page(name) : .fails("tls")
      var fault = Fault(name, line: "https://127.0.0.1:\(port)/page.html", outcome)
      fault.attempts = 1
      return fault
    } + [
      Fault(
        "HTTP at a port of TLS",
        line: "http://127.0.0.1:\(ports[1])/",
        .fails(["protocol", "reset", "http"])
      )
    ]
  }

  /// A certificate and a key of each kind, those to be trusted in one file, and the page.
  private static var script: String {
    let keys = kinds.map { kind in
      let name = kind == "named" ? "DNS:elsewhere.example" : "IP:127.0.0.1"
      return """
        openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=\(kind) \
        -addext subjectAltName=\(name) -keyout \(kind).key -out \(kind).csr
        openssl x509 -req -in \(kind).csr -signkey \(kind).key -copy_extensions copy \
        -days \(kind == "expired" ? "-1" : "2") -out \(kind).pem
        """
    }
    let page = FaultPage.html("a page under TLS")
    return
      ([
        "set -e", "cd \"$FOLDER\"", "cat > page.html <<'PAGE'", page, "PAGE",
      ] + keys + ["cat good.pem named.pem expired.pem old.pem > trusted.pem"])
      .joined(separator: "\n")
  }

  private static func port(in text: String) -> String {
    let line = text.split(separator: "\n").first { $0.hasPrefix("ACCEPT") } ?? ""
    return line.split(separator: ":").last.map(String.init) ?? ""
  }

  func stop() {
    for server in servers { server.send(SIGKILL) }
    for kind in Self.kinds {
      unlink("\(folder)/\(kind).pem")
      unlink("\(folder)/\(kind).key")
      unlink("\(folder)/\(kind).csr")
    }
    for name in ["page.html", "trusted.pem"] { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }
}
