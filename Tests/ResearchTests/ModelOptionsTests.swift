import ArgumentParser
import TestSupport
import Testing

@testable import ResearchCore
@testable import research

struct ModelOptionsTests {
  @Test(
    arguments: [
      (["--base-url", "http://127.0.0.1:9/v1"], "--base-url says where --model NAME is reached"),
      (["--rpm", "60"], "--rpm bounds the calls of --model NAME. Name the model too"),
      (["--tpm", "1000"], "--tpm bounds the calls of --model NAME"),
      (["--model-retry", "5"], "--model-retry bounds the calls of --model NAME"),
      (["--model", ""], "--model must name a model"),
      (["--model", "m", "--model-timeout", "0"], "--model-timeout must be more than 0"),
      (["--no-stream"], "--no-stream is about the answers of --model NAME. Name the model too"),
      (["--model", "m", "--model-silence", "0"], "--model-silence must be more than 0"),
      (["--model", "m", "--rpm", "0"], "--rpm must be more than 0"),
      (["--model", "m", "--tpm=-1"], "--tpm must be more than 0"),
      (["--model", "m", "--model-retry=-1"], "--model-retry must be 0 or more"),
      (["--model", "m", "--base-url", "ftp://127.0.0.1/v1"], "the base URL"),
      (["--model", "m", "--base-url", "nonsense"], "the base URL"),
    ] as [([String], String)]
  )
  func `refuses what cannot be before anything is fetched`(
    _ options: [String],
    _ reason: String
  ) async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    for command in ["run", "summarise"] {
      let result = await (try Program.start([command, site.url("/1")] + options)).result()
      #expect(result.ending == .exit(64) && result.output.isEmpty)
      #expect(result.log.contains(reason), "\(result.log)")
    }
    let combine = await (try Program.start(["combine", "-"] + options)).result()
    #expect(combine.ending == .exit(64) && combine.log.contains(reason))
    #expect(site.requests.isEmpty)
  }

  @Test(arguments: ["http://127.0.0.1:9/v1", "http://localhost:9/v1", "http://[::1]:9/v1"])
  func `refuses a private model where private addresses are`(_ baseURL: String) async throws {
    let site = try SavedPage.site(1)
    defer { site.stop() }
    for (command, isTyped) in [("run", true), ("summarise", true), ("run", false)] {
      let child = try Program.start(
        [command, site.url("/1"), "--model=m", "--block-private"]
          + (isTyped ? ["--base-url", baseURL] : []),
        variables: isTyped ? [:] : ["OPENAI_BASE_URL": baseURL]
      )
      let result = await child.result()
      #expect(result.ending == .exit(64) && result.output.isEmpty)
      #expect(result.log.contains("--block-private") && result.log.contains("--base-url"))
      #expect(result.log.count { $0 == "\n" } == 1)
    }
    #expect(site.requests.isEmpty)
  }

  @Test(arguments: ["https://example.org/v1", "http://8.8.8.8/v1", nil])
  func `lets a public model be asked where private addresses are refused`(
    _ baseURL: String?
  ) throws {
    var configuration = Configuration()
    configuration.fetching.blocksPrivate = true
    let options = ["--model", "m"] + (baseURL.map { ["--base-url", $0] } ?? [])
    try configuration.use(ModelOptions.parse(options), ProcessVariables([:]))
    #expect(configuration.summarising.baseURL == baseURL)
  }

  @Test func `names the variable of a wrong base URL, whichever it is`() async throws {
    for name in ["RESEARCH_BASE_URL", "OPENAI_BASE_URL"] {
      let result = try await Program.run(
        "-qq",
        Program.samples,
        "--model=m",
        variables: [name: "ftp://127.0.0.1/v1"]
      )
      #expect(result.ending == .exit(64) && result.log.contains(name), "\(result.log)")
    }
  }

  @Test func `needs no model for a variable that says where one would be`() async throws {
    let result = try await Program.run(
      "-qq",
      Program.samples,
      variables: ["RESEARCH_BASE_URL": "http://127.0.0.1:9/v1", "OPENAI_BASE_URL": "nonsense"]
    )
    #expect(result.ending == .exit(0) && result.text.contains("summariser: built-in"))
  }

  @Test func `takes the flag first, then our variable, then OpenAI's`() async throws {
    let sites = try (1...3).map { _ in try StubEndpoint.site(pages: 1) }
    defer { for site in sites { site.stop() } }
    var variables = ["RESEARCH_MODEL": "from-variable", "RESEARCH_BASE_URL": sites[1].url("/v1")]
    variables["OPENAI_BASE_URL"] = sites[2].url("/v1")
    let runs = [["--base-url", sites[0].url("/v1"), "--model=typed"], [], []]
    for (number, options) in runs.enumerated() {
      if number == 2 { variables["RESEARCH_BASE_URL"] = nil }
      let result = await
        (try Program.start(
          ["summarise", "-qq", sites[0].url("/1")] + options,
          variables: variables
        )).result()
      let record = try #require(try JSON.lines(result.text).first)
      #expect(record["model"]?.text == (number == 0 ? "typed" : "from-variable"))
      #expect(sites.map { $0.count(StubEndpoint.path) } == (0..<3).map { $0 <= number ? 1 : 0 })
    }
  }

  @Test func `shares the files that may be open between fetches and calls`() throws {
    var configuration = Configuration()
    (configuration.fetching.maxConcurrency, configuration.summarising.concurrency) = (.max, .max)
    try configuration.use(ModelOptions.parse(["--model", "m"]), ProcessVariables([:]))
    let most = configuration.fetching.maxConcurrency + configuration.summarising.concurrency
    #expect(most == ProcessSetup.openFetches)
    configuration.summarising.concurrency = 3
    try configuration.use(ModelOptions.parse([]), ProcessVariables([:]))
    #expect(configuration.summarising.concurrency == 3)
  }

  @Test func `keeps the key where nothing prints it`() throws {
    var configuration = Configuration()
    let variables = ProcessVariables(["OPENAI_API_KEY": "sk-hidden"])
    try configuration.use(ModelOptions.parse(["--model", "m"]), variables)
    #expect(configuration.summarising.key == Secret("sk-hidden"))
    var dumped = "\(configuration)\(String(reflecting: configuration))"
    dump(configuration, to: &dumped)
    #expect(!dumped.contains("hidden") && dumped.contains("(secret)"))
  }
}
