/// Reads a robots.txt line by line, and keeps the rules of the groups that are for one product.
///
/// Lines that are unknown, or wrong, are passed over, and end no group (RFC 9309, section 2.2.4).
/// `Crawl-delay`, which the RFC does not know, is taken for a rule as far as groups are concerned:
/// the next user agent begins another group, which is what those mean who write it.
struct RobotsParser {
  /// The rules of one or several groups.
  struct Group {
    var patterns: [UInt8] = []
    var entries: [RobotsFile.Entry] = []
    var crawlDelay: Duration?
  }

  private let product: [UInt8]
  private var own: Group?
  private var everybody: Group?
  /// Whom the group is for that is being read.
  private var isOwn = false
  private var isEverybody = false
  /// Whether the last line of a group named a user agent.
  private var isNaming = false

  /// A parser of rules for a product, named by letters, "-" and "_".
  init(_ product: String) {
    self.product = product.utf8.map(\.asciiLowercased)
  }

  /// What has been read for the product.
  var group: Group { own ?? everybody ?? Group() }

  /// Reads a file's first bytes, as many as are read of any, up to the end of a line.
  mutating func read(_ bytes: [UInt8]) {
    var rest = bytes.prefix(RobotsFile.maxSize)
    if rest.count < bytes.count {
      rest = rest.prefix(upTo: rest.lastIndex(where: Self.isLineEnd) ?? rest.startIndex)
    }
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var line = 1
    while !rest.isEmpty {
      let end = rest.firstIndex(where: Self.isLineEnd) ?? rest.endIndex
      read(rest[..<end], line)
      let isPair = rest[end...].starts(with: "\r\n".utf8)
      rest = rest[end...].dropFirst(isPair ? 2 : 1)
      line += 1
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) {
    let said = line.prefix { $0 != UInt8(ascii: "#") }
    guard let colon = said.firstIndex(of: UInt8(ascii: ":")) else { return }
    let key = String(decoding: Self.trimmed(said[..<colon]).prefix(20), as: UTF8.self)
    let value = Self.trimmed(said[(colon + 1)...])
    switch key.lowercased() {
    case "user-agent": name(value)
    case "allow": add(value, number, isAllowed: true)
    case "disallow": add(value, number, isAllowed: false)
    case "crawl-delay": delay(value)
    default: break
    }
  }

  private mutating func name(_ agent: ArraySlice<UInt8>) {
    if !isNaming { (isOwn, isEverybody) = (false, false) }
    isNaming = true
    let token = agent.prefix { $0.isASCIILetter || $0 == 45 || $0 == 95 }
    let rest = agent.dropFirst(token.count)
    if rest.first == UInt8(ascii: "*"), token.isEmpty, Self.isOver(rest.dropFirst()) {
      isEverybody = true
      everybody = everybody ?? Group()
    } else if Self.isOver(rest), token.elementsEqual(product, by: { $0.asciiLowercased == $1 }) {
      isOwn = true
      own = own ?? Group()
    }
  }

  private mutating func add(_ pattern: ArraySlice<UInt8>, _ line: Int, isAllowed: Bool) {
    isNaming = false
    guard !pattern.isEmpty else { return }
    if isOwn { own?.add(pattern, line, isAllowed) }
    if isEverybody { everybody?.add(pattern, line, isAllowed) }
  }

  private mutating func delay(_ value: ArraySlice<UInt8>) {
    isNaming = false
    guard let delay = Self.seconds(value) else { return }
    if isOwn { own?.add(delay) }
    if isEverybody { everybody?.add(delay) }
  }

  /// Whether a name ends here: many write a version behind it.
  private static func isOver(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let next = rest.first else { return true }
    return isBlank(next) || next == UInt8(ascii: "/")
  }

  /// Seconds with or without decimals, at most some days; nil for anything else.
  private static func seconds(_ value: ArraySlice<UInt8>) -> Duration? {
    let parts = value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, value.contains(where: \.isASCIIDigit),
      parts.joined().allSatisfy(\.isASCIIDigit)
    else { return nil }
    let whole = parts[0].reduce(0) { min($0 * 10 + Int($1 - 48), 1_000_000) }
    let decimals = parts.dropFirst().first?.prefix(6) ?? []
    let scale = (decimals.count..<6).reduce(1) { scale, _ in scale * 10 }
    return .seconds(whole) + .microseconds(decimals.reduce(0) { $0 * 10 + Int($1 - 48) } * scale)
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = text.drop(while: isBlank)
    return rest.prefix(upTo: rest.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? rest.startIndex)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
}

extension RobotsParser.Group {
  fileprivate mutating func add(_ delay: Duration) {
    crawlDelay = max(crawlDelay ?? .zero, delay)
  }

  fileprivate mutating func add(_ pattern: ArraySlice<UInt8>, _ line: Int, _ isAllowed: Bool) {
    let start = patterns.count
    patterns += RobotsPath.normalised(pattern: pattern)
    entries.append(
      RobotsFile.Entry(
        start: UInt32(clamping: start),
        count: UInt32(clamping: patterns.count - start),
        line: UInt32(clamping: line),
        isAllowed: isAllowed
      )
    )
  }
}
