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
    ("<thinking>goes</thinking>a", "a"), ("<think", "<think"), ("<Reasoning>b</REASONING>a", "a"),
    ("[THINK]b[/THINK]a [1]", "a [1]"), ("[THINK]never", ""), ("◁think▷b◁/think▷a", "a"),
    ("<thinker>stays", "<thinker>stays"), ("a ▷ [b] ◁", "a ▷ [b] ◁"),
    (
      "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>Yes.<|return|>",
      "Yes."
    ), ("<|channel|>analysis<|message|>Hm.", ""),
    ("<think>é\u{1F9AD}</think>é", "é"),
  ])
  func `takes out what was only thought`(text: String, said: String) {
    #expect(ModelThoughts.removed(from: text) == said)
  }
}
