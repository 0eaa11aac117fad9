import Testing

@testable import Summarisation

struct SupportJudgeTests {
  private static let council = """
    On Monday, the city council approved the new harbour for 40 million euros, Mayor Anna Smith said, \
    although the fishermen of Westhaven were not asked.
    """

  /// A sentence, what it cites, the language, and whether it is supported.
  struct Case: CustomTestStringConvertible {
    var sentence: String
    var passage = council
    var language = "en"

    init(_ sentence: String, _ passage: String = council, _ language: String = "en") {
      (self.sentence, self.passage, self.language) = (sentence, passage, language)
    }

    var testDescription: String { sentence }
  }

  private static let right = [
    Case(council),
    Case("The city council approved the new harbour, Mayor Anna Smith said."),
    Case("The council has approved a harbour for 40,000,000 euros."),
    Case("The fishermen weren't asked, although the city council approved the harbour."),
    Case("Three men came.", "3 men came."),
    Case("It cost 1.5 billion.", "It cost 1,500 million."),
    Case("The EU approved the plan.", "The European Union approved the plan."),
    Case(
      "Die Reform des Krankenhauses kostet 3 Milliarden.",
      "Krankenhausreform kostet drei Milliarden",
      "de"
    ),
    Case("Приехал Путин.", "Вчера к Путину приехал министр.", "ru"),
    Case("市议会批准了新港口。", "市议会星期一批准了新的港口。", "zh"),
    Case("정부는 계획을 승인했다.", "정부가 새로운 계획을 승인했다.", "ko"),
    Case("", council),
    Case("And so it was.", council),
  ]

  @Test(arguments: right)
  func `supports what the passages say in fewer or other words`(of given: Case) {
    let score = SupportJudge().score(
      given.sentence,
      citing: [given.passage],
      language: given.language
    )
    #expect(score.objection == nil)
    #expect(score.isSupported)
    #expect(score.value >= SupportScore.threshold)
  }

  private static let wrong = [
    Case("On Monday, the city council approved the new harbour for 60 million euros."),
    Case("On Monday, the city council approved the new harbour for 40 billion euros."),
    Case("On Monday, the city council approved the new harbour, Mayor Anna Jones said."),
    Case("On Friday, the city council approved the new harbour."),
    Case("On Monday, the city council did not approve the new harbour."),
    Case("The fishermen of Westhaven were asked."),
    Case("Mayor Anna Westhaven asked the fishermen of Smith."),
    Case("The weather in the mountains was fine all day long."),
    Case("The plan is unlawful.", "The plan is lawful."),
    Case("Jones approved the plan.", "Smith approved the plan."),
    Case("Five men and 3 women came.", "3 men and five women came."),
    Case("Der Rat hat den Hafen nicht genehmigt.", "Der Rat hat den Hafen genehmigt.", "de"),
    Case("Le conseil n'a pas approuvé le port.", "Le conseil a approuvé le port.", "fr"),
    Case("Hội đồng không phê duyệt cảng mới.", "Hội đồng phê duyệt cảng mới.", "vi"),
    Case("市议会没有批准新港口。", "市议会批准了新港口。", "zh"),
    Case("市议会批准了三个港口。", "市议会批准了五个港口。", "zh"),
    Case("王小明批准了新港口。", "李大华批准了新港口。", "zh"),
    Case("市議会は新しい港を承認しなかった。", "市議会は新しい港を承認した。", "ja"),
    Case("정부가 계획을 승인하지 않았다.", "정부가 계획을 승인했다.", "ko"),
    Case("وافق أحمد على الميناء الجديد.", "وافق محمود على الميناء الجديد.", "ar"),
  ]

  @Test(arguments: wrong)
  func `does not support a swapped number, name or denial, nor another sentence`(of given: Case) {
    let score = SupportJudge().score(
      given.sentence,
      citing: [given.passage],
      language: given.language
    )
    #expect(score.objection != nil)
    #expect(!score.isSupported)
    #expect(score.value < SupportScore.threshold || score.words < SupportScore.threshold)
  }

  @Test func `finds the sentences of a text that a sentence draws on`() {
    let text = """
      Anna Smith is the mayor. She opened the meeting. Rain fell on the hills.

      She said that 12 ships came in March. The sheep were not counted.
      """
    let judge = SupportJudge()
    #expect(judge.score("Smith said that 12 ships came in March.", in: text).isSupported)
    #expect(!judge.score("Anna Jones said that 12 ships came in March.", in: text).isSupported)
    #expect(!judge.score("Smith said that 13 ships came in March.", in: text).isSupported)
    #expect(!judge.score("The sheep were counted.", in: text).isSupported)
  }

  @Test func `says what speaks against a sentence`() {
    let score = SupportJudge().score(
      "On Monday, the council did not approve the harbour of Jones for 50 euros.",
      citing: [Self.council]
    )
    #expect(score.numbers == ["50"])
    #expect(score.names == ["jones"])
    #expect(score.denials == ["approv"])
    #expect(score.value < 0.2)
    #expect(
      score.objection == "numbers not there: 50; names not there: jones; denied on one side: approv"
    )
  }

  @Test func `supports nothing without passages`() {
    #expect(!SupportJudge().score("The council approved the harbour.", citing: []).isSupported)
  }

  @Test func `finds what a text of thousands of sentences says`() {
    let text = String(repeating: Self.council + " ", count: 4_000)
    #expect(SupportJudge().score(Self.council, in: text).isSupported)
    #expect(SupportJudge().score(text, citing: [text]).value > 0)
  }
}
