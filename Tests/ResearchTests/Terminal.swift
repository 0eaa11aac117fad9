import FoundationEssentials
import Glibc

/// A terminal at which nobody types.
final class Terminal: Sendable {
  /// The device that a program takes for its terminal.
  let path: String
  private let master: Int32

  /// Opens a new terminal.
  init() throws {
    master = posix_openpt(O_RDWR | O_NOCTTY)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0 else { throw POSIXError(.EIO) }
    var name = [CChar](repeating: 0, count: 128)
    guard ptsname_r(master, &name, name.count) == 0 else { throw POSIXError(.EIO) }
    path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    close(master)
  }
}
