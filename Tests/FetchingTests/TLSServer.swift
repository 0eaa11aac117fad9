import Glibc

/// OpenSSL's own test server, with a certificate for "localhost" that it has signed itself.
final class TLSServer {
  let certificateFile: String
  let port: Int
  private let folder: String
  private let process: pid_t
  private let input: Int32

  struct Failure: Error {
    let step: String
  }

  init() throws {
    var template = Array("/tmp/research-tls-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(step: "mkdtemp") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    certificateFile = folder + "/certificate.pem"
    let key = folder + "/key.pem"
    let made = try Self.spawn(
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-days",
      "2",
      "-subj",
      "/CN=localhost",
      "-addext",
      "subjectAltName=DNS:localhost,IP:127.0.0.1",
      "-keyout",
      key,
      "-out",
      certificateFile
    )
    defer {
      close(made.input)
      close(made.output)
    }
    var status: Int32 = 0
    guard waitpid(made.process, &status, 0) == made.process, status == 0 else {
      throw Failure(step: "openssl req")
    }
    let server = try Self.spawn(
      "s_server",
      "-accept",
      "127.0.0.1:0",
      "-cert",
      certificateFile,
      "-key",
      key,
      "-www"
    )
    process = server.process
    input = server.input
    port = try Self.readPort(server.output)
  }

  func stop() {
    // Not SIGTERM: the child inherits the mask of a thread that blocks it.
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    close(input)
    for name in ["certificate.pem", "key.pem"] { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  /// Reads up to the line "ACCEPT 127.0.0.1:43210".
  private static func readPort(_ descriptor: Int32) throws -> Int {
    defer { close(descriptor) }
    var text = ""
    var buffer = [UInt8](repeating: 0, count: 1_024)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { throw Failure(step: "s_server") }
      text += String(decoding: buffer[..<count], as: UTF8.self)
      let line = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().first {
        $0.hasPrefix("ACCEPT")
      }
      guard let line else { continue }
      guard let port = line.split(separator: ":").last.flatMap({ Int($0) }) else {
        throw Failure(step: "s_server: \(line)")
      }
      return port
    }
  }

  private static func spawn(_ arguments: String...) throws -> (
    process: pid_t, input: Int32, output: Int32
  ) {
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { throw Failure(step: "pipe") }
    for descriptor in toChild + fromChild { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    defer {
      close(toChild[0])
      close(fromChild[1])
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = (["openssl"] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var process: pid_t = 0
    guard posix_spawnp(&process, "openssl", &actions, nil, &words, &environment) == 0 else {
      throw Failure(step: "openssl")
    }
    return (process, toChild[1], fromChild[0])
  }
}
