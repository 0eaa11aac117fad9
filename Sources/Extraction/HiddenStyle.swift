/// How a style keeps its element from being seen.
enum Hiding {
  /// Not shown, so that it takes no attention: scripts may open it for the reader.
  case closed
  /// Transparent, with a place to move to: as far as the style tells, about to appear.
  case fading
  /// Shown in a way that none can read: without size, far off the screen, clipped, or in the colour of its background.
  case concealed
}

extension ArraySlice<UInt8> {
  /// How a style hides its element, as far as it tells by itself; nil where it does not.
  var hiding: Hiding? {
    var colours: (text: ArraySlice<UInt8>?, background: ArraySlice<UInt8>?)
    var isTransparent = false
    var isMoving = false
    var isConcealed = false
    for declaration in split(separator: UInt8(ascii: ";")) {
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = declaration[..<colon].trimmedStyle
      let value = declaration[declaration.index(after: colon)...].trimmedStyle
      if value.closes(as: name) { return .closed }
      if value.conceals(as: name) { isConcealed = true }
      if name.isFolded("opacity") { isTransparent = value.isZero }
      if value.moves(as: name) { isMoving = true }
      if name.isFolded("color") { colours.text = value }
      if name.isFolded("background") || name.isFolded("background-color") {
        colours.background = value
      }
    }
    if isConcealed { return .concealed }
    if isTransparent { return isMoving ? .fading : .concealed }
    guard let text = colours.text, let background = colours.background else { return nil }
    return text.elementsEqual(background) { $0.folded == $1.folded } ? .concealed : nil
  }

  private var trimmedStyle: ArraySlice<UInt8> {
    let start = firstIndex { !$0.isHTMLSpace } ?? endIndex
    var end = endIndex
    while end > start, self[end - 1].isHTMLSpace { end -= 1 }
    return self[start..<end]
  }

  private func closes(as name: ArraySlice<UInt8>) -> Bool {
    switch name.count {
    case 7: name.isFolded("display") && beginsFolded("none")
    case 10: name.isFolded("visibility") && (beginsFolded("hidden") || beginsFolded("collapse"))
    default: false
    }
  }

  private func conceals(as name: ArraySlice<UInt8>) -> Bool {
    switch name.count {
    case 4, 3, 11:
      (name.isFolded("left") || name.isFolded("top") || name.isFolded("text-indent")) && isFarOff
    case 5: name.isFolded("color") && beginsFolded("transparent")
    case 9:
      (name.isFolded("font-size") && isZero)
        || (name.isFolded("clip-path") && beginsFolded("inset(") && dropFirst(6).first != 0x30)
        || (name.isFolded("transform") && beginsFolded("scale(0)"))
    default: false
    }
  }

  /// Whether a value says that its element moves or changes, and not only that it does not.
  private func moves(as name: ArraySlice<UInt8>) -> Bool {
    guard
      name.isFolded("transform") || name.isFolded("transition") || name.isFolded("will-change")
    else { return false }
    return !isEmpty && !isZero && !beginsFolded("none") && !beginsFolded("auto")
      && !beginsFolded("initial") && !beginsFolded("inherit") && !beginsFolded("unset")
      && !beginsFolded("revert")
  }

  /// A number that is nothing but zeros, whatever its unit.
  private var isZero: Bool {
    let number = prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
    return !number.isEmpty
      && number.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
  }

  /// A negative length of three digits or more, such as -9999px.
  private var isFarOff: Bool {
    guard first == UInt8(ascii: "-") else { return false }
    return dropFirst().prefix { $0.isASCIIDigit }.count >= 3 && !contains(UInt8(ascii: "%"))
  }

  private func isFolded(_ name: StaticString) -> Bool {
    count == name.utf8CodeUnitCount && beginsFolded(name)
  }

  private func beginsFolded(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      count >= text.count && zip(self, text).allSatisfy { $0.folded == $1 }
    }
  }
}

extension UInt8 {
  fileprivate var folded: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
