import ArgumentParser
import ResearchCore

/// The model that writes the summaries, and where it is reached.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The model that writes the summaries, its key in OPENAI_API_KEY (default: none).",
      valueName: "name"
    )
  )
  var model: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Its OpenAI-compatible endpoint (default: OPENAI_BASE_URL, else https://api.openai.com/v1).",
      valueName: "url"
    )
  )
  var baseURL: String?

  @Option(help: ArgumentHelp("The time of one call of the model.", valueName: "duration"))
  var modelTimeout = TimeSpan(.seconds(60))

  @Option(
    help: ArgumentHelp("The longest pause within an answer of the model.", valueName: "duration")
  )
  var modelSilence = TimeSpan(.seconds(20))

  @Flag(help: "Ask the model for whole answers, not piece by piece.")
  var noStream = false

  @Option(
    help: ArgumentHelp("The most calls of the model a minute (default: any).", valueName: "n")
  )
  var rpm: Int?

  @Option(
    help: ArgumentHelp(
      "The most tokens in any minute, of prompts and answers (default: any).",
      valueName: "n"
    )
  )
  var tpm: Int?

  @Option(
    help: ArgumentHelp(
      "How often a failed call of the model is tried again (default: 5).",
      valueName: "n"
    )
  )
  var modelRetry: Int?

  @Option(
    name: .customLong("prompt"),
    help: ArgumentHelp(
      "A Mustache file in place of one of the model's prompts: page (default), part, merge, report, "
        + "ask. May be repeated.",
      valueName: "[name=]file"
    )
  )
  var prompts: [PromptArgument] = []

  func validate() throws {
    if model?.isEmpty == true { throw ValidationError("--model must name a model") }
    guard modelTimeout.duration > .zero else {
      throw ValidationError("--model-timeout must be more than 0")
    }
    guard modelSilence.duration > .zero else {
      throw ValidationError("--model-silence must be more than 0")
    }
    guard model != nil || !noStream else {
      throw ValidationError("--no-stream is about the answers of --model NAME. Name the model too")
    }
    guard rpm ?? 1 > 0 else { throw ValidationError("--rpm must be more than 0") }
    guard tpm ?? 1 > 0 else { throw ValidationError("--tpm must be more than 0") }
    guard modelRetry ?? 0 >= 0 else { throw ValidationError("--model-retry must be 0 or more") }
    guard model != nil || baseURL == nil else {
      throw ValidationError("--base-url says where --model NAME is reached. Name the model too")
    }
    for (option, value) in [("--rpm", rpm), ("--tpm", tpm), ("--model-retry", modelRetry)]
    where model == nil && value != nil {
      throw ValidationError("\(option) bounds the calls of --model NAME. Name the model too")
    }
    guard model != nil || prompts.isEmpty else {
      throw ValidationError("--prompt is what --model NAME is told. Name the model too")
    }
    guard Set(prompts.map(\.prompt)).count == prompts.count else {
      throw ValidationError("--prompt gives two files for one prompt. Give one, or NAME=FILE")
    }
    do throws(ConfigurationError) {
      try summarising(ProcessVariables([:])).check()
    } catch {
      throw ValidationError(error.reason)
    }
  }

  /// What a session is told of the model.
  fileprivate func summarising(_ variables: ProcessVariables) -> Configuration.Summarising {
    var summarising = Configuration.Summarising()
    guard let model else { return summarising }
    summarising.model = model
    summarising.baseURL = baseURL ?? variables["OPENAI_BASE_URL"]
    summarising.key = variables["OPENAI_API_KEY"].map { Secret($0) }
    summarising.modelTimeout = modelTimeout.duration
    (summarising.modelSilence, summarising.streams) = (modelSilence.duration, !noStream)
    (summarising.requestsPerMinute, summarising.tokensPerMinute) = (rpm, tpm)
    if let modelRetry { summarising.modelRetries = modelRetry }
    return summarising
  }
}

extension Configuration {
  /// Takes the model of the options; its calls and the fetches share the files that may be open.
  ///
  /// Throws where what the variables say of its endpoint cannot be used, --block-private rules it
  /// out, or a prompt is wrong.
  mutating func use(
    _ options: ModelOptions,
    _ variables: ProcessVariables
  ) throws {
    let told = options.summarising(variables)
    guard told.model != nil else { return }
    do throws(ConfigurationError) {
      try told.check()
    } catch {
      // What was typed has been checked.
      var error = error
      error.reason += " (see OPENAI_BASE_URL and OPENAI_API_KEY)"
      throw error
    }
    (summarising.model, summarising.baseURL) = (told.model, told.baseURL)
    (summarising.key, summarising.modelTimeout) = (told.key, told.modelTimeout)
    (summarising.modelSilence, summarising.streams) = (told.modelSilence, told.streams)
    summarising.requestsPerMinute = told.requestsPerMinute
    summarising.tokensPerMinute = told.tokensPerMinute
    summarising.modelRetries = told.modelRetries
    for argument in options.prompts {
      summarising.prompts[argument.prompt] = try argument.prompt.text(atPath: argument.path)
    }
    try checkModelAddress()
    let open = ProcessSetup.openFetches
    let calls = max(1, open / 2)
    if summarising.concurrency < 1 {
      summarising.concurrency = calls < 10_000 ? calls : 0
    } else {
      summarising.concurrency = min(summarising.concurrency, calls)
    }
    fetching.maxConcurrency = min(fetching.maxConcurrency, max(1, open - calls))
  }
}
