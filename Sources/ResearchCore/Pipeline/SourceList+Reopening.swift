import FlowControl
import Glibc

extension SourceList {
  /// The same list, from its beginning, for one run more; pipes must have been kept before.
  func reopened() throws(InputError) -> SourceList {
    var again: [OpenedInput] = []
    for input in inputs { again.append(try input.reopened()) }
    return SourceList(opened: again)
  }

  /// The list with what its pipes have to say kept in files without a name in `directory`, so
  /// that it can be read several times.
  ///
  /// Throws a system error where a file cannot be written, ``InputError`` where a pipe cannot be
  /// read. Ends early once `stop` is given: what has come by then is the list.
  func keepingPipes(inDirectory directory: String, until stop: StopSignal) async throws
    -> SourceList
  {
    var kept: [OpenedInput] = []
    for input in inputs {
      guard let descriptor = input.descriptor, !input.isRegular else {
        kept.append(input)
        continue
      }
      let file = try ScratchFile(inDirectory: directory)
      let reader = ChunkReader(descriptor)
      defer { reader.stop() }
      stop.onStop { [weak reader] in reader?.stop() }
      for await chunk in reader.chunks {
        try file.append(chunk)
        reader.proceed()
      }
      if let code = reader.error { throw InputError.unreadable(input.name, code: code) }
      kept.append(input.replacing(file.descriptor))
    }
    return SourceList(opened: kept)
  }
}

/// A file without a name, gone with its last reader.
private struct ScratchFile {
  let descriptor: Descriptor
  private let path: String

  init(inDirectory directory: String) throws(SystemError) {
    path = "a temporary file in \(directory) (TMPDIR)"
    var template = Array("\(directory)/research-XXXXXX".utf8CString)
    let number = mkstemp(&template)
    guard number >= 0 else { throw SystemError(path: path) }
    unlink(template)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    descriptor = Descriptor(number)
  }

  func append(_ bytes: [UInt8]) throws(SystemError) {
    try OutputFile.write(bytes, to: descriptor.number, path: path)
  }
}
