/// What a reasoning model thinks before it answers, in `<think>…</think>`.
///
/// It is no part of the answer.
enum ModelThoughts {
  private static let opening = Array("<think>".utf8)
  private static let closing = Array("</think>".utf8)

  /// The text without thoughts.
  ///
  /// Where only the end of one stands, as templates that begin the thought for the model leave it,
  /// all before it goes; thoughts without an end go to the end of the text.
  static func removed(from text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "<")) else { return text }
    var kept: [UInt8] = []
    var depth = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] != opening[0] {
        if depth == 0 { kept.append(bytes[index]) }
        index += 1
      } else if bytes[index...].starts(with: opening) {
        depth += 1
        index += opening.count
      } else if bytes[index...].starts(with: closing) {
        if depth == 0 { kept.removeAll(keepingCapacity: true) }
        depth = max(0, depth - 1)
        index += closing.count
      } else {
        if depth == 0 { kept.append(bytes[index]) }
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
