import Testing

@testable import ResearchCore

struct TemplateSplitterTests {
  @Test func `cuts out long sections at the top level`() {
    let template =
      "a\n{{#sources}}\n{{title}}\n{{/sources}}\nb {{x}}\n  {{#details}}  \nd\n{{/details}}"
    let pieces = TemplateSplitter.pieces(of: template)
    #expect(
      pieces.map(\.text) == [
        "a\n", "{{#sources}}\n{{title}}\n{{/sources}}\n", "b {{x}}\n",
        "  {{#details}}  \nd\n{{/details}}",
      ]
    )
    #expect(pieces.map(\.section) == [nil, .sources, nil, .details])
    #expect(pieces.allSatisfy { $0.mentions.isEmpty })
  }

  @Test(arguments: [
    "{{#x}}\n{{#sources}}\n{{title}}\n{{/sources}}\n{{/x}}\n", "a {{#sources}}b{{/sources}}\n",
    "{{#sources}}\na{{/sources}}\n", "{{^sources}}\nnone\n{{/sources}}\n", "{{sources.count}}",
  ])
  func `leaves other uses of a long section whole`(template: String) {
    let pieces = TemplateSplitter.pieces(of: template)
    #expect(pieces.map(\.text) == [template])
    #expect(pieces.map(\.section) == [nil])
    #expect(pieces.first?.mentions == [.sources])
  }

  @Test(arguments: [
    "{{=<% %>=}}\n<%#sources%>\n<%/sources%>\n",
    "{{#sources}}\n{{#first()}}a{{/first()}}\n{{/sources}}\n",
    "{{% CONTENT_TYPE:HTML}}\n{{#sources}}\n{{/sources}}\n",
    "{{>partial}}\n{{#sources}}\n{{/sources}}\n",
    "{{#count(sources)}}x{{/count(sources)}}", "{{x", "{{{x}}",
  ])
  func `keeps in one piece what only Mustache understands`(template: String) {
    let pieces = TemplateSplitter.pieces(of: template)
    #expect(pieces.map(\.text) == [template])
    #expect(pieces.first?.mentions == LongSection.allCases)
  }

  @Test func `passes over comments and values`() {
    let template = "{{! {{#sources}} }}\n{{{a}}} {{&b}}\n{{#sources}}\n{{/sources}}\n"
    #expect(TemplateSplitter.pieces(of: template).map(\.text).joined() == template)
    #expect(TemplateSplitter.pieces(of: "").isEmpty)
  }

  @Test func `knows which other sections an entry names`() {
    let template = "{{#details}}\n{{#sources}}{{number}}{{/sources}}\n{{/details}}\n"
    let pieces = TemplateSplitter.pieces(of: template)
    #expect(pieces.map(\.section) == [.details])
    #expect(pieces.map(\.mentions) == [[.sources]])
  }
}
