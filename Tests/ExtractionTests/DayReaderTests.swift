import Testing

@testable import Extraction

@Suite struct DayReaderTests {
  @Test(arguments: [
    ("2026-01-31T23:59:59-08:00", "2026-01-31"), ("20260131", "2026-01-31"),
    ("1769817600", "2026-01-31"),
    ("1769817600000", "2026-01-31"), ("31 January 2026", "2026-01-31"),
    ("Jan. 31, 2026", "2026-01-31"),
    ("31 de enero de 2026", "2026-01-31"), ("2026. 1. 31.", "2026-01-31"),
    ("2026년 1월 31일", "2026-01-31"),
    ("31.01.26", "2026-01-31"), ("31/01/2026", "2026-01-31"), ("2026-02-30", nil),
    ("1812-01-01", nil),
    ("at 12:30:45", nil), ("May", nil), ("", nil), ("31-Jan-26", "2026-01-31"),
    ("31 Jan '26", "2026-01-31"), ("2026-31-01", "2026-01-31"),
    ("2026 m. sausio 31 d.", "2026-01-31"),
    ("2026. gada 31. janvārī", "2026-01-31"), ("ngày 31 tháng 1, 2026", nil),
    ("31 januára 2026", "2026-01-31"),
    ("३१ जनवरी २०२६", "2026-01-31"), ("31 يناير 2026", "2026-01-31"),
    ("٣١ يناير ٢٠٢٦", "2026-01-31"),
    ("31 มกราคม 2569", "2026-01-31"), ("۱۱ بهمن ۱۴۰۴", "2026-01-31"), ("１月31日", nil),
    ("平成31年1月31日", "2019-01-31"),
    ("２０２６年１月３１日", "2026-01-31"), ("31 בינואר 2026", "2026-01-31"),
    ("31 იანვარი 2026", "2026-01-31"), ("4 تیر 1404", "2025-06-25"),
  ])
  func `reads days as machines and people write them`(text: String, day: String?) {
    #expect(DayReader(isMonthFirst: true).machineDay(Array(text.utf8)[...])?.text == day)
  }

  @Test(arguments: [
    ("zlib 1.2.11", nil), ("5.2.10 Options", nil), ("4.2.2.13", nil), ("1.2.3.2011", nil),
    ("3.2.2011.4", nil), ("v1.2.2011", nil), ("Version 1.2.2011", nil), ("section 5.2.2010", nil),
    ("§ 5.2.2010", nil), ("§5.2.2010", nil), ("10.12.11", nil), ("10.12.11 More options", nil),
    ("Published 10.12.11", "2011-12-10"), ("Von Jane Doe, 10.12.11", "2011-12-10"),
    ("Fr 10.12.11, 12:30", "2011-12-10"), ("am 3.2.2011", "2011-02-03"),
  ])
  func `takes no version or section for a day`(text: String, day: String?) {
    let days = DayReader(isMonthFirst: false).days(in: Array(text.utf8)[...])
    #expect(days.first?.day.text == day)
  }

  @Test func `takes the order of day and month from the page`() {
    let text = Array("3/4/2026".utf8)
    #expect(DayReader(isMonthFirst: true).machineDay(text[...])?.text == "2026-03-04")
    #expect(DayReader(isMonthFirst: false).machineDay(text[...])?.text == "2026-04-03")
  }

  @Test func `tells what digits mean the other way round`() {
    let reader = DayReader(isMonthFirst: false)
    #expect(reader.machineReading(Array("3/4/2026".utf8)[...])?.swapped?.text == "2026-03-04")
    for text in ["31/1/2026", "3.4.2026", "2026-04-03", "4/4/2026"] {
      #expect(reader.machineReading(Array(text.utf8)[...])?.swapped == nil)
    }
  }
}
