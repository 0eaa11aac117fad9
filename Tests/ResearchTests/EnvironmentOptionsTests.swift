import ArgumentParser
import TestSupport
import Testing

@testable import research

struct EnvironmentOptionsTests {
  @Test(arguments: ["run", "fetch", "extract", "summarise", "combine", "verify", "ask", "exercise"])
  func `has a variable for each option of a command`(_ command: String) async throws {
    let dump = try JSON(try await Program.run("--experimental-dump-help").text)
    let commands = dump["command"]?["subcommands"]?.values ?? []
    let found = try #require(commands.first { $0["commandName"]?.text == command })
    let arguments = found["arguments"]?.values ?? []
    let names = arguments.filter { $0["kind"] != "positional" }.compactMap { argument in
      argument["names"]?.values.first { $0["kind"] == "long" }?["name"]?.text
    }
    let typed = Set(names).subtracting(["help", "version"])
    #expect(typed.count > (command == "verify" ? 0 : 5))
    #expect(typed == Set(EnvironmentOptions.names(for: command)))
  }

  @Test(
    arguments: [
      (["a"], ["run", "--timeout=5s", "a"]),
      (["fetch", "a"], ["fetch", "--timeout=5s", "a"]),
      (["summarize", "a"], ["summarise", "--timeout=5s", "a"]),
      (["combine", "a"], ["combine", "a"]),
      (["--timeout", "1s", "a"], ["run", "--timeout", "1s", "a"]),
      (["a", "--timeout=1s"], ["run", "a", "--timeout=1s"]),
      (["--", "--timeout"], ["run", "--timeout=5s", "--", "--timeout"]),
      (["--version"], ["--version"]), (["help", "run"], ["help", "run"]),
      ([], ["run", "--timeout=5s"]),
    ] as [([String], [String])]
  )
  func `puts a variable where nothing was typed`(
    _ typed: [String],
    _ expected: [String]
  ) throws {
    let options = EnvironmentOptions(ProcessVariables(["RESEARCH_TIMEOUT": "5s"]))
    #expect(try options.completing(typed) == expected)
  }

  @Test(
    arguments: [
      (["RESEARCH_WINDOW": "20"], ["--sync"]), (["RESEARCH_SYNC": "1"], ["--compare"]),
      (["RESEARCH_COMPARE": "1"], ["--sync"]), (["RESEARCH_SYNC": "1"], ["--window", "4"]),
    ] as [([String: String], [String])]
  )
  func `gives way to a typed option that contradicts it`(
    _ variables: [String: String],
    _ typed: [String]
  ) throws {
    let options = EnvironmentOptions(ProcessVariables(variables))
    #expect(try options.completing(typed) == ["run"] + typed)
  }

  @Test(
    arguments: [
      (["RESEARCH_QUIET": "2"], ["a"], ["--quiet", "--quiet"]),
      (["RESEARCH_QUIET": "0"], ["a"], []),
      (["RESEARCH_QUIET": "1"], ["-v", "a"], []),
      (["RESEARCH_VERBOSE": "1"], ["-qq", "a"], []),
      (["RESEARCH_STATISTICS": "yes"], ["a"], ["--statistics"]),
      (["RESEARCH_STATISTICS": "off"], ["a"], []),
      (["RESEARCH_MAX_CONCURRENCY": "9"], ["-j4", "a"], []),
      (["RESEARCH_OUTPUT": ""], ["a"], []),
    ] as [([String: String], [String], [String])]
  )
  func `reads flags and counts`(
    _ variables: [String: String],
    _ typed: [String],
    _ added: [String]
  ) throws {
    let options = EnvironmentOptions(ProcessVariables(variables))
    #expect(try options.completing(typed) == ["run"] + added + typed)
  }

  @Test(arguments: EnvironmentOptions.forModel.filter { $0 != "model" })
  func `leaves out what is about a model where none is named`(_ name: String) throws {
    let values = ["base-url": "http://127.0.0.1/v1", "price": "1/2", "prompt": "page=a"]
    let variable = "RESEARCH_" + name.uppercased().split(separator: "-").joined(separator: "_")
    var variables = [variable: values[name] ?? "1"]
    #expect(try EnvironmentOptions(ProcessVariables(variables)).completing(["a"]) == ["run", "a"])
    variables["RESEARCH_MODEL"] = "m"
    if name == "max-cost" { variables["RESEARCH_PRICE"] = "1/2" }
    let added = try EnvironmentOptions(ProcessVariables(variables)).completing([])
    #expect(added.contains { $0.hasPrefix("--\(name)") })
    _ = try ModelOptions.parse(Array(added.dropFirst()))
  }

  @Test func `lets a typed option win`() async throws {
    let variables = ["RESEARCH_TITLE": "From the variable"]
    let first = try await Program.run("-qq", Program.samples, variables: variables)
    #expect(first.text.contains("# From the variable\n"))
    let second = try await Program.run(
      "-qq",
      Program.samples,
      "--title",
      "Typed",
      variables: variables
    )
    #expect(second.text.contains("# Typed\n"))
  }

  @Test(arguments: [
    ("RESEARCH_TIMEOUT", "soon"), ("RESEARCH_WORDS", "0"), ("RESEARCH_STATISTICS", "maybe"),
    ("RESEARCH_QUIET", "very"), ("RESEARCH_HEADER", "no colon"), ("RESEARCH_FORMAT", "docx"),
  ])
  func `names the variable that is wrong`(_ name: String, _ value: String) async throws {
    let variables = [name: value, "RESEARCH_RETRY": "1"]
    let result = try await Program.run(Program.samples, variables: variables)
    #expect(result.ending == .exit(64) && result.output.isEmpty)
    #expect(result.log.contains(name) && !result.log.contains("RESEARCH_RETRY"))
  }

  @Test func `does not blame a variable for what was typed`() async throws {
    let variables = ["RESEARCH_RETRY": "1"]
    let result = try await Program.run("-qq", "--timeout", "soon", "a", variables: variables)
    #expect(result.ending == .exit(64))
    #expect(result.log.contains("--timeout") && !result.log.contains("RESEARCH"))
  }
}
