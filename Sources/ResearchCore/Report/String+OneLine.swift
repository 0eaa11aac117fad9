extension String {
  /// The text as one line of at most `limit` scalars, for labels such as titles.
  ///
  /// Runs of white space and control characters become one space. Marks that only turn or hide
  /// text go, as they could make a report read otherwise than it is written.
  package func oneLine(limit: Int = 200) -> String {
    var line = String.UnicodeScalarView()
    var count = 0
    var isSpacePending = false
    for scalar in unicodeScalars {
      if scalar.isSpaceOrControl {
        isSpacePending = count > 0
        continue
      }
      if scalar.isHidden(after: isSpacePending ? nil : line.last) { continue }
      guard count + (isSpacePending ? 1 : 0) < limit else {
        line.append("…")
        break
      }
      if isSpacePending {
        line.append(" ")
        count += 1
        isSpacePending = false
      }
      line.append(scalar)
      count += 1
    }
    return String(line)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar separates words or commands a terminal.
  var isSpaceOrControl: Bool {
    switch value {
    case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      true
    default:
      false
    }
  }
}
