import FoundationEssentials
import Glibc

/// Certificates that a test has made itself, in a folder that goes with them.
package final class Certificates: Sendable {
  /// Which certificate a server shows.
  package enum Kind: String, Sendable, CaseIterable {
    /// Signed by the test's authority for "localhost", "secure.test" and 127.0.0.1.
    case valid
    /// The same, but from 2020, and over.
    case expired
    /// The same, but not before 2048.
    case early
    /// Signed by itself.
    case own
  }

  /// Why they could not be made.
  package struct Failure: Error {
    package let log: String
  }

  private let folder: String

  /// Makes an authority and what it signs.
  package init() async throws {
    var template = Array("/tmp/research-tls-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(log: "mkdtemp") }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let shell = try ChildProcess(
      "/bin/sh",
      ["-ec", Self.script],
      environment: ["PATH": "/usr/bin:/bin", "FOLDER": folder]
    )
    let result = await shell.result()
    guard result.ending == .exit(0) else { throw Failure(log: result.log) }
  }

  deinit {
    // What cannot be removed is in nobody's way.
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The authority's certificate, which makes all but `.own` trusted.
  package var authority: String { folder + "/authority.pem" }

  /// The file of a certificate.
  package func file(_ kind: Kind) -> String { "\(folder)/\(kind.rawValue).pem" }

  /// The file of the key that belongs to it.
  package func key(_ kind: Kind) -> String { "\(folder)/\(kind == .own ? "own" : "server").key" }

  private static let script = """
    cd "$FOLDER"
    key="-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
    names="DNS:localhost,DNS:secure.test,IP:127.0.0.1"
    openssl req -x509 $key -days 2 -subj /CN=authority -keyout authority.key -out authority.pem
    openssl req -x509 $key -days 2 -subj /CN=localhost -addext "subjectAltName=$names" \
      -keyout own.key -out own.pem
    openssl req $key -subj /CN=localhost -keyout server.key -out request.pem
    : > index.txt
    {
      printf '[ca]\\ndefault_ca=own\\n[own]\\ndatabase=index.txt\\nnew_certs_dir=.\\n'
      printf 'default_md=sha256\\npolicy=any\\nx509_extensions=names\\nunique_subject=no\\n'
      printf 'rand_serial=yes\\n'
      printf '[any]\\ncommonName=supplied\\n[names]\\nsubjectAltName=%s\\n' "$names"
    } > ca.cnf
    sign() {
      openssl ca -batch -notext -config ca.cnf -in request.pem -cert authority.pem \
        -keyfile authority.key -startdate $2 -enddate $3 -out $1.pem
    }
    sign valid 20200101000000Z 20491231235959Z
    sign expired 20200101000000Z 20210101000000Z
    sign early 20480101000000Z 20491231235959Z
    """
}
