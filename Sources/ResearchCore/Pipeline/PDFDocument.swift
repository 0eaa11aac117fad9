import Extraction
import Glibc

/// A PDF, read by poppler's `pdftotext` and `pdfinfo` as child processes: what breaks on hostile
/// bytes is theirs, and so are the time and the memory.
struct PDFDocument {
  /// A PDF in which there is nothing to read.
  struct NoText: Error {
    /// What was known besides.
    let article: Article
    /// The same in the words of records.
    let failure = Failure(.empty, "the PDF holds no text; it may be pictures of pages")
  }

  private let bytes: [UInt8]
  private let programs: ProgramPath
  private let maxSize: Int

  /// A document whose text may be `maxSize` bytes long.
  init(_ bytes: [UInt8], programs: ProgramPath, maxSize: Int) {
    (self.bytes, self.programs, self.maxSize) = (bytes, programs, maxSize)
  }

  /// What the document says; for workers, which it blocks.
  ///
  /// Throws a failure that says what is wrong with the document, ``NoText``, or `CancellationError`
  /// when the task is cancelled, at which the programs are killed.
  func article(_ extractor: Extractor) async throws -> Article {
    guard !bytes.isEmpty else { throw Failure(.empty, "the PDF has no bytes at all") }
    let text = PDFText.cleaned(try await text())
    let information = try await information()
    do {
      let article = try extractor.article(
        from: text,
        kind: .plainText,
        charset: "utf-8",
        address: nil,
        followsRefresh: false
      )
      return information.describing(article)
    } catch ExtractionError.empty(let article) {
      throw NoText(article: information.describing(article))
    }
  }

  private func text() async throws -> [UInt8] {
    let tool = try LimitedProgram("pdftotext", of: "poppler-utils", in: programs)
    let limits = LimitedProgram.Limits(output: maxSize)
    let arguments = ["-q", "-enc", "UTF-8", "-", "-"]
    let (text, ending) = try await tool.run(arguments, on: bytes, within: limits)
    if let failure = failure(at: ending, limits) { throw failure }
    guard hasEnd else {
      throw Failure(.decode, "the PDF is cut short: its end is missing")
    }
    return text
  }

  /// Without them a document is as good; its text has been read.
  private func information() async throws -> PDFInformation {
    let limits = LimitedProgram.Limits(processor: 1, output: 1 << 16)
    guard let tool = try? LimitedProgram("pdfinfo", of: "poppler-utils", in: programs) else {
      return PDFInformation([])
    }
    let arguments = ["-isodates", "-enc", "UTF-8", "-"]
    let (lines, _) = try await tool.run(arguments, on: bytes, within: limits)
    return PDFInformation(lines)
  }

  /// What an end amounts to, by the manual of pdftotext; nil where all went well.
  private func failure(
    at ending: LimitedProgram.Ending,
    _ limits: LimitedProgram.Limits
  ) -> Failure? {
    switch ending {
    case .exit(0): nil
    case .exit(3): Failure(.decode, "the PDF does not permit that its text is taken out")
    case .exit where bytes.firstRange(of: Array("/Encrypt".utf8)) != nil:
      Failure(.decode, "the PDF is encrypted and opens with a password only")
    case .exit(126), .exit(127): Failure(.unsupportedType, "pdftotext could not be run")
    case .overflow:
      Failure(
        .tooLarge,
        "the PDF's text is longer than \(maxSize) bytes (--max-size allows more)"
      )
    case .signal(SIGXCPU):
      Failure(
        .tooLarge,
        "the PDF takes more than \(limits.processor) seconds of processor time to read, "
          + "which no option raises"
      )
    case .signal(SIGABRT):
      Failure(
        .tooLarge,
        "the PDF takes more than \(limits.memory) bytes of memory to read, which no option raises"
      )
    case .exit, .signal, .unknown: Failure(.decode, "the PDF is damaged and cannot be read")
    }
  }

  /// Whether the last object is followed by the marks of a file's end (ISO 32000-1, section 7.5.5).
  ///
  /// Poppler mends a document that is cut, and gives its first pages as if they were all.
  private var hasEnd: Bool {
    let marks = ["startxref", "%%EOF"].map { Array($0.utf8) }
    let objects = [" obj", "endobj"].map { Array($0.utf8) }
    var index = bytes.count
    while index > 0 {
      index -= 1
      let rest = bytes[index...]
      if marks.contains(where: { rest.starts(with: $0) }) { return true }
      if objects.contains(where: { rest.starts(with: $0) }) { return false }
    }
    return false
  }
}
