import Testing

@testable import ResearchCore

struct ReportTemplateTests {
  @Test func `parses the built-in template`() throws {
    let template = try ReportTemplate(ReportTemplate.builtIn)
    #expect(Set(template.parts.compactMap(\.section)) == Set(LongSection.allCases))
    #expect(template.parts.allSatisfy { $0.mentions.isEmpty })
  }

  @Test(arguments: [
    ("{{#a}}", 1), ("x\n{{#a}}\n{{/b}}\n", 3), ("x\n\n{{a", 3), ("{{a b}}", 1),
    ("{{% CONTENT_TYPE }}", 1), ("{{#sources}}\n{{title}}\n", 3),
  ])
  func `says where a template is wrong`(text: String, line: Int) throws {
    let error = try #require(throws: ReportTemplateError.self) { try ReportTemplate(text) }
    guard case .malformed(let found, let reason) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(found == line)
    #expect(!reason.isEmpty)
    #expect(error.description.hasPrefix("the template is wrong at line \(line): "))
  }

  @Test(arguments: ["/tmp/no such template", "/tmp", "/tmp\u{0}x", ""])
  func `says that a template cannot be read`(path: String) throws {
    let error = try #require(throws: ReportTemplateError.self) {
      try ReportTemplate.text(atPath: path)
    }
    #expect(error.description.hasPrefix("the template \(path) cannot be read: "))
  }

  @Test func `reads a template from a file`() throws {
    #expect(try ReportTemplate.text(atPath: #filePath).contains("reads a template from a file"))
    #expect(throws: ReportTemplateError.self) {
      try ReportTemplate.text(atPath: "/proc/self/exe")
    }
  }

  @Test func `does not escape a second time`() async throws {
    var fixture = ReportFixture(records: [])
    fixture.options.title = "a < b & *c* | d"
    fixture.options.template = "{{title}}\n{{{title}}}\n"
    let expected = "a &lt; b &amp; \\*c\\* \\| d\n"
    #expect(try await fixture.markdown() == expected + expected)
  }
}
