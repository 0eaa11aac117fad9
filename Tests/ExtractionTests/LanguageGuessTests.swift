import Testing

@testable import Extraction

@Suite struct LanguageGuessTests {
  @Test(arguments: [
    ("The river rose in the night and the mill of the town was in the water for two days", "en"),
    (
      "Le niveau de la rivière est monté dans la nuit et le moulin est dans les eaux pour deux jours",
      "fr"
    ),
    (
      "Rzeka w nocy się podniosła i młyn na brzegu nie jest do użytku, a to w marcu nie jest to",
      "pl"
    ),
    (
      "Река за ночь поднялась на два метра и мельница у моста была в воде по колесо, но не у всех",
      "ru"
    ),
    ("ارتفع النهر في الليل مترين ووقفت الطاحونة عند الجسر القديم في الماء", "ar"),
    ("رودخانه در شب دو متر بالا آمد و آسیاب کنار پل قدیمی تا چرخ در آب ایستاد، گفت پیرمرد", "fa"),
    ("강물이 밤사이 이 미터 올라 낡은 다리 옆 물레방아가 물에 잠겼다", "ko"), ("河水一夜上涨两米，老桥边的磨坊浸在水中", "zh"),
    ("แม่น้ำสูงขึ้นสองเมตรในตอนกลางคืน", "th"), ("हज़ारों लोग नदी के किनारे रहते हैं", "hi"), ("", nil),
    ("12 34 | 56", nil),
    ("lorem ipsum dolor amet", nil),
  ])
  func `tells languages by script and by common words`(text: String, language: String?) {
    #expect(LanguageGuess(Array(text.utf8)).language(against: nil) == language)
  }

  @Test func `takes the same script for no contradiction`() {
    let text = Array("हज़ारों लोग नदी के किनारे रहते हैं".utf8)
    #expect(LanguageGuess(text).language(against: "mr") == nil)
    #expect(LanguageGuess(text).language(against: "en") == "hi")
  }
}
