import Testing

@testable import Extraction

struct DateLineTests {
  private func isDate(_ line: String) throws -> Bool {
    let bytes = Array(line.utf8)[...]
    let reading = try #require(DayReader(isMonthFirst: false).days(in: bytes, most: 1).first)
    return DateLine(bytes, reading).isDate
  }

  @Test(arguments: [
    "3 May 2026", "Jane Doe, 3 May 2026, 10:15", "von Jana Dau am 3. Mai 2026",
    "29.11.2022 – Mehrfach und mit Nachdruck haben die Verbände der Branche das gefordert",
    "Gespeichert von nobody am 24. Juli 2017 - 18:55",
    "Published on 3 May 2026 by the office of the mayor and all the others who work there",
  ])
  func `tells a line that gives a date`(line: String) throws {
    #expect(try isDate(line))
  }

  @Test(arguments: [
    "The bridge that was opened on 3 May 2026 is closed again since the river has come back",
    "Die Brücke wurde am 3. Mai 2026 eröffnet und ist nach dem Hochwasser wieder geschlossen",
  ])
  func `tells prose that mentions one`(line: String) throws {
    #expect(try !isDate(line))
  }
}
