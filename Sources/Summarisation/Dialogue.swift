/// Words by which those who talk to each other name themselves and the other.
///
/// Where many sentences have one, a text is talk: a meeting, an interview, a chat. Its first
/// sentences are greetings, however central their words may be, and tell little of its matter.
/// "We" is not among the words, since papers and firms speak so of themselves.
struct Dialogue {
  private let finder: PronounFinder

  /// Knows the words of a language, given by its primary subtag; of others it finds none.
  init(language: String, data: LanguageData) {
    finder = PronounFinder(Self.lists, language: language, data: data)
  }

  /// Whether a range of a text has one of the words, and no mark of quotation: what is quoted is not
  /// the text's own talk.
  func speaks(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    finder.finds(in: text, range) && !Self.quotes(text, range)
  }

  private static func quotes(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = text.scalar(at: index)
      index += scalar.length
      switch scalar.value {
      case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x300C...0x300F: return true
      default: break
      }
    }
    return false
  }

  static let lists: [(language: String, words: String)] = [
    ("bg", "аз мен ми ти теб те вие вас"),
    ("cs", "já mě mně ty tě tebe vy vás vám"),
    ("da", "jeg mig du dig jer"),
    ("de", "ich mich mir du dich dir euch"),
    ("el", "εγώ μου εσύ σου εσείς σας"),
    ("en", "i me my you your"),
    ("es", "yo mí tú te ti usted ustedes vosotros"),
    ("fi", "minä minun minua sinä sinun sinua te teidän"),
    ("fr", "je j moi tu te toi vous"),
    ("hu", "én engem te téged ti önök"),
    ("id", "saya aku kamu anda"),
    ("it", "io mi tu ti te voi vi"),
    ("ja", "私 僕 俺 君"),
    ("ko", "나 나는 내가 저는 제가 너 당신"),
    ("nl", "ik mij jij je jou u jullie"),
    ("no", "jeg eg meg du deg dere"),
    ("pl", "ja mnie mi ty ciebie cię wy was"),
    ("pt", "eu mim você vocês tu te"),
    ("ro", "eu mie tu te voi vă"),
    ("ru", "я меня мне ты тебя тебе вы вас вам"),
    ("sv", "jag mig du dig ni er"),
    ("tr", "ben beni bana sen seni sana siz"),
    ("uk", "я мене мені ти тебе тобі ви вас вам"),
    ("vi", "tôi bạn mình"),
    ("zh", "我 咱 你 您"),
  ]
}
