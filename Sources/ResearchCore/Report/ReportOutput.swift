/// Where a report goes: gathers small pieces, hands on large ones, and counts lines.
struct ReportOutput {
  /// Takes the next bytes of a report.
  typealias Sink = ([UInt8]) async throws -> Void

  private let sink: Sink
  private var buffer: [UInt8] = []
  private(set) var lines = 0

  private static let chunk = 65_536

  /// Hands all that is written to `sink`.
  init(to sink: @escaping Sink) {
    self.sink = sink
  }

  /// Writes a text; cancellation is noticed between chunks.
  mutating func write(_ text: String) async throws {
    var text = text
    append(&text)
    if buffer.count >= Self.chunk { try await flush() }
  }

  /// Writes bytes.
  mutating func write(_ bytes: [UInt8]) async throws {
    count(bytes)
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.chunk { try await flush() }
  }

  /// Hands on what is left.
  mutating func flush() async throws {
    try Task.checkCancellation()
    guard !buffer.isEmpty else { return }
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    try await sink(bytes)
  }

  private mutating func append(_ text: inout String) {
    text.withUTF8 { bytes in
      for byte in bytes where byte == 0x0A { lines += 1 }
      buffer.append(contentsOf: bytes)
    }
  }

  private mutating func count(_ bytes: [UInt8]) {
    for byte in bytes where byte == 0x0A { lines += 1 }
  }
}
