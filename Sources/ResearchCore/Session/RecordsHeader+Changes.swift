import FoundationEssentials

extension RecordsHeader {
  /// The longest header that is read, in bytes.
  private static let longest = 1 << 20
  /// What every header begins with, as its keys are sorted.
  private static let beginning = Array("{\"options\":{".utf8)

  /// What an earlier run has left in a file; nil where that is nothing.
  ///
  /// Throws ``RecordsError`` where the file does not begin with a header, or with one that differs
  /// from this one. A header that was cut short counts as nothing.
  func scan(_ file: RecordsDestination) throws -> RecordsScan? {
    guard file.size > 0 else { return nil }
    let bytes = try file.descriptor.read(Self.longest, at: 0, path: file.path)
    var (start, header) = (0, [UInt8]())
    if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      header = Array(bytes[..<end])
      let changes = try changes(since: header, path: file.path)
      guard changes.isEmpty else {
        throw RecordsError.otherOptions(path: file.path, changes: changes)
      }
      start = end + 1
    } else if bytes.count == Self.longest || !Self.isBeginning(bytes) {
      throw RecordsError.foreign(path: file.path, reason: "it has no header")
    }
    return RecordsScan(
      path: file.path,
      descriptor: file.descriptor,
      start: Int64(start),
      size: file.size,
      header: header
    )
  }

  /// Whether a line is an object with options, as a header is.
  static func isHeader(_ line: [UInt8]) -> Bool {
    // What is no object has none.
    (try? JSONDecoder().decode(OptionsHead.self, from: Data(line)))?.hasOptions == true
  }

  /// In which options this header differs from a `line` that an earlier run has written.
  ///
  /// Compares whatever options there are; one that a header lacks has its default.
  private func changes(since line: [UInt8], path: String) throws -> [OptionChange] {
    // What is no header is told to be none, whatever else it is.
    guard let old = try? JSONDecoder().decode(StoredHeader.self, from: Data(line)) else {
      throw RecordsError.foreign(path: path, reason: "its first line is no header")
    }
    guard old.version == 1 else {
      throw RecordsError.foreign(
        path: path,
        reason: "its version is \(old.version), and only 1 is known"
      )
    }
    let (new, usual) = (try stored, try RecordsHeader(Configuration()).stored)
    let names = Set(old.options.keys).union(new.options.keys).sorted()
    return names.compactMap { name in
      let values = [old, new].map { $0.options[name] ?? usual.options[name] ?? .null }
      guard values[0] != values[1] else { return nil }
      return OptionChange(option: Self.option(name), old: values[0].words, new: values[1].words)
    }
  }

  /// The header as another run reads it.
  private var stored: StoredHeader {
    get throws { try JSONDecoder().decode(StoredHeader.self, from: Data(line())) }
  }

  private static func isBeginning(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: beginning) || beginning.starts(with: bytes)
  }

  private static func option(_ name: String) -> String {
    name == "headers" ? "--header" : "--" + name.split(separator: "_").joined(separator: "-")
  }
}

/// A header of whatever options.
private struct StoredHeader: Decodable {
  let version: Int
  let options: [String: OptionValue]
}

/// Enough of an object to tell whether it is a header.
private struct OptionsHead: Decodable {
  let hasOptions: Bool

  private enum CodingKeys: CodingKey {
    case options
  }

  init(from decoder: any Decoder) throws {
    hasOptions = try decoder.container(keyedBy: CodingKeys.self).contains(.options)
  }
}

/// The value of an option, as JSON has it.
private enum OptionValue: Decodable, Hashable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([OptionValue])
  case group([String: OptionValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // Each is tried in turn, and the last one says what is wrong.
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let values = try? container.decode([OptionValue].self) {
      self = .list(values)
    } else {
      self = .group(try container.decode([String: OptionValue].self))
    }
  }

  /// The value as a message has it.
  var words: String {
    switch self {
    case .null: "not given"
    case .flag(let isOn): isOn ? "on" : "off"
    case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
    case .text(let text): text.quotedLine
    case .list(let values):
      values.isEmpty ? "not given" : values.map(\.words).joined(separator: ", ")
    case .group(let values):
      values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.words)" }
        .joined(separator: ", ")
    }
  }
}
