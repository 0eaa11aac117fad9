import Testing

@testable import Summarisation

struct ModelThoughtsTests {
  @Test(arguments: [
    ("Nothing thought.", "Nothing thought."), ("", ""), ("a < b", "a < b"),
    ("<think>Hm.</think>Yes.", "Yes."), ("One. <think>x</think>Two.", "One. Two."),
    ("<think>a<think>b</think>c</think>Yes.", "Yes."),
    ("The template began it.</think>\nYes.", "\nYes."),
    ("a</think>b</think>Yes.", "Yes."),
    ("Yes.<think>and then", "Yes."), ("<think>", ""), ("</think>", ""),
    ("<thinking>stays</thinking>", "<thinking>stays</thinking>"), ("<think", "<think"),
    ("<think>é\u{1F9AD}</think>é", "é"),
  ])
  func `takes out what was only thought`(text: String, said: String) {
    #expect(ModelThoughts.removed(from: text) == said)
  }
}
