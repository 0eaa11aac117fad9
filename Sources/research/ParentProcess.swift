import FlowControl
import Glibc

/// The process that started this one, and holds the other end of its standard input.
enum ParentProcess {
  /// Ends the program with its standard input, and so with its parent, however that ends.
  ///
  /// There is nothing to put away.
  static func endWithIt() {
    Thread.start {
      var buffer = [UInt8](repeating: 0, count: 256)
      while true {
        let count = read(STDIN_FILENO, &buffer, buffer.count)
        if count == 0 || count < 0 && errno != EINTR { _exit(EXIT_SUCCESS) }
      }
    }
  }
}
