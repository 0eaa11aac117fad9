/// What the class names and the id of an element say about its part in the page.
struct NameSigns: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  /// Menus, shares, related matter: dropped unless they hold much of the page.
  static let extra = NameSigns(rawValue: 1 << 0)
  /// Names that often stand on the text itself, such as "teaser": dropped only where they link.
  static let weak = NameSigns(rawValue: 1 << 1)
  /// Comments, footers, cookie notices: dropped however long they are, as long as a text remains.
  static let appendix = NameSigns(rawValue: 1 << 2)
  static let advertisement = NameSigns(rawValue: 1 << 3)
  static let image = NameSigns(rawValue: 1 << 4)
  static let caption = NameSigns(rawValue: 1 << 5)
  /// A body of text, such as "article-body".
  static let body = NameSigns(rawValue: 1 << 6)
  /// A standfirst.
  static let lead = NameSigns(rawValue: 1 << 7)
  /// Text that waits behind a payment, delivered hidden.
  static let paid = NameSigns(rawValue: 1 << 8)
  static let hidden = NameSigns(rawValue: 1 << 9)
  /// The frame of the page's content, such as "main-content".
  static let frame = NameSigns(rawValue: 1 << 10)
  /// A member's name, rank or signature beside a post.
  static let member = NameSigns(rawValue: 1 << 11)
  static let comment = NameSigns(rawValue: 1 << 12)
  static let review = NameSigns(rawValue: 1 << 13)
  /// Names that place a date or an author, for metadata.
  static let date = NameSigns(rawValue: 1 << 14)
  static let author = NameSigns(rawValue: 1 << 15)
  /// Matter about other pages, where dates and names are not the page's own.
  static let foreign = NameSigns(rawValue: 1 << 16)
  static let sidebar = NameSigns(rawValue: 1 << 17)
}

/// Reads class names and ids into signs.
///
/// A name is split into words at signs and at capitals. A word or two adjacent ones count only where they begin the name, or
/// end it with at most two words of structure behind ("footer_widgets", "main-nav-wrapper", not "email-nav-source"): words
/// in the middle of a name mislead. Names that tell a state ("has-sidebar") or a utility ("print:hidden") are passed over.
struct NameReader {
  private let table = NameLists.table
  private let states = NameLists.states
  private let structure = NameLists.structure
  private var words = [12 of UInt64](repeating: 0)
  private var count = 0

  init() {}

  /// The signs of all names in the value of a class attribute or an id.
  mutating func signs(of value: Span<UInt8>) -> NameSigns {
    var signs: NameSigns = []
    var hash = NameHash()
    var isInWord = false
    var isIgnored = false
    var wasLower = false
    for index in value.indices {
      let byte = value[index]
      let isUpper = byte.isASCIIUpper
      if byte.isASCIILetter || byte.isASCIIDigit {
        // A capital after a small letter begins a word: "articleBody".
        if isUpper && wasLower {
          endWord(hash)
          hash = NameHash()
        }
        hash.add(byte)
        isInWord = true
        wasLower = !isUpper
        continue
      }
      if isInWord { endWord(hash) }
      hash = NameHash()
      isInWord = false
      wasLower = false
      if byte.isHTMLSpace {
        signs.formUnion(endName(isIgnored: isIgnored))
        isIgnored = false
      } else if byte == 0x3A || byte == 0x5B {
        isIgnored = true
      }
    }
    if isInWord { endWord(hash) }
    signs.formUnion(endName(isIgnored: isIgnored))
    return signs
  }

  @inline(__always)
  private mutating func endWord(_ hash: NameHash) {
    guard count < words.count else { return }
    words[count] = hash.value
    count += 1
  }

  private mutating func endName(isIgnored: Bool) -> NameSigns {
    defer { count = 0 }
    guard count > 0, !isIgnored else { return [] }
    let first = words[0]
    if count > 1 && states[first] { return [] }
    var signs: NameSigns = count == 1 ? table[NameLists.whole(first)] : []
    for index in 0..<count where index == 0 || isFollowedByStructure(index + 1) {
      signs.formUnion(placed(table[words[index]], before: index + 1))
    }
    for index in 0..<(count - 1) where index == 0 || isFollowedByStructure(index + 2) {
      let pair = NameLists.pair(words[index], words[index + 1])
      signs.formUnion(placed(table[pair], before: index + 2))
    }
    return signs
  }

  /// The signs without those that stand for nothing unless only words of structure follow.
  @inline(__always)
  private func placed(_ signs: NameSigns, before next: Int) -> NameSigns {
    signs.contains(.side) && !isFollowedByStructure(next) ? signs.subtracting(.side) : signs
  }

  private func isFollowedByStructure(_ start: Int) -> Bool {
    guard count - start <= 2 else { return false }
    for index in start..<count where !structure[words[index]] { return false }
    return true
  }
}
