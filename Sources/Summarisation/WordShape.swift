/// What a word looks like, from its scalars one by one.
struct WordShape {
  private(set) var letters = 0
  private(set) var digits = 0
  private var capitals = 0
  /// Scalars since the last stop, and the most between two stops.
  private var run = 0
  private var longestRun = 0
  private var last: UInt32 = 0
  private var hasOthers = false
  private var hasVowels = false
  /// Letters that are digits of Roman numerals: I V X L C.
  private var numerals = 0

  /// Whether it is made of digits.
  var isNumber: Bool { digits > 0 && letters == 0 }

  /// Whether stops stand within it.
  var hasStops: Bool { hasOthers }

  /// A single letter, or letters with stops between: "J.", "U.S.", "z.B.".
  var isInitials: Bool { letters > 0 && longestRun == 1 && digits == 0 }

  /// Three capitals or more, and nothing else.
  var isAcronym: Bool { letters > 2 && capitals == letters && !hasOthers && digits == 0 }

  /// A number in Roman numerals of more than one letter.
  var isRoman: Bool { letters > 1 && numerals == letters && !hasOthers && digits == 0 }

  /// Two to four small letters, or a capital and two or three of them, without a vowel.
  var isVowelless: Bool {
    capitals < 2 && !hasVowels && digits == 0 && !hasOthers && letters >= 2 + capitals
      && letters <= 4
  }

  /// Adds a scalar, and its small letter.
  mutating func add(_ value: UInt32, _ lower: UInt32) {
    guard value != 0x2E, value != 0x6D4 else {
      run = 0
      hasOthers = true
      return
    }
    run += 1
    longestRun = max(longestRun, run)
    switch ScalarClass(value) {
    case .digit: digits += 1
    case .letter: letters += 1
    default: hasOthers = true
    }
    if lower != value { capitals += 1 }
    if [0x49, 0x56, 0x58, 0x4C, 0x43].contains(value) { numerals += 1 }
    // Sounds such as "hmm" and "shh" are written with a letter twice.
    if !Self.isConsonant(lower) || lower == last { hasVowels = true }
    last = lower
  }

  /// Whether a small letter, Latin or Cyrillic, is a consonant; all others may be vowels.
  private static func isConsonant(_ value: UInt32) -> Bool {
    switch value {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x77, 0x79: false
    case 0x62...0x7A: true
    case 0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44C, 0x44D...0x44F: false
    case 0x431...0x44A: true
    default: false
    }
  }
}
