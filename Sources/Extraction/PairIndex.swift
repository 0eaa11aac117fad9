/// The tables of the encodings of two bytes, each made when a page first needs it.
enum PairIndex {
  private static let width = 191

  /// The place of a pair in a table; nil for bytes that make none.
  @inline(__always)
  static func place(_ lead: UInt8, _ trail: UInt8) -> Int? {
    guard lead >= 0x81, lead <= 0xFE, trail >= 0x40, trail <= 0xFE else { return nil }
    return (Int(lead) - 0x81) * width + Int(trail) - 0x40
  }

  static let shiftJIS = pairs("CP932")
  /// The private use area is iconv's own addition here and below.
  static let eucKR = pairs("CP949").map { $0.map { isPrivate($0) ? 0 : $0 } }
  static let big5 = pairs("BIG5-HKSCS").map { table in
    var table = table
    // Letters with two marks, which iconv gives as two characters.
    for (trail, letter) in [(0x62, 0xCA), (0x64, 0xCA), (0xA3, 0xEA), (0xA5, 0xEA)] {
      if let place = place(0x88, UInt8(trail)) { table[place] = UInt32(letter) }
    }
    return table
  }
  static let gb18030 = pairs("GB18030")

  /// The second character of the four codes of Big5 that stand for two.
  static func mark(of lead: UInt8, _ trail: UInt8) -> UInt32? {
    guard lead == 0x88 else { return nil }
    return switch trail {
    case 0x62, 0xA3: 0x304
    case 0x64, 0xA5: 0x30C
    default: nil
    }
  }

  /// The characters of four bytes of GB18030 that lie in the basic plane.
  static let gb18030Quads: [UInt32] =
    ScalarTable.scalars(of: "GB18030", count: 39_420) { pointer in
      [
        UInt8(pointer / 12_600) + 0x81, UInt8(pointer / 1260 % 10) + 0x30,
        UInt8(pointer / 10 % 126) + 0x81, UInt8(pointer % 10) + 0x30,
      ]
    } ?? []

  /// JIS X 0208 as Shift_JIS holds it, by row and cell from 0 on, 0 for none.
  static func kanji(_ row: Int, _ cell: Int) -> UInt32 {
    guard let shiftJIS, (0..<94).contains(row), (0..<94).contains(cell) else { return 0 }
    let pointer = row * 94 + cell
    let (lead, trail) = (pointer / 188, pointer % 188)
    let place = place(
      UInt8(lead < 31 ? lead + 0x81 : lead + 0xC1),
      UInt8(trail < 63 ? trail + 0x40 : trail + 0x41)
    )
    return place.map { shiftJIS[$0] } ?? 0
  }

  /// JIS X 0212, by row and cell from 0 on, 0 for none.
  static func supplement(_ row: Int, _ cell: Int) -> UInt32 {
    let place = row * 94 + cell
    guard (0..<94).contains(row), (0..<94).contains(cell), place < supplements.count else {
      return 0
    }
    return supplements[place]
  }

  // Behind row 77 iconv has additions of its own.
  private static let supplements: [UInt32] =
    ScalarTable.scalars(of: "EUCJP-MS", count: 77 * 94) { place in
      [0x8F, UInt8(place / 94 + 0xA1), UInt8(place % 94 + 0xA1)]
    } ?? []

  private static func pairs(_ encoding: String) -> [UInt32]? {
    ScalarTable.scalars(of: encoding, count: 126 * width) { place in
      [UInt8(place / width + 0x81), UInt8(place % width + 0x40)]
    }
  }

  private static func isPrivate(_ scalar: UInt32) -> Bool { (0xE000...0xF8FF).contains(scalar) }
}
