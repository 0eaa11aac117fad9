/// Finds the day of publication in the scripts of a page, which name it as their publishing system does.
enum ScriptDays {
  private static let most = 4

  /// What is written behind the first names of the kind of "publishedAt", in any script or data attribute.
  static func readings(in page: [UInt8], _ reader: DayReader) -> [DayReader.Reading] {
    var readings: [DayReader.Reading] = []
    var index = 0
    while readings.count < most {
      index = page.place(of: 0x3A, in: index..<page.count)
      guard index < page.count else { break }
      if let value = value(behind: index, in: page), isName(before: index, in: page),
        let reading = reader.machineReading(value)
      {
        readings.append(reading)
      }
      index += 1
    }
    return readings
  }

  /// A value that begins as a machine's day does: four digits and a hyphen, or digits alone.
  private static func value(behind colon: Int, in page: [UInt8]) -> ArraySlice<UInt8>? {
    var start = colon + 1
    while start < page.count, start < colon + 5, " \"\\'".utf8.contains(page[start]) { start += 1 }
    let end = min(page.count, start + 13)
    guard end - start >= 10, page[start] == 0x31 || page[start] == 0x32 else { return nil }
    let digits = page[start..<end].prefix(while: \.isASCIIDigit).count
    if digits == 4, page[start + 4] == 0x2D { return page[start..<(start + 10)] }
    let ends = start + digits >= page.count || !page[start + digits].isASCIIDigit
    return ends && (digits == 10 || digits == 13) ? page[start..<(start + digits)] : nil
  }

  /// Whether the name before a colon is one of a publication's day.
  private static func isName(before colon: Int, in page: [UInt8]) -> Bool {
    var end = colon
    while end > 0, colon - end < 4, " \"\\'".utf8.contains(page[end - 1]) { end -= 1 }
    var start = end
    while start > 0, end - start < 40, page[start - 1].isASCIILetter || page[start - 1] == 0x5F {
      start -= 1
    }
    var name = NameHash()
    for byte in page[start..<end] where byte != 0x5F { name.add(byte) }
    return names.contains(name.value)
  }

  private static let names = Set(
    """
    publish published publishat publishedat publishdate publisheddate publishtime publishedtime
    publishon publishedon datepublished pubdate pubtime firstpublished firstpublishedat
    firstpublishdate firstpublisheddate firstpublicationdate publicationdate publicationtime
    articledate articlepublishedtime createdat datecreated postdate displaydate
    """
    .split(whereSeparator: \.isWhitespace).map { NameHash($0.utf8).value }
  )
}
