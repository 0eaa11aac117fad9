/// What shows nothing, but turns the direction of text, hides in it, or smuggles another text along.
extension Unicode.Scalar {
  /// Whether the scalar is to be left out after `previous`, which is nil at a word's beginning.
  ///
  /// Joiners stay where a script or an emoji needs them, and one variation selector does after what
  /// may have variants; rows of them can only carry what nobody sees.
  package func isHidden(after previous: Unicode.Scalar?) -> Bool {
    switch value {
    case 0x200C, 0x200D: (previous?.value ?? 0) < 0x300 || previous?.isJoiner == true
    case 0xFE00...0xFE0F:
      (previous?.value ?? 0) <= 0x20 || previous?.isSelector == true
    default: isInvisible
    }
  }

  /// Whether the scalar shows nothing wherever it stands: soft hyphens, marks of direction,
  /// zero-width spaces, fillers, annotations, tags, selectors of rare variants, noncharacters.
  package var isInvisible: Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B,
      0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFDD0...0xFDEF, 0xFEFF, 0xFFA0,
      0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  private var isSelector: Bool { (0xFE00...0xFE0F).contains(value) }

  private var isJoiner: Bool { value == 0x200C || value == 0x200D }
}
