import Testing

@testable import Extraction

@Suite struct AddressDayTests {
  @Test(arguments: [
    ("https://a.example/2026/01/31/x", "2026-01-31"), ("/2026/1/31", "2026-01-31"),
    ("/x-2026-01-31-y", "2026-01-31"),
    ("/20260131/x", "2026-01-31"), ("/news/nid31012026/", "2026-01-31"),
    ("/31-01-2026/x", "2026-01-31"),
    ("/2026/jan/31/x", "2026-01-31"), ("/x?day=2026-01-31", nil),
    ("https://20260131.example/x", nil),
    ("/2026/31/x", nil), ("/12345678/x", nil), ("/2026/01/", nil), ("", nil),
  ])
  func `finds the day in a path`(address: String, day: String?) {
    #expect(AddressDay.day(in: Array(address.utf8))?.text == day)
  }

  @Test func `finds the month in a path`() {
    let found = AddressDay.month(in: Array("https://a.example/2026/01/x".utf8))
    #expect(found?.year == 2026)
    #expect(found?.month == 1)
    #expect(AddressDay.month(in: Array("/2026/13/x".utf8)) == nil)
  }
}
