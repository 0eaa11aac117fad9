// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "research",
  products: [
    .library(name: "Research", targets: ["ResearchCore"]),
    .executable(name: "research", targets: ["research"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]
    ),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CCodecs",
      pkgConfig: "libzstd",
      providers: [.apt(["libdeflate-dev", "libbrotli-dev", "libzstd-dev"])]
    ),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CUchardet",
      pkgConfig: "uchardet",
      providers: [.apt(["libuchardet-dev"])]
    ),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(
      name: "CMarkGFM",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .target(
      name: "FlowControl",
      dependencies: [
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "Fetching",
      dependencies: ["FlowControl", "CCurl", "CCodecs", "CCrypto"],
      swiftSettings: settings
    ),
    .target(name: "Extraction", dependencies: ["CLibXML2", "CUchardet"], swiftSettings: settings),
    .target(
      name: "Summarisation",
      dependencies: [
        "FlowControl", "Fetching", "CStemmer",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("../../templates/prompts/page.md"),
        .embedInCode("../../templates/prompts/part.md"),
        .embedInCode("../../templates/prompts/merge.md"),
        .embedInCode("../../templates/prompts/report.md"),
        .embedInCode("../../templates/prompts/ask.md"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "ResearchCore",
      dependencies: [
        "FlowControl", "Fetching", "Extraction", "Summarisation", "CMarkGFM",
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "HeapModule", package: "swift-collections"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("../../templates/report.md"), .embedInCode("../../templates/report.css"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "ResearchServer",
      dependencies: [
        "ResearchCore", "FlowControl",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [
        .embedInCode("../../samples/pages/news-six-seconds.html"),
        .embedInCode("../../samples/pages/blog-we-measured-eight-seconds.html"),
        .embedInCode("../../samples/pages/benchmark-requests-at-once.html"),
        .embedInCode("../../samples/pages/encyclopedia-history.html"),
        .embedInCode("../../samples/pages/essay-a-task-needs-a-parent.html"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "research",
      dependencies: [
        "ResearchCore", "ResearchServer", "FlowControl",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "TestSupport",
      dependencies: ["FlowControl", "Fetching"],
      path: "Tests/TestSupport",
      swiftSettings: settings
    ),
    .testTarget(
      name: "FlowControlTests",
      dependencies: ["FlowControl", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FetchingTests",
      dependencies: ["Fetching", "FlowControl", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(name: "ExtractionTests", dependencies: ["Extraction"], swiftSettings: settings),
    .testTarget(
      name: "SummarisationTests",
      dependencies: ["Summarisation", "Fetching", "FlowControl", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ResearchCoreTests",
      dependencies: [
        "ResearchCore", "FlowControl", "Fetching", "Extraction", "Summarisation", "TestSupport",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ResearchServerTests",
      dependencies: [
        "ResearchServer", "ResearchCore", "FlowControl", "Fetching", "Extraction", "TestSupport",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ResearchTests",
      dependencies: [
        "research", "ResearchCore", "FlowControl", "Fetching", "TestSupport", "CMarkGFM",
      ],
      swiftSettings: settings
    ),
  ]
)

// Its main function is libFuzzer's, which a plain build does not link.
if Context.environment["RESEARCH_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "ResearchFuzz",
      dependencies: ["ResearchCore", "FlowControl", "Fetching", "Extraction", "Summarisation"],
      swiftSettings: settings
    )
  )
}

// Measures extraction: its steps left out one by one, and its speed beside libxml2's (`.ci/ablation`, `.ci/speed`).
if Context.environment["RESEARCH_SCORE"] != nil {
  package.targets.append(
    .executableTarget(
      name: "ResearchScore",
      dependencies: ["ResearchCore", "Extraction", "CLibXML2"],
      swiftSettings: settings
    )
  )
}
