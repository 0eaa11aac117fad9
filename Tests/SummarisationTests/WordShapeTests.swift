import Testing

@testable import Summarisation

struct WordShapeTests {
  private func shape(_ word: String) -> WordShape {
    var shape = WordShape()
    for scalar in word.unicodeScalars {
      shape.add(scalar.value, CaseFolding.lower(scalar.value))
    }
    return shape
  }

  @Test(arguments: [
    ("J", true), ("U.S", true), ("z.B", true), ("т.е", true), ("No", false), ("5", false),
    ("a.b5", false), ("Ph.D", false), ("", false),
  ])
  func `tells initials`(word: String, isInitials: Bool) {
    #expect(shape(word).isInitials == isInitials)
  }

  @Test(arguments: [
    ("ING", true), ("НАТО", true), ("EU", false), ("U.S.A", false), ("G20A", false), ("Inc", false),
  ])
  func `tells acronyms`(word: String, isAcronym: Bool) {
    #expect(shape(word).isAcronym == isAcronym)
  }

  @Test(arguments: [("XIV", true), ("II", true), ("V", false), ("Xiv", false), ("XD", false)])
  func `tells Roman numerals`(word: String, isRoman: Bool) {
    #expect(shape(word).isRoman == isRoman)
  }

  @Test(arguments: [
    ("pg", true), ("Kgl", true), ("хв", true), ("Pk", false), ("hmm", false), ("no", false),
    ("BBC", false), ("ptrsk", false), ("b2", false), ("πχ", false),
  ])
  func `tells words without a vowel`(word: String, isVowelless: Bool) {
    #expect(shape(word).isVowelless == isVowelless)
  }

  @Test(arguments: [("1990", true), ("3.14", true), ("२", true), ("5a", false), ("", false)])
  func `tells numbers`(word: String, isNumber: Bool) {
    #expect(shape(word).isNumber == isNumber)
  }
}
