import Glibc

extension SourceList {
  /// The same list, from its beginning, for one run more; pipes must have been kept before.
  func reopened() throws(InputError) -> SourceList {
    var again: [OpenedInput] = []
    for input in inputs { again.append(try input.reopened()) }
    return SourceList(opened: again, isCut: isCut)
  }

  /// Whether some of the list can be read only once.
  var hasPipes: Bool { inputs.contains { $0.descriptor != nil && !$0.isRegular } }

  /// The list up to its first pipe, from its beginning, for one reader more.
  func reopenedBeforePipes() throws(InputError) -> SourceList {
    let whole = inputs.prefix { $0.descriptor == nil || $0.isRegular }
    return try SourceList(opened: Array(whole)).reopened()
  }

  /// The list with what its pipes have to say kept in files without a name in `directory`, so
  /// that it can be read several times.
  ///
  /// Throws a system error where a file cannot be written, ``InputError`` where a pipe cannot be
  /// read. Ends early once `stop` is given, or when the task is cancelled: what has come by then is
  /// the list.
  func keepingPipes(inDirectory directory: String, until stop: StopSignal) async throws
    -> SourceList
  {
    var (kept, isCut): ([OpenedInput], Bool) = ([], isCut)
    for input in inputs {
      guard let descriptor = input.descriptor, !input.isRegular else {
        kept.append(input)
        continue
      }
      let file = try NamelessFile(inDirectory: directory)
      let copy = Descriptor(file.descriptor)
      let reader = ChunkReader(descriptor)
      defer { reader.stop() }
      stop.onStop { [weak reader] in reader?.stop() }
      var (size, wholeLines) = (0, 0)
      for await chunk in reader.chunks {
        try OutputFile.write(chunk, to: copy.number, path: file.path)
        if let last = chunk.lastIndex(of: 0x0A) { wholeLines = size + last + 1 }
        size += chunk.count
        reader.proceed()
      }
      // Half a line would name another source.
      if reader.isCut { ftruncate(copy.number, wholeLines) }
      if let code = reader.error { throw InputError.unreadable(input.name, code: code) }
      isCut = isCut || reader.isCut
      kept.append(input.replacing(copy))
    }
    return SourceList(opened: kept, isCut: isCut)
  }
}
