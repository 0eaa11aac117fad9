import FlowControl
import Glibc

/// What one argument of the command line names.
public enum SourceInput: Sendable, Hashable {
  /// One page or saved document.
  case source(String)
  /// A file that holds a list.
  case list(path: String)
  /// A list on standard input.
  case standardInput

  /// Tells what an argument names: `-`, an address, a saved document by its extension, else a list.
  public init(argument: String) {
    if argument == "-" {
      self = .standardInput
    } else if argument.hasScheme || argument.hasExtension(of: Self.documentExtensions) {
      self = .source(argument)
    } else {
      self = .list(path: argument)
    }
  }

  /// What makes an argument a saved document.
  static let documentExtensions = [".html", ".htm", ".xhtml", ".md", ".pdf"]
}

/// Why an input cannot be read at all.
public enum InputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file cannot be opened or read.
  case unreadable(path: String, reason: String)
  /// The file holds no text.
  case binary(path: String)
  /// The list is a page in HTML.
  case page(name: String)
  /// Nothing in the input names a source.
  case noSource

  /// What failed, why, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "the list \(path) cannot be read: \(reason). Name a file with one URL or saved page a line"
    case .binary(let path):
      "\(path) is not a list: it holds bytes that are no text. Name a file with one URL a line"
    case .page(let name):
      "the list \(name) is a page in HTML, not a list. Give a saved page as a file whose name ends in .html"
    case .noSource:
      "the input names no source. A list holds one URL or saved page a line; # begins a comment"
    }
  }
}

/// An input that has been opened, ready to be read as it comes.
struct OpenedInput: Sendable {
  /// What messages call it.
  let name: String
  /// What a line is read from; nil for a source named as such.
  let descriptor: Descriptor?
  /// The source named as such.
  let source: String?
  /// The folder that relative paths begin in; empty for the working directory.
  let folder: String
  /// Whether the list is a regular file, which ends by itself.
  let isRegular: Bool

  /// Opens what `input` names.
  init(_ input: SourceInput) throws(InputError) {
    switch input {
    case .source(let text):
      self.init(name: text, descriptor: nil, source: text, folder: "", isRegular: true)
    case .standardInput:
      let descriptor = dup(STDIN_FILENO)
      guard descriptor >= 0 else { throw .unreadable(Self.standardInput, code: errno) }
      self.init(
        name: Self.standardInput,
        descriptor: Descriptor(descriptor),
        source: nil,
        folder: "",
        isRegular: false
      )
    case .list(let path): try self.init(listAt: path)
    }
  }

  /// An input that is open already.
  init(
    name: String,
    descriptor: Descriptor?,
    source: String?,
    folder: String,
    isRegular: Bool
  ) {
    self.name = name
    self.descriptor = descriptor
    self.source = source
    self.folder = folder
    self.isRegular = isRegular
  }

  /// The same input, to be read from its beginning by one reader more.
  ///
  /// Only for a source or a regular file: what a pipe has given is gone.
  func reopened() throws(InputError) -> OpenedInput {
    guard let descriptor else { return self }
    let number = open("/proc/self/fd/\(descriptor.number)", O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw .unreadable(name, code: errno) }
    return replacing(Descriptor(number))
  }

  /// The same input, read from a regular file that holds what it had to say.
  func replacing(_ descriptor: Descriptor) -> OpenedInput {
    OpenedInput(
      name: name,
      descriptor: descriptor,
      source: nil,
      folder: folder,
      isRegular: true
    )
  }

  /// Opens a list without waiting for a pipe's other end: who waits here could not be stopped.
  private init(listAt path: String) throws(InputError) {
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { throw .unreadable(path, code: errno) }
    let descriptor = Descriptor(number)
    var status = stat()
    fstat(descriptor.number, &status)
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw .unreadable(path: path, reason: "it is a directory") }
    if kind == S_IFREG {
      let beginning = Self.beginning(descriptor)
      if beginning.contains(0) { throw .binary(path: path) }
      if SourceLine.beginsPage(beginning) { throw .page(name: path) }
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    self.init(
      name: path,
      descriptor: descriptor,
      source: nil,
      folder: folder,
      isRegular: kind == S_IFREG
    )
  }

  private static let standardInput = "on standard input"

  /// The first bytes; a NUL among them is in no text.
  private static func beginning(_ descriptor: Descriptor) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 4096) { buffer, filled in
      filled = max(0, pread(descriptor.number, buffer.baseAddress, buffer.count, 0))
    }
  }
}

extension InputError {
  /// A list that a call to the system could not open or read, by `errno`.
  static func unreadable(_ path: String, code: Int32) -> InputError {
    .unreadable(path: path, reason: SystemError(path: path, code: code).reason)
  }
}

extension String {
  /// Whether it begins like an absolute address: a scheme (RFC 3986, section 3.1) and a colon.
  var hasScheme: Bool {
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")), colon != startIndex else {
      return false
    }
    let scheme = utf8[..<colon]
    guard scheme.count > 1, let first = scheme.first, first.isASCIILetter else { return false }
    return scheme.allSatisfy {
      $0.isASCIILetter || (0x2b...0x39).contains($0) && $0 != 0x2c && $0 != 0x2f
    }
  }

  /// Whether it ends in one of the extensions, in any case.
  func hasExtension(of extensions: [String]) -> Bool {
    let tail = utf8.suffix(6).map { $0.isASCIILetter ? $0 | 0x20 : $0 }
    return extensions.contains { tail.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  fileprivate var isASCIILetter: Bool { (0x61...0x7a).contains(self | 0x20) }
}
