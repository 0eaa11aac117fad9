/// Why records cannot be read, or a run cannot keep its own in a file.
public enum RecordsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file cannot be opened.
  case unreadable(path: String, reason: String)
  /// A line is no record.
  case malformed(path: String, line: Int, reason: String)
  /// The files hold no record.
  case empty
  /// The file that a run is to keep its records in holds something already.
  case notEmpty(path: String)
  /// Another run keeps its records in the file.
  case inUse(path: String)
  /// The file that a run is to go on from does not begin as such a file does.
  case foreign(path: String, reason: String)
  /// A line of the file that a run is to go on from is no record.
  case damaged(path: String, line: Int, reason: String)
  /// A line of the file that a run is to go on from is the header of a run with other options.
  case mixed(path: String, line: Int)
  /// The file that a run is to go on from was made with other options.
  case otherOptions(path: String, changes: [OptionChange])
  /// The file that a run is to go on from is of another list; nil where the list has ended.
  case otherList(path: String, index: Int, recorded: String, listed: String?)

  /// What failed, why, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "the records \(path) cannot be read: \(reason)"
    case .malformed(let path, let line, let reason):
      "\(path), line \(line), is no record: \(reason). Give a file that research summarise wrote"
    case .empty: "the records name no source. Give a file that research summarise wrote"
    case .notEmpty(let path):
      "the records file \(path) holds records already. Add --resume to go on from them, "
        + "name another file, or remove this one"
    case .inUse(let path):
      "the records file \(path) is in use by another run. Wait for its end, or name another file"
    case .foreign(let path, let reason):
      "\(path) is no file that a run can go on from: \(reason). "
        + "Name one that --records FILE made, or a new one"
    case .damaged(let path, let line, let reason):
      "\(path), line \(line), is no record: \(reason). Remove the line, and its source is done "
        + "again; or name another --records file"
    case .mixed(let path, let line):
      "\(path), line \(line), is the header of a run with other options: the file mixes the "
        + "records of two runs. Name another --records file"
    case .otherOptions(let path, let changes):
      "the records \(path) were made with other options: "
        + changes.map(\.description).joined(separator: "; ")
        + ". Give the same options, or another --records file"
    case .otherList(let path, let index, let recorded, let listed):
      "the records \(path) are of another list: source \(index) was \(recorded.quotedLine) and "
        + (listed.map { "is now \($0.quotedLine)" } ?? "is not in the list any more")
        + ". Give the same list, which may have grown at its end, or another --records file"
    }
  }
}

/// An option that alters records, as they were made with it and as it is now.
public struct OptionChange: Sendable, Hashable, CustomStringConvertible {
  /// The option as it is typed.
  public var option: String
  /// The value that the records were made with, in words.
  public var old: String
  /// The value that the run has, in words.
  public var new: String

  /// The option and both values.
  public var description: String { "\(option) was \(old) and is now \(new)" }
}

extension String {
  /// The text in quotes, on one line of bounded length.
  var quotedLine: String { "\"\(oneLine(limit: 200))\"" }
}
