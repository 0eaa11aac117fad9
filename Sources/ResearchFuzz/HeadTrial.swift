@testable import Fetching

/// Heads of answers, handed over line by line as libcurl does.
enum HeadTrial {
  /// Adds an input's lines to a head, until it is too large.
  static func run(_ input: [UInt8]) {
    var head = ResponseHead()
    var rest = input[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      guard rest[..<end].withUnsafeBytes({ head.add($0) }) == nil else { break }
      rest = rest[end...]
    }
    for field in head.fields {
      Law.check(!field.value.utf8.contains(0x0A), "a field is one line")
      Law.check(!field.name.utf8.contains(0x0A), "a name is one line")
    }
    if let location = head.location {
      Law.check(!location.isEmpty && !location.utf8.contains(0x0A), "a redirect leads somewhere")
    }
    if let length = head.contentLength { Law.check(length >= 0, "a length is none below zero") }
    head.removeAll()
    Law.check(head.fields.isEmpty && head.answers == 0, "nothing is left of a head")
  }
}
