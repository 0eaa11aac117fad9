import Testing

@testable import Summarisation

@Suite struct TokenEstimateTests {
  /// What two vocabularies make of a sentence, which the estimate is to lie between, or near.
  @Test(arguments: [
    ("The quick development of large language models has changed how researchers work.", 12, 22),
    ("Szybki rozwój dużych modeli językowych zmienił sposób pracy badaczy.", 16, 30),
    ("Sự phát triển nhanh chóng của các mô hình ngôn ngữ lớn.", 14, 32),
    ("Быстрое развитие больших языковых моделей изменило то, как исследователи", 18, 40),
    ("Η ταχεία ανάπτυξη των μεγάλων γλωσσικών μοντέλων", 14, 46),
    ("غيّر التطور السريع للنماذج اللغوية الكبيرة الطريقة", 14, 38),
    ("बड़े भाषा मॉडलों के तेज़ विकास ने", 10, 36),
    ("大型语言模型的快速发展改变了研究人员总结网页和文档的方式", 17, 30),
    ("大規模言語モデルの急速な発展は、研究者が要約する方法を変えました。", 24, 38),
    ("대규모 언어 모델의 빠른 발전은 연구자들이", 12, 23), ("2024-11-22 16:10:22", 8, 12),
    ("😀🎉", 4, 6),
  ])
  func `lies where tokenisers do, in every script`(text: String, least: Int, most: Int) {
    let tokens = TokenEstimate.tokens(in: text)
    #expect((least...most).contains(tokens), "\(tokens)")
    #expect(TokenEstimate.tokens(in: Array(text.utf8)) == tokens)
  }

  @Test func `counts nothing as nothing, and anything as something`() {
    #expect(TokenEstimate.tokens(in: "") == 0 && TokenEstimate.tokens(in: [UInt8]()) == 0)
    #expect(TokenEstimate.tokens(in: "a") == 1)
  }

  @Test func `counts a text of parts as the parts, but for the last of each`() {
    let parts = ["Ein Satz über Straßen. ", "Ещё одно. ", "もう一つ。"]
    let sum = parts.map { TokenEstimate.tokens(in: $0) }.reduce(0, +)
    let whole = TokenEstimate.tokens(in: parts.joined())
    #expect(whole <= sum && sum - whole < parts.count)
  }

  @Test func `stands any bytes`() {
    let all = (0..<65_536).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(TokenEstimate.tokens(in: all) > 0)
    for first in UInt8.min...UInt8.max { #expect(TokenEstimate.tokens(in: [first]) > 0) }
  }
}
