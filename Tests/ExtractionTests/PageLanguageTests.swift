import Testing

@testable import Extraction

@Suite struct PageLanguageTests {
  private static let german = """
    Der Fluss stieg in der Nacht um zwei Meter, und die Mühle an der alten Brücke stand bis zum Rad im Wasser. Niemand \
    hatte es so früh im Jahr erwartet; das letzte Hochwasser dieser Höhe war vor vierzig Jahren, in einem nassen März. Die \
    Feuerwehr pumpte elf Keller aus, und die Schule schickte ihre Kinder am Dienstag noch vor dem Mittag nach Hause. Am \
    Abend war das Wasser wieder gefallen, und der Rat dankte allen, die Sandsäcke getragen hatten, mit einem Essen in dem \
    Saal der Gemeinde, zu dem auch die Nachbarn aus den Dörfern am Oberlauf und die Helfer aus der Stadt geladen waren.
    """
  private static let japanese = "川の水は夜の間に二メートル上がり、古い橋のそばの水車小屋は車輪まで水に浸かりました。今年は早すぎる洪水でした。"

  @Test(arguments: [
    ("en", german, "de"), ("en-GB", german, "de"), ("de-AT", german, "de-AT"), ("", german, "de"),
    // A language that is not known here is believed.
    ("gsw", german, "gsw"), ("en", japanese, "ja"), ("ja", japanese, "ja"), ("ja", german, "de"),
    ("en", "Ein kurzer Satz auf der Seite, der für kein Urteil reicht und auch nicht ist.", "en"),
  ])
  func `believes the page unless its text says otherwise`(
    declared: String,
    text: String,
    language: String
  ) throws {
    #expect(try extract("<html lang='\(declared)'><p>\(text)</p>").language == language)
  }
}
