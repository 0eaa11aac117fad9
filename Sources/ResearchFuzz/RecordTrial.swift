import FlowControl
import Glibc

@testable import ResearchCore

/// Records that something else may have written: lines by themselves, and a file of them.
enum RecordTrial {
  /// Reads an input as lines of a file of records, and the file as a run that goes on does.
  static func run(_ input: [UInt8]) {
    for line in input.split(separator: 0x0A) { check(Array(line)) }
    scan(input)
  }

  private static func check(_ line: [UInt8]) {
    // Most lines are none, and each of these says so in its way.
    _ = ListNote(line: line)
    if let note = ReportNote(line: line), let again = try? note.line() {
      Law.check(ReportNote(line: again.dropLast()) == note, "a note is read as it was written")
    }
    _ = RecordsHeader.isHeader(line)
    guard let record = try? RecordCoder().checked(line) else { return }
    guard let written = try? RecordCoder().line(for: record) else { return }
    let again = try? RecordCoder().checked(Array(written.dropLast()))
    Law.check(again == record, "a record is read as it was written")
    Law.check(written.dropLast().allSatisfy { $0 >= 0x20 }, "a record is one line")
  }

  private static func scan(_ input: [UInt8]) {
    guard let file = try? NamelessFile(inDirectory: "/dev/shm") else { return }
    let descriptor = Descriptor(file.descriptor)
    guard input.withUnsafeBytes({ write(descriptor.number, $0.baseAddress, $0.count) }) >= 0 else {
      return
    }
    let header = input.firstIndex(of: 0x0A)
    let scan = RecordsScan(
      path: "records.jsonl",
      descriptor: descriptor,
      start: header.map { Int64($0 + 1) } ?? 0,
      size: Int64(input.count),
      header: Array(input.prefix(header ?? 0)),
      chunk: 64 + input.count / 3
    )
    let end = VirtualTime().run { await Self.end(of: scan) }
    guard let end else { return Law.check(false, "a scan ends") }
    if let end { Law.check(end.offset >= 0 && end.offset <= scan.size, "what is kept lies within") }
  }

  /// Where the records end; nil where the file is refused.
  private static func end(of scan: RecordsScan) async -> RecordsScan.End? {
    var last: Int64 = 0
    // A refusal is as good an answer as any.
    return try? await scan.run { lines in
      for line in lines {
        Law.check(line.offset >= last && line.length > 0, "lines follow one another")
        last = line.offset + Int64(line.length)
      }
    }
  }
}
