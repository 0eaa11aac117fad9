import Testing

@testable import ResearchCore

struct ReportTitleTests {
  @Test(arguments: [
    ("Given", "Why?", "Best", 3, "Given"), (" \n", "Why?", "Best", 3, "Why?"),
    (nil, "Why\nnot?", nil, 0, "Why not?"), (nil, nil, "Best", 1, "Best"),
    (nil, nil, "Best", 2, "Report on 2 sources"),
    (nil, nil, "Best", 1_240, "Report on 1,240 sources"),
    (nil, nil, " ", 3, "Report on 3 sources"), (nil, nil, nil, 1, "Report on 1 source"),
    (nil, nil, nil, 0, "Report on 2 sources"),
  ])
  func `names a report`(
    title: String?,
    question: String?,
    best: String?,
    used: Int,
    expected: String
  ) {
    var options = ReportOptions()
    (options.title, options.question) = (title, question)
    var counts = OutcomeCounts()
    (counts.used, counts.failed) = (used, 2)
    #expect(ReportTitle.title(options, counts, bestTitle: best) == expected)
  }

  @Test(arguments: ["", " \n"])
  func `takes a blank question for none`(question: String) {
    var options = ReportOptions()
    options.question = question
    #expect(options.question == nil)
  }
}
