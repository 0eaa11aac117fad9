extension ArraySlice<UInt8> {
  /// Whether a style keeps its element from being seen, as far as it tells by itself: not shown,
  /// transparent, without size, far off the screen, clipped, or in the colour of its background.
  var hidesElement: Bool {
    var colours: (text: ArraySlice<UInt8>?, background: ArraySlice<UInt8>?)
    // What is transparent and has a place to move to is about to appear.
    var isTransparent = false
    var isMoving = false
    for declaration in split(separator: UInt8(ascii: ";")) {
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = declaration[..<colon].trimmedStyle
      let value = declaration[declaration.index(after: colon)...].trimmedStyle
      if value.hides(as: name) {
        if name.isFolded("opacity") { isTransparent = true; continue }
        return true
      }
      if name.isFolded("transform") || name.isFolded("transition") || name.isFolded("will-change") {
        isMoving = true
      }
      if name.isFolded("color") { colours.text = value }
      if name.isFolded("background") || name.isFolded("background-color") {
        colours.background = value
      }
    }
    if isTransparent && !isMoving { return true }
    guard let text = colours.text, let background = colours.background else { return false }
    return text.elementsEqual(background) { $0.folded == $1.folded }
  }

  private var trimmedStyle: ArraySlice<UInt8> {
    let start = firstIndex { !$0.isHTMLSpace } ?? endIndex
    var end = endIndex
    while end > start, self[end - 1].isHTMLSpace { end -= 1 }
    return self[start..<end]
  }

  private func hides(as name: ArraySlice<UInt8>) -> Bool {
    switch name.count {
    case 4, 3, 11:
      (name.isFolded("left") || name.isFolded("top") || name.isFolded("text-indent")) && isFarOff
    case 5: name.isFolded("color") && beginsFolded("transparent")
    case 7:
      (name.isFolded("display") && beginsFolded("none"))
        || (name.isFolded("opacity") && isZero)
    case 9:
      (name.isFolded("font-size") && isZero)
        || (name.isFolded("clip-path") && beginsFolded("inset(") && dropFirst(6).first != 0x30)
        || (name.isFolded("transform") && beginsFolded("scale(0)"))
    case 10: name.isFolded("visibility") && (beginsFolded("hidden") || beginsFolded("collapse"))
    default: false
    }
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
