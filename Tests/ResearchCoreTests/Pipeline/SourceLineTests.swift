import FlowControl
import Testing

@testable import ResearchCore

@Suite struct SourceLineTests {
  private static func source(_ text: String, folder: String = "lists/") -> Source? {
    SourceLine(line: 4, folder: folder).source(index: 2, bytes: Array(text.utf8), isCut: false)
  }

  @Test(arguments: ["", " ", "\t \r", "# a comment", "  # another", "#", "#http://a.test/"])
  func `passes over what names nothing`(line: String) {
    #expect(Self.source(line) == nil)
    #expect(!SourceLine(line: 1, folder: "").namesSource(line.utf8, isCut: false))
  }

  @Test(arguments: [
    ("http://a.test/x", "http://a.test/x", Priority.normal),
    ("  http://a.test/x \r", "http://a.test/x", .normal),
    ("high http://a.test/x", "http://a.test/x", .high),
    ("low\t http://a.test/x", "http://a.test/x", .low),
    ("normal  http://a.test/x", "http://a.test/x", .normal),
    ("HTTPS://A.test", "HTTPS://A.test", .normal),
    ("http://a.test/x#part", "http://a.test/x#part", .normal),
  ])
  func `reads an address with its priority`(line: String, name: String, priority: Priority) throws {
    let source = try #require(Self.source(line))
    #expect(source.name == name)
    #expect(source.priority == priority)
    #expect(source.line == 4)
    #expect(source.index == 2)
    guard case .page = source.target else {
      Issue.record("\(source.target)")
      return
    }
  }

  @Test(arguments: [
    ("page.html", "lists/page.html"), ("./a//b/../page.HTM", "lists/a/b/../page.HTM"),
    ("/abs/page.xhtml", "/abs/page.xhtml"), ("high notes.md", "lists/notes.md"),
    ("a b.txt", "lists/a b.txt"), ("paper.pdf", "lists/paper.pdf"),
  ])
  func `reads the path of a saved document, relative to the list`(
    line: String,
    path: String
  ) throws {
    guard case .document(let found) = try #require(Self.source(line)).target else {
      Issue.record("no document")
      return
    }
    #expect(found == path)
  }

  @Test(arguments: [
    ("neither this nor that", Failure.Kind.invalidURL), ("high", .invalidURL),
    ("HIGH http://a.test/", .invalidURL), ("http://", .invalidURL),
    ("http://a.test:99999/", .invalidURL), ("ftp://a.test/x", .unsupportedScheme),
    ("javascript:alert(1)", .unsupportedScheme), ("file:///etc/passwd.html", .unsupportedScheme),
    ("/etc/passwd", .invalidURL), ("http://a.test\u{0}/", .invalidURL),
  ])
  func `a line that is none of this is a failed source`(
    line: String,
    kind: Failure.Kind
  ) throws {
    let source = try #require(Self.source(line))
    guard case .invalid(let failure) = source.target else {
      Issue.record("\(source.target)")
      return
    }
    #expect(failure.kind == kind)
    #expect(source.line == 4)
  }

  @Test func `says that a line is too long or is no text`() throws {
    let reader = SourceLine(line: 1, folder: "")
    let long = reader.source(index: 1, bytes: Array("http://a.test/".utf8), isCut: true)
    let binary = reader.source(index: 1, bytes: [0x68, 0xff, 0xfe, 0x80], isCut: false)
    let blank = reader.source(index: 1, bytes: [UInt8](repeating: 32, count: 99), isCut: true)
    for source in [long, binary, blank] {
      guard case .invalid(let failure)? = source?.target else {
        Issue.record("not invalid")
        continue
      }
      #expect(failure.kind == .invalidURL)
    }
  }

  @Test(arguments: [
    "https://user:secret@a.test/x", "high https://user:secret@a.test/", "ftp://user:secret@a.test/",
    "https://user:secret@a.test:99999/", "https://user:se/secret@a.test/",
    "https://user:sec ret secret@a b/", "user:secret@a.test", "//user:secret@a.test/x",
    "https://user:secret@/", "ssh://git:secret@a.test", "https://u:secret@x@a.test:x/",
  ])
  func `never shows credentials`(line: String) throws {
    let source = try #require(Self.source(line))
    #expect(!source.name.contains("secret"), "\(source.name)")
    #expect(!source.record.source.contains("secret"))
    if case .invalid(let failure) = source.target { #expect(!failure.message.contains("secret")) }
  }

  @Test(arguments: [
    ("http://a.test/x", "http://A.TEST:80/x", true),
    ("http://a.test/x", "http://a.test/x#part", true),
    ("http://a.test/x", "http://a.test/x?utm_source=a&fbclid=b", true),
    ("http://a.test/x", "http://u:p@a.test/x", true), ("http://a.test", "http://a.test/", true),
    ("page.html", "./page.html", true), ("page.html", "lists/../page.html", false),
    ("http://a.test/x", "https://a.test/x", false), ("http://a.test/x", "http://a.test/X", false),
    ("http://a.test/x", "http://a.test/x?a=1", false), ("nonsense", "nonsense", false),
  ])
  func `knows the same source in another spelling`(one: String, other: String, isSame: Bool) throws
  {
    var seen = SeenSources()
    _ = seen.marking(try #require(Self.source(one)))
    let second = seen.marking(try #require(Self.source(other)))
    let isDuplicate = if case .duplicate(of: 2) = second.target { true } else { false }
    #expect(isDuplicate == isSame)
  }
}
