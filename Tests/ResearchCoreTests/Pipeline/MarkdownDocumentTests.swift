import Glibc
import Testing

@testable import ResearchCore

@Suite struct MarkdownDocumentTests {
  private static func html(_ markdown: String) throws -> String {
    String(decoding: try MarkdownDocument.html(from: Array(markdown.utf8)), as: UTF8.self)
  }

  /// What this thread has computed, whatever else the machine does.
  private var processorSeconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec
  }

  @Test(arguments: [
    ("# A\n\nb *c*", "<h1>A</h1>\n<p>b <em>c</em></p>\n"), ("", ""),
    ("~~x~~", "<p><del>x</del></p>\n"),
    ("---\ntitle: x\n---\nb", "<p>b</p>\n"), ("---\r\ntitle: x\r\n---\r\nb", "<p>b</p>\n"),
    ("\u{feff}---\na: b\n---\nc", "<p>c</p>\n"),
    ("---\nnever closed", "<hr />\n<p>never closed</p>\n"),
    ("[x](javascript:alert)", "<p><a href=\"\">x</a></p>\n"),
  ])
  func `renders to HTML, without front matter`(markdown: String, html: String) throws {
    #expect(try Self.html(markdown) == html)
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func `fills no table in that is far larger than its text`(end: String) throws {
    let head = String(repeating: "|a", count: 3_000) + "|" + end
    let rule = String(repeating: "|-", count: 3_000) + "|" + end
    let bomb = head + rule + String(repeating: "a" + end, count: 30_000)
    #expect(try MarkdownDocument.html(from: Array(bomb.utf8)).count < 1_000_000)
  }

  @Test(arguments: ["|a", "a@", "w.a@b.c ", "![[]()", "*_", "[a]: b\n[a]\n", "~a"])
  func `takes no time with the square of the text`(unit: String) throws {
    // Each took from 5 s to many minutes of processor time, as one part and with autolinks.
    let text = "|a|b|\n|-|-|\n" + String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    let start = processorSeconds
    #expect(try MarkdownDocument.html(from: Array(text.utf8)).count < 64 * text.utf8.count)
    #expect(processorSeconds - start < 60)
  }

  @Test func `reads on several threads at once what it reads on one`() async throws {
    let text = Array(String(repeating: "~~gone~~ *there*\n\n", count: 200).utf8)
    let alone = try MarkdownDocument.html(from: text)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<40 {
        // A failure is as wrong as another text.
        group.addTask { (try? MarkdownDocument.html(from: text)) == alone }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test func `leaves raw markup out`() throws {
    #expect(!(try Self.html("a <script>alert(1)</script>\n\n<div>x</div>").contains("<script")))
  }

  @Test func `mends what is no text`() throws {
    let html = try MarkdownDocument.html(from: [0x61, 0xff, 0x00, 0x62])
    #expect(String(validating: html, as: UTF8.self) == "<p>a\u{fffd}\u{fffd}b</p>\n")
  }

  @Test(arguments: [">", "[", "*a_", "`", "![", "- ", "|", "<", "1. "])
  func `survives deep nesting`(unit: String) throws {
    let text = String(repeating: unit, count: 50_000)
    #expect(try !Self.html(text).isEmpty)
  }
}
