import ArgumentParser
import ResearchCore

/// What a report is like, beside its length and content.
struct ReportArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("The report's title (default: made from the sources).", valueName: "text")
  )
  var title: String?

  @Option(help: ArgumentHelp("The report's form.", valueName: "form"))
  var format = ReportOptions.Format.markdown

  @Option(
    help: ArgumentHelp(
      "A Mustache template that replaces the built-in one, for Markdown and HTML.",
      valueName: "file"
    )
  )
  var template: String?

  @Flag(help: "Add the timings of the steps to the report.")
  var statistics = false

  @Flag(help: "Add the texts to a JSON report.")
  var withText = false

  /// The options as a report takes them; throws where the template cannot be used.
  func options(
    _ content: ContentOptions,
    _ length: LengthOptions,
    _ variables: ProcessVariables
  ) throws -> ReportOptions {
    try options(question: content.question, language: content.language, length, variables)
  }

  /// The options of a report on a question; throws where the template cannot be used.
  func options(
    question: String?,
    language: String?,
    _ length: LengthOptions,
    _ variables: ProcessVariables
  ) throws -> ReportOptions {
    var options = ReportOptions()
    options.title = title
    options.format = format
    options.hasStatistics = statistics
    options.hasText = withText
    options.question = question.map(QuestionAddresses.withoutCredentials)
    options.language = language
    options.length = length.length
    options.words = length.words
    options.sentences = length.sentences
    options.day = variables["SOURCE_DATE_EPOCH"].flatMap(CalendarDay.init(epoch:))?.text
    if let template {
      let text = try ReportTemplate.text(atPath: template)
      // A wrong template is told before the work begins.
      _ = try ReportTemplate(text)
      options.template = text
    }
    return options
  }
}
