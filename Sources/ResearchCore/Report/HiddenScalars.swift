import Extraction

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

  /// Whether the scalar shows nothing wherever it stands.
  package var isInvisible: Bool { InvisibleScalars.contain(value) }

  private var isSelector: Bool { (0xFE00...0xFE0F).contains(value) }

  private var isJoiner: Bool { value == 0x200C || value == 0x200D }
}
