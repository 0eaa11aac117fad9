import Fetching
import FlowControl

/// Reads one line of a list: a priority perhaps, and an address or a path.
struct SourceLine {
  /// What makes a line of a list a saved document.
  private static let documentExtensions = SourceInput.documentExtensions + [".txt"]

  /// Where the line stands; nil for a source named on the command line.
  let line: Int?
  /// The folder that relative paths begin in.
  let folder: String

  /// The source that the line names; nil for a blank line or a comment.
  func source(index: Int, bytes: [UInt8], isCut: Bool) -> Source? {
    let trimmed = Self.trim(bytes[...])
    guard namesSource(trimmed, isCut: isCut) else { return nil }
    let (priority, rest) = Self.priority(of: trimmed)
    guard !isCut else { return invalid(index, rest, priority, "the line is longer than 1 MB") }
    guard let text = String(validating: rest, as: UTF8.self), !rest.contains(0) else {
      return invalid(index, rest, priority, "the line is not text in UTF-8")
    }
    return source(index: index, text: text, priority: priority)
  }

  /// Whether the line is neither blank nor a comment; a cut one may name something further on.
  func namesSource(_ bytes: some Collection<UInt8>, isCut: Bool) -> Bool {
    guard let first = bytes.first(where: { !$0.isBlank }) else { return isCut }
    return first != UInt8(ascii: "#")
  }

  /// Whether a list's first words are those of a page in HTML.
  static func beginsPage(_ bytes: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0).drop(while: \.isBlank)
    return ["<!doctype", "<html"].contains { start in
      text.prefix(start.utf8.count).elementsEqual(start.utf8) { $0 == $1 || $0 | 0x20 == $1 }
    }
  }

  /// The source that an argument or a trimmed line names.
  func source(index: Int, text: String, priority: Priority = .normal) -> Source {
    if text.hasScheme { return page(index, text, priority) }
    guard text.hasExtension(of: Self.documentExtensions) else {
      return invalid(
        index,
        Array(text.utf8)[...],
        priority,
        "neither a URL (https://…) nor the path of a saved page (.html .htm .xhtml .md .pdf .txt)"
      )
    }
    let path = Self.normalised(text.utf8.first == UInt8(ascii: "/") ? text : folder + text)
    return Source(
      index: index,
      line: line,
      name: text,
      priority: priority,
      fingerprint: Fingerprint(path),
      target: .document(path: path)
    )
  }

  private func page(_ index: Int, _ text: String, _ priority: Priority) -> Source {
    do {
      let address = try WebAddress(text)
      let hasSecret = address.credentials != nil
      return Source(
        index: index,
        line: line,
        name: hasSecret ? address.description : text,
        address: hasSecret ? text : nil,
        priority: priority,
        fingerprint: Fingerprint(address.deduplicationKey),
        target: .page(origin: address.origin)
      )
    } catch {
      return Source(
        index: index,
        line: line,
        name: Self.shown(Array(text.utf8)[...]),
        priority: priority,
        target: .invalid(Failure(error))
      )
    }
  }

  private func invalid(
    _ index: Int,
    _ bytes: ArraySlice<UInt8>,
    _ priority: Priority,
    _ reason: String
  ) -> Source {
    Source(
      index: index,
      line: line,
      name: Self.shown(bytes),
      priority: priority,
      target: .invalid(Failure(.invalidURL, line.map { "line \($0): \(reason)" } ?? reason))
    )
  }

  private static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = bytes.firstIndex(where: { !$0.isBlank }),
      let last = bytes.lastIndex(where: { !$0.isBlank })
    else { return [] }
    return bytes[first...last]
  }

  private static func priority(
    of line: ArraySlice<UInt8>
  ) -> (Priority, ArraySlice<UInt8>) {
    guard let end = line.firstIndex(where: \.isBlank) else { return (.normal, line) }
    guard let priority = Priority(rawValue: String(decoding: line[..<end], as: UTF8.self)) else {
      return (.normal, line)
    }
    return (priority, trim(line[end...]))
  }

  /// What a record shows of a line that names nothing: its beginning, as text.
  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let bytes = withoutCredentials(bytes)
    let text = String(decoding: bytes.prefix(300), as: UTF8.self)
    return bytes.count > 300 ? text + "…" : text
  }

  /// Hides all between the first colon and the last `@`: what is no address may hold a password.
  private static func withoutCredentials(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      let end = bytes.lastIndex(of: UInt8(ascii: "@")), colon < end
    else { return bytes }
    let slashes = bytes[(colon + 1)..<end].prefix(2).prefix { $0 == UInt8(ascii: "/") }
    return bytes[...colon] + slashes + Array("…".utf8) + bytes[end...]
  }

  /// The path without empty and `.` parts, so that spellings of one path are equal.
  private static func normalised(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    return (path.utf8.first == UInt8(ascii: "/") ? "/" : "") + parts.joined(separator: "/")
  }
}

extension UInt8 {
  /// Whether it is a blank, a tab or part of a line end.
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
}
