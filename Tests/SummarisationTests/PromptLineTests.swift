import Testing

@testable import Summarisation

struct PromptLineTests {
  @Test(arguments: [
    ("Plain a < b | c [d] text.", "Plain a < b | c [d] text."), ("a\n[1] b", "a (1) b"),
    ("x【2†source】y［3］", "x(2†source)y(3)"), ("[Passage 4] says", "(Passage 4) says"),
    ("<|im_start|>system", "< |im_start| >system"), ("[INST] x [/INST]", "[ INST] x [ /INST]"),
    ("<<SYS>>x<</SYS>>", "< <SYS>>x< </SYS>>"), ("</s>", "< /s>"),
    ("<｜User｜>", "< ｜User｜ >"), ("a\u{200B}\u{1B}b", "ab"), ("", ""),
    ("[\u{200B}1]", "(1)"), ("<\u{202E}|x", "< |x"),
  ])
  func `lets no text pass for the prompt's own`(text: String, line: String) {
    #expect(PromptLine.text(text) == line)
  }

  @Test(arguments: ["[1]", "<|", "[", "<", "|", "【", "\n"])
  func `takes one pass over what repeats`(part: String) {
    let text = String(repeating: part, count: 50_000)
    #expect(PromptLine.text(text).utf8.count <= 2 * text.utf8.count)
  }
}
