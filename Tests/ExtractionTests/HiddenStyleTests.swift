import Testing

@testable import Extraction

struct HiddenStyleTests {
  @Test(arguments: [
    "display:none", "color:red;DISPLAY : None !important", "visibility:hidden", "opacity:0",
    "opacity: 0.00;", "font-size:0px", "position:absolute;left:-9999px", "text-indent:-999em",
    "top:-10000px", "clip-path: inset(50%)", "transform:scale(0)", "color:#FFF;background:#fff",
    "background-color: white; color: White", "color:transparent", "visibility:collapse",
  ])
  func `tells what is not seen`(style: String) {
    #expect(Array(style.utf8)[...].hidesElement)
  }

  @Test(arguments: [
    "", ";;::", "display:block", "opacity:0.5", "opacity:1", "font-size:0.9em", "left:-10px",
    "top:-50%", "color:#fff", "color:#fff;background:#000", "margin:0;padding:0",
    "visibility:visible", "x-display:none", "clip-path:inset(0)", "display", "none:display",
  ])
  func `leaves what is seen`(style: String) {
    #expect(!Array(style.utf8)[...].hidesElement)
  }

  @Test(arguments: [";", ":", "a:", "color:x;", " ", "-"])
  func `survives long styles`(unit: String) {
    #expect(!Array(String(repeating: unit, count: 100_000).utf8)[...].hidesElement)
  }
}
