import FoundationEssentials
import Mustache

/// Why a template cannot be used.
public enum ReportTemplateError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file could not be read, or is not text.
  case unreadable(path: String, reason: String)
  /// The text is not a template; lines count from 1.
  case malformed(line: Int, reason: String)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "the template \(path) cannot be read: \(reason)"
    case .malformed(let line, let reason):
      "the template is wrong at line \(line): \(reason)"
    }
  }
}

/// A report's layout in Mustache.
///
/// All values reach Mustache escaped for Markdown already; so its own escaping, for HTML, is off,
/// and a template of the user's cannot forget it. Sections over many sources that stand at the top
/// level, their tags alone on their lines, are parts of their own, which are rendered in batches.
package struct ReportTemplate: Sendable {
  /// A stretch of the template.
  struct Part: Sendable {
    let mustache: MustacheTemplate
    /// The section that is all of this part.
    let section: LongSection?
    /// Sections that are named within and so must be there whole.
    let mentions: [LongSection]
  }

  let parts: [Part]

  /// Parses a template's text.
  package init(_ text: String) throws(ReportTemplateError) {
    _ = try Self.parse(text)
    var parts: [Part] = []
    for piece in TemplateSplitter.pieces(of: text) {
      let mustache = try Self.parse(piece.text)
      parts.append(Part(mustache: mustache, section: piece.section, mentions: piece.mentions))
    }
    self.parts = parts
  }

  /// Parses the template of the options, or the built-in one.
  package init(for options: ReportOptions) throws(ReportTemplateError) {
    try self.init(options.template ?? Self.builtIn)
  }

  /// Reads a template's text from a file.
  package static func text(atPath path: String) throws(ReportTemplateError) -> String {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      let reason = (error as? CocoaError)?.templateReason ?? "it could not be opened"
      throw .unreadable(path: path, reason: reason)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .unreadable(path: path, reason: "it is not text in UTF-8")
    }
    return text
  }

  /// The text of the template that is part of the program.
  package static var builtIn: String {
    String(decoding: PackageResources.report_md, as: UTF8.self)
  }

  private static func parse(_ text: String) throws(ReportTemplateError) -> MustacheTemplate {
    if let line = cutTag(in: Array(text.utf8)) {
      throw .malformed(line: line, reason: "a tag is not closed")
    }
    do {
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    } catch let error as MustacheTemplate.ParserError {
      let line = max(1, error.context.lineNumber - 1)
      throw .malformed(line: line, reason: reason(error.error))
    } catch {
      throw .malformed(line: 1, reason: "it is not Mustache")
    }
  }

  /// The line of a tag that the template's end cuts off, where the parser gives no error; nil
  /// also where the template sets delimiters of its own.
  private static func cutTag(in bytes: [UInt8]) -> Int? {
    guard bytes.firstRange(of: Array("{{=".utf8)) == nil, bytes.count > 1 else { return nil }
    var index = bytes.count - 2
    while index >= 0 {
      let (first, second) = (bytes[index], bytes[index + 1])
      if first == second, first == UInt8(ascii: "}") { return nil }
      if first == second, first == UInt8(ascii: "{") {
        return bytes[..<index].count { $0 == 0x0A } + 1
      }
      index -= 1
    }
    return nil
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "this does not close the section that is open"
    case .unfinishedName: "a tag is not closed, or its name is not a name"
    case .expectedSectionEnd: "a section is not closed"
    case .invalidSetDelimiter: "these are not delimiters"
    default: "a tag is not closed, or not allowed here"
    }
  }
}

extension CocoaError {
  fileprivate var templateReason: String? {
    switch code {
    case .fileReadNoSuchFile, .fileNoSuchFile: "there is no such file"
    case .fileReadNoPermission: "it may not be read"
    default: nil
    }
  }
}
