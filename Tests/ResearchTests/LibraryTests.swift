import FoundationEssentials
import TestSupport
import Testing

/// The library as a package outside meets it.
struct LibraryTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

  private static let manifest = """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: "outside",
      dependencies: [.package(name: "research", path: "\(root)")],
      targets: [
        .executableTarget(
          name: "outside", dependencies: [.product(name: "Research", package: "research")])
      ]
    )
    """

  private static let program = """
    import ResearchCore

    var configuration = Configuration()
    configuration.report.title = "From outside"
    let session = try Session(configuration)
    let events = session.events()
    let counts = try await session.run([.list(path: CommandLine.arguments[1])])
    session.end(exit: 0)
    var steps = 0
    for await event in events { if case .summarised = event.kind { steps += 1 } }
    let record = try await session.record(1)
    print(counts.used, steps, record?.outcome == .used)
    print(try await session.report())
    """

  @Test(.timeLimit(.minutes(15)))
  func `a package outside builds against the library and runs a session`() async throws {
    let folder = try Folder()
    _ = try folder.write(Self.manifest.utf8, to: "Package.swift")
    try FileManager.default.createDirectory(
      atPath: folder["Sources/outside"],
      withIntermediateDirectories: true
    )
    _ = try folder.write(Self.program.utf8, to: "Sources/outside/main.swift")
    let variables = ProcessInfo.processInfo.environment
    let child = try ChildProcess(
      "/usr/bin/env",
      [
        "swift", "run", "--quiet", "--package-path", folder.path, "--scratch-path",
        folder[".build"], "outside", Program.samples,
      ],
      environment: variables
    )
    let result = await child.result()
    #expect(result.ending == .exit(0), "\(result.log.suffix(2000))")
    #expect(result.text.hasPrefix("19 19 true\n"), "\(result.text.prefix(300))")
    #expect(result.text.contains("\n# From outside\n"))
  }
}
