import Testing

@testable import Summarisation

struct LanguageGuessTests {
  private static let guess = LanguageGuess(LanguageData())

  @Test(arguments: [
    ("en", "The weather was so bad that nobody wanted to go out with them."),
    ("de", "Das Wetter war so schlecht, dass niemand mit ihnen gehen wollte."),
    ("fr", "Le temps était si mauvais que personne ne voulait sortir avec eux."),
    ("es", "El tiempo era tan malo que nadie quería salir con ellos por la noche."),
    ("it", "Il tempo era così brutto che nessuno voleva uscire con loro della città."),
    ("pt", "O tempo estava tão ruim que ninguém não queria sair com eles da cidade."),
    ("nl", "Het weer was zo slecht dat niemand met hen naar buiten wilde gaan."),
    ("sv", "Vädret var så dåligt att ingen ville gå ut med dem och jag blev kvar."),
    ("da", "Vejret var så dårligt, at ingen ville gå ud med dem, og jeg blev hjemme af det."),
    ("no", "Været var så dårlig at ingen ville gå ut med dem, og jeg ble igjen etter det."),
    ("fi", "Sää oli niin huono, että kukaan ei halunnut mennä ulos heidän kanssaan."),
    ("pl", "Pogoda była tak zła, że nikt nie chciał z nimi wyjść i został w domu."),
    ("vi", "Thời tiết xấu đến nỗi không ai muốn ra ngoài với họ và những người khác."),
    ("ru", "Погода была такой плохой, что никто не хотел с ними идти."),
    ("uk", "Погода була така погана, що ніхто не хотів з ними йти, і все."),
    ("el", "Ο καιρός ήταν τόσο κακός."), ("ar", "كان الطقس سيئا جدا في المدينة"),
    ("fa", "هوا آنقدر بد بود که برای این کار را نمی‌شد"), ("he", "מזג האוויר היה גרוע"),
    ("hi", "मौसम बहुत खराब था"), ("zh", "天气太坏了，没有人想出去。"), ("ja", "天気がとても悪かった。"),
    ("ko", "날씨가 너무 나빴다."),
    ("ur", "موسم بہت خراب تھا اور کوئی باہر نہیں جانا چاہتا تھا۔"), ("te", "వాతావరణం చాలా చెడ్డది."),
    ("kn", "ಹವಾಮಾನ ಕೆಟ್ಟಿತ್ತು."), ("ml", "കാലാവസ്ഥ മോശമായിരുന്നു."), ("gu", "હવામાન ખરાબ હતું."),
    ("pa", "ਮੌਸਮ ਖਰਾਬ ਸੀ।"), ("or", "ପାଗ ଖରାପ ଥିଲା।"), ("si", "කාලගුණය නරකයි."), ("ta", "வானிலை மோசம்."),
    ("th", "อากาศแย่มาก"), ("en", "Xyzzy plugh"), ("en", "12 + 4"),
    ("en", ""), ("ru", "Привет"),
  ])
  func `guesses by script and function words`(language: String, text: String) {
    let bytes = Array(text.utf8)
    #expect(Self.guess.language(of: bytes.span) == language)
  }

  @Test(
    arguments: [
      ("en-US", "en"), ("ZH-Hant-TW", "zh"), ("nb", "no"), ("de_AT", "de"), ("", nil), ("1", nil),
      ("x", nil), (nil, nil),
    ] as [(String?, String?)]
  )
  func `reduces tags to primary subtags`(tag: String?, subtag: String?) {
    #expect(LanguageData.primarySubtag(tag) == subtag)
  }
}
