import Testing

@testable import Summarisation

struct QuantityTests {
  /// The quantities of a sentence as they stand there, with their values.
  private func read(_ text: String) -> [(text: String, quantity: Quantity)] {
    let bytes = Array(text.utf8)
    let tokens = PlainToken.all(of: bytes.span, 0..<bytes.count)
    let reader = QuantityReader(QuantityWords()) { token in
      ["A", "Some", "of", "in", "the", "The", "on", "In", "and"].contains(
        bytes.span.string(in: token.bytes)
      )
    }
    return reader.quantities(of: tokens, in: bytes.span).map {
      (bytes.span.string(in: $0.bytes), $0)
    }
  }

  @Test(arguments: [
    ("At least 12 people died.", "12 people", 12.0),
    ("Sales rose 3.5% in spring.", "3.5%", 3.5),
    ("It cost the city $1,200,000 in all.", "$1,200,000", 1_200_000),
    ("It cost 40 million euros.", "40 million euros", 40_000_000),
    ("The vote is on 12 March again.", "12 March", 12),
    ("The vote is on March 12, again.", "March 12", 12),
    ("The firm was founded in 1998 there.", "1998", 1998),
    ("A 12-year sentence was given.", "12-year", 12),
    ("Some seven children sang.", "seven children", 7),
    ("Es sind 1.200 Menschen.", "1.200 Menschen", 1_200),
    ("Cuộc thi có 48 đội tuyển.", "48 đội", 48),
  ])
  func `reads amounts and dates`(sample: (String, String, Double)) throws {
    let found = read(sample.0)
    try #require(found.count == 1)
    #expect(found[0].text == sample.1 && found[0].quantity.value == sample.2)
  }

  @Test(arguments: [
    "They won 3-2 after 10:30.", "The Apollo 11 mission ended.", "See Chapter 3 below.",
    "One of 12 in the room.", "Version 5.2.1 is out.", "Between 12-15 people came.", "", "12",
    "About 10–15 people came.", "From 10 to 15 people came.", "It was −12 degrees there.",
    "It cost ¥500 again.", "He drove the 3/4 mile.", "Item #4 people like.",
    "99999999999999999999 people came.",
  ])
  func `leaves what may be a name, a score or a range`(text: String) {
    #expect(read(text).isEmpty)
  }

  @Test(arguments: [
    ("12 people came", "15 people came", true), ("12 people came", "12 people came", false),
    ("12 people came", "15 goats came", false),
    ("39.8 percent came", "40 percent came", false), ("41 percent came", "40 percent came", true),
    ("1,234 people came", "1,200 people came", false),
    ("about 100 people came", "110 people came", false),
    ("about 100 people came", "190 people came", true),
    ("more than 100 people came", "140 people came", false),
    ("more than 100 people came", "40 people came", false),
    ("more than 100 people came", "more than 200 people came", true),
    ("at least 100 people came", "at most 40 people came", false),
    ("41,113 units came", "41,11 units came", false),
    ("in 1998 they came", "in 1999 they came", true),
    ("on 12 March they came", "on 13 March they came", true),
    ("on 12 March they came", "on 13 April they came", false),
    ("A$650 million came", "US$430 million came", false),
    ("$650 million came", "US$430 million came", false),
    ("$40 million came", "€50 million came", false), ("40 million km", "50 million km", true),
  ])
  func `tells values apart that cannot both be true`(sample: (String, String, Bool)) throws {
    let one = try #require(read(sample.0).first?.quantity)
    let other = try #require(read(sample.1).first?.quantity)
    #expect(one.contradicts(other) == sample.2)
    #expect(other.contradicts(one) == sample.2)
  }
}
