/// Scalars that show nothing wherever they stand: soft hyphens, marks of direction, zero-width
/// spaces, fillers, annotations, tags, selectors of rare variants, noncharacters.
package enum InvisibleScalars {
  /// Whether a scalar, given by its value, is one.
  package static func contain(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B,
      0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFDD0...0xFDEF, 0xFEFF, 0xFFA0,
      0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
