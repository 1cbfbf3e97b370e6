/// Lists which target may import what: the arrows of the architecture.
///
/// No arrow points upwards: every target stands below those that import it.
enum Layers {
  struct Layer {
    /// Targets and products of other packages.
    var imports: Set<String> = []
    /// Modules of the toolchain.
    var system: Set<String> = []
    /// Whether the target is pure: it computes, and touches no file, clock, process or network.
    var isPure = false
    /// Names that a pure target may mention all the same.
    var permitted: Set<String> = []
  }

  static let all: [String: Layer] = [
    // Foundation there for the tables of time zones, Synchronization for the marks of checked pages.
    "GraphModel": Layer(system: ["Foundation", "Synchronization"], isPure: true),
    "CypherSyntax": Layer(imports: ["GraphModel"], isPure: true),
    // Threads there compute side by side, with the same results as one.
    "GraphAlgorithms": Layer(
      system: ["Dispatch", "Synchronization"],
      isPure: true,
      permitted: ["DispatchQueue"]
    ),
    // GraphAlgorithms for the procedures that queries call; it knows columns alone and no graph.
    // Foundation there for regular expressions and for LOAD CSV.
    "QueryEngine": Layer(
      imports: ["CypherSyntax", "GraphAlgorithms", "GraphModel"],
      system: ["Dispatch", "Foundation", "Synchronization"]
    ),
    // Foundation there for Unicode tables: transliteration and canonical mapping of names. Threads
    // there read and weigh side by side, with the same results as one.
    "CaseModel": Layer(
      imports: ["GraphModel"],
      system: ["Dispatch", "Foundation", "Synchronization"],
      isPure: true,
      permitted: ["DispatchQueue"]
    ),
    // Synchronization there for the words that threads of an import share.
    // Dispatch there for the threads that build the index of an import and write tables.
    "CaseStore": Layer(
      imports: ["GraphModel", "GRDB", "GRDBSQLite"],
      system: ["Dispatch", "Foundation", "Synchronization"]
    ),
    "CExpat": Layer(),
    "CZlib": Layer(),
    "Formats": Layer(
      imports: ["CaseModel", "GraphModel", "CExpat", "CZlib", "Yams"],
      system: ["Foundation"]
    ),
    "CGraphviz": Layer(),
    "CPNG": Layer(),
    "CGraphvizShim": Layer(imports: ["CGraphviz", "CPNG", "CZlib"]),
    "Diagrams": Layer(
      imports: ["CaseModel", "GraphModel", "CGraphvizShim"],
      system: ["Foundation", "Synchronization"]
    ),
    // Crypto for the digests of archived sources; Synchronization for the graph that queries share.
    "Backchannel": Layer(
      imports: [
        "CaseModel", "CaseStore", "Diagrams", "Formats", "GraphAlgorithms", "GraphModel",
        "QueryEngine", "Crypto",
      ],
      system: ["Foundation", "Synchronization"]
    ),
    // Dispatch and Synchronization there for what is drawn while the rest is written.
    "Commands": Layer(
      imports: [
        "Backchannel", "CaseModel", "CaseStore", "Diagrams", "Formats", "GraphModel",
        "QueryEngine", "ArgumentParser",
      ],
      system: ["Dispatch", "Foundation", "Synchronization"]
    ),
    "CAllocationCount": Layer(),
    // Foundation there for files of tables and for child processes.
    "Benchmarks": Layer(
      imports: [
        "Backchannel", "CAllocationCount", "CaseModel", "CaseStore", "Formats", "GraphModel",
        "QueryEngine", "ArgumentParser",
      ],
      system: ["Foundation"]
    ),
    "BackchannelTool": Layer(imports: ["Commands"]),
  ]

  /// The only target that may touch the C library.
  static let graphvizOwner = "Diagrams"

  /// What a pure target may not mention.
  static let impureNames = [
    "FileManager", "FileHandle", "ProcessInfo", "Process", "URLSession", "UserDefaults", "Thread",
    "DispatchQueue", "contentsOfFile", "contentsOf: URL", "Date()", "Date.now", "print(",
    "readLine(", "CommandLine", "SystemRandomNumberGenerator", "ContinuousClock", "SuspendingClock",
  ]
}
