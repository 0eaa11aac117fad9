import Extraction
import Glibc
import TestSupport
import Testing

@testable import ResearchCore

struct PDFDocumentTests {
  private static let lines = [
    "The harbour was quiet when the ship came in, and nobody saw",
    "that it carried no lights at all.",
  ]

  private static func article(
    _ bytes: [UInt8],
    programs: String = "/usr/bin:/bin",
    maxSize: Int = 1 << 20
  ) async throws -> Article {
    try await PDFDocument(bytes, programs: ProgramPath(programs), maxSize: maxSize)
      .article(Extractor())
  }

  private static func failure(_ bytes: [UInt8], maxSize: Int = 1 << 20) async -> Failure? {
    do {
      _ = try await article(bytes, maxSize: maxSize)
      return nil
    } catch {
      return StepFailure(wrapping: (error as? PDFDocument.NoText)?.failure ?? error).failure
    }
  }

  @Test func `reads text, title, authors and dates`() async throws {
    let bytes = SamplePDF.bytes(
      [Self.lines, ["Another page."]],
      information: "/Title (The \\(quiet\\) ship) /Author (Ann Author) /CreationDate (D:20260131)"
    )
    let article = try await Self.article(bytes)
    #expect(article.text == Self.lines.joined(separator: " ") + "\n\nAnother page.")
    #expect(article.title == "The (quiet) ship" && article.authors == ["Ann Author"])
    #expect(article.published == "2026-01-31" && article.words == 21)
  }

  @Test func `reads what has junk before and behind`() async throws {
    let bytes = SamplePDF.bytes([Self.lines])
    let junk = [UInt8](repeating: 0x20, count: 3_000)
    try await #expect(Self.article([0x0A] + bytes + junk).words == 19)
  }

  @Test(arguments: [
    [], Array("%PDF-1.7\ngarbage".utf8), Array("no PDF at all".utf8),
    [UInt8](repeating: 0, count: 10_000),
  ])
  func `names what is damaged`(bytes: [UInt8]) async {
    let failure = await Self.failure(bytes)
    #expect(failure?.kind == (bytes.isEmpty ? .empty : .decode))
    #expect(failure?.isRetryable == false)
  }

  @Test(arguments: [1, 20, 100, 300, 600, 900])
  func `takes no document that is cut for a whole one`(missing: Int) async {
    let bytes = SamplePDF.bytes([Self.lines, Self.lines, Self.lines])
    let cut = Array(
      bytes.dropLast(missing + "\n%%EOF\n".utf8.count + "startxref\n1000\n".utf8.count)
    )
    await #expect(Self.failure(cut)?.kind == .decode)
  }

  @Test func `names what has no text`() async {
    let failure = await Self.failure(SamplePDF.bytes([[], []]))
    #expect(failure?.kind == .empty)
    #expect(failure?.message.contains("pictures") == true)
  }

  @Test func `names what is encrypted`() async {
    let key = String(repeating: "41", count: 32)
    let bytes = SamplePDF.bytes(
      [Self.lines],
      trailer: "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(key)> /U <\(key)> >> "
        + "/ID [<41> <41>]"
    )
    let failure = await Self.failure(bytes)
    #expect(failure?.kind == .decode && failure?.message.contains("password") == true)
  }

  @Test func `names the budget that a long text exceeds`() async {
    let failure = await Self.failure(SamplePDF.bytes([Self.lines, Self.lines]), maxSize: 100)
    #expect(failure?.kind == .tooLarge)
    #expect(failure?.message.contains("--max-size") == true)
  }

  @Test func `names the budget that a bomb exceeds`() async {
    let content =
      "BT /F 12 Tf 1 0 0 1 72 720 Tm\n" + String(repeating: "(a b) Tj T*\n", count: 100_000)
    let failure = await Self.failure(
      SamplePDF.bytes(contents: [Array(content.utf8)]),
      maxSize: 1_000
    )
    #expect(failure?.kind == .tooLarge, "\(String(describing: failure))")
  }

  @Test func `ends when it is cancelled`() async throws {
    let folder = TemporaryFolder()
    chmod(folder.write("#!/bin/sh\nexec sleep 1000\n", to: "pdftotext"), 0o755)
    let path = "\(folder.path):/usr/bin"
    let error = await withTaskGroup(of: (any Error)?.self) { group in
      group.addTask {
        do {
          _ = try await Self.article([1], programs: path)
          return nil
        } catch { return error }
      }
      group.cancelAll()
      return await group.next() ?? nil
    }
    #expect(error is CancellationError)
  }

  @Test func `says what to install`() async throws {
    let error = await #expect(throws: Failure.self) {
      _ = try await Self.article(SamplePDF.bytes([Self.lines]), programs: "/nowhere")
    }
    #expect(error?.kind == .unsupportedType && error?.outcome == .skipped)
    #expect(error?.message.contains("poppler-utils") == true)
  }
}
