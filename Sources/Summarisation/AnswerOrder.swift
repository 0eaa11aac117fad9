/// Puts first what answers a question best: the theme of the most relevant sentence, and within it
/// that sentence.
struct AnswerOrder {
  /// By sentence.
  let themes: [Int: Int]
  let relevance: [Double]

  /// Sentences that are in order by theme, in the order of a reader who asks.
  func ordered(_ sentences: [Int]) -> [Int] {
    guard let answer = sentences.max(by: { (relevance[$0], $1) < (relevance[$1], $0) }) else {
      return []
    }
    let theme = sentences.filter { $0 != answer && themes[$0] == themes[answer] }
    let others = sentences.filter { themes[$0] != themes[answer] }
    return [answer] + theme + others
  }
}
