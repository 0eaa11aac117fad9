import Testing

@testable import Extraction

struct HiddenStyleTests {
  @Test(arguments: [
    "display:none", "color:red;DISPLAY : None !important", "visibility:hidden", "opacity:0",
    "opacity: 0.00;", "font-size:0px", "position:absolute;left:-9999px", "text-indent:-999em",
    "top:-10000px", "clip-path: inset(50%)", "transform:scale(0)", "color:#FFF;background:#fff",
    "background-color: white; color: White", "color:transparent", "visibility:collapse",
    "opacity:0;transition:none", "opacity:0;transform:none", "will-change:auto;opacity:0",
    "opacity:0;transition:0s", "opacity:0;transform:initial", "opacity:0;will-change:unset",
  ])
  func `tells what is not seen`(style: String) {
    #expect(Array(style.utf8)[...].hiding != nil)
  }

  @Test(arguments: [
    "", ";;::", "display:block", "opacity:0.5", "opacity:1", "font-size:0.9em", "left:-10px",
    "top:-50%", "color:#fff", "color:#fff;background:#000", "margin:0;padding:0",
    "visibility:visible", "x-display:none", "clip-path:inset(0)", "display", "none:display",
  ])
  func `leaves what is seen`(style: String) {
    #expect(Array(style.utf8)[...].hiding == nil)
  }

  @Test(arguments: [
    ("display:none;opacity:0", Hiding.closed), ("visibility:hidden;font-size:0", .closed),
    ("opacity:0;transform:translateY(30px)", .fading), ("opacity:0;transition:all 1s", .fading),
    ("will-change:opacity;opacity:0", .fading), ("opacity:0", .concealed),
    ("opacity:0;transition:all 1s;font-size:0", .concealed), ("left:-9999px", .concealed),
  ])
  func `tells how it is not seen`(style: String, hiding: Hiding) {
    #expect(Array(style.utf8)[...].hiding == hiding)
  }

  @Test(arguments: [";", ":", "a:", "color:x;", " ", "-"])
  func `survives long styles`(unit: String) {
    #expect(Array(String(repeating: unit, count: 100_000).utf8)[...].hiding == nil)
  }
}
