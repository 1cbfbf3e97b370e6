// swift-tools-version: 6.2
import PackageDescription

/// The settings every Swift target shares.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
/// SQLite's own functions, for the loops that GRDB's rows are too slow for.
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

func library(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
  -> Target
{
  .target(
    name: name,
    dependencies: dependencies,
    resources: resources,
    swiftSettings: settings
  )
}

func tests(
  _ name: String,
  _ dependencies: [Target.Dependency],
  hasGoldenFiles: Bool = false
) -> Target {
  .testTarget(
    name: name,
    dependencies: dependencies + ["TestSupport"],
    exclude: hasGoldenFiles ? ["Golden"] : [],
    swiftSettings: settings
  )
}

let package = Package(
  name: "backchannel",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Backchannel", targets: ["Backchannel"]),
    .executable(name: "backchannel", targets: ["BackchannelTool"]),
    .executable(name: "benchmarks", targets: ["Benchmarks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CGraphviz",
      pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"])]
    ),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .target(name: "CGraphvizShim", dependencies: ["CGraphviz", "CPNG", "CZlib"]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    library("GraphModel", []),
    library("CypherSyntax", ["GraphModel"]),
    library("GraphAlgorithms", []),
    library("QueryEngine", ["CypherSyntax", "GraphAlgorithms", "GraphModel"]),
    library("CaseModel", ["GraphModel"]),
    library("CaseStore", ["GraphModel", grdb, sqlite]),
    library("Formats", ["CaseModel", "GraphModel", "CExpat", "CZlib", yams]),
    library("Diagrams", ["CaseModel", "GraphModel", "CGraphvizShim"]),
    library(
      "Backchannel",
      [
        "CaseModel", "CaseStore", "Diagrams", "Formats", "GraphAlgorithms", "GraphModel",
        "QueryEngine", crypto,
      ],
      resources: [
        .embedInCode("Resources/case.yaml"),
        .embedInCode("Resources/gdelt-events.yaml"),
        .embedInCode("Resources/gdelt-events-1.yaml"),
        .embedInCode("Resources/gdelt-mentions.yaml"),
        .embedInCode("Resources/high-contrast.yaml"),
        .embedInCode("Resources/icews14.yaml"),
        .embedInCode("Resources/name-bench.yaml"),
        .embedInCode("Resources/print.yaml"),
        .embedInCode("Resources/trumpworld.yaml"),
        .embedInCode("Resources/us-state-travels.yaml"),
      ]
    ),
    library(
      "Commands",
      [
        "Backchannel", "CaseModel", "CaseStore", "Diagrams", "Formats", "GraphModel",
        "QueryEngine", arguments,
      ]
    ),
    .executableTarget(
      name: "BackchannelTool",
      dependencies: ["Commands"],
      swiftSettings: settings
    ),
    .target(name: "CAllocationCount"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Backchannel", "CAllocationCount", "CaseModel", "CaseStore", "Formats", "GraphModel",
        "QueryEngine", arguments,
      ],
      swiftSettings: settings
    ),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("GraphModelTests", ["GraphModel"]),
    tests("CypherSyntaxTests", ["CypherSyntax", "GraphModel"]),
    tests("QueryEngineTests", ["QueryEngine", "CypherSyntax", "GraphModel"]),
    tests("GraphAlgorithmsTests", ["GraphAlgorithms"]),
    tests(
      "QueryTests",
      ["Commands", "Backchannel", "CaseModel", "CaseStore", "QueryEngine", "GraphModel"]
    ),
    tests("CaseModelTests", ["CaseModel", "GraphModel"]),
    tests("CaseStoreTests", ["CaseStore", "GraphModel", grdb]),
    tests("FormatsTests", ["Formats", "CaseModel", "CZlib", "GraphModel"], hasGoldenFiles: true),
    tests(
      "DiagramsTests",
      ["Diagrams", "CaseModel", "CZlib", "GraphModel"],
      hasGoldenFiles: true
    ),
    tests(
      "BackchannelTests",
      [
        "Backchannel", "CaseModel", "CaseStore", "Diagrams", "Formats", "GraphModel", "QueryEngine",
      ]
    ),
    tests(
      "CommandsTests",
      ["Commands", "Backchannel", "CaseModel", "CaseStore", "GraphModel", "QueryEngine"]
    ),
    tests(
      "BenchmarksTests",
      [
        "Benchmarks", "CAllocationCount", "CaseModel", "CaseStore", "Formats", "QueryEngine",
        "GraphModel",
      ]
    ),
    tests("CommandLineTests", ["GraphModel"], hasGoldenFiles: true),
    tests("ArchitectureTests", ["GraphModel"]),
  ],
  swiftLanguageModes: [.v6]
)
