import ArgumentParser
import Backchannel
import CaseStore
import Formats
import GraphModel
import QueryEngine

/// Says which case a verb works on.
struct CaseOptions: ParsableArguments {
  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      "The case to use; a .yaml or .json case is read in memory.",
      valueName: "file"
    ),
    completion: .file(extensions: ["backchannel", "yaml", "yml", "json"])
  )
  var path: String?
  @Flag(help: "Use the built-in case, in memory.") var demo = false

  mutating func validate() throws {
    guard !demo || path == nil else {
      throw ValidationError("--case and --demo exclude each other")
    }
  }

  /// Opens the chosen case for reading.
  func open() throws(BackchannelError) -> Case {
    if demo { return try Case.demo() }
    let path = StoredCaseOptions.path(path)
    guard CaseFiles.isDocument(path) else { return try Case.open(path) }
    return try Case.inMemory(try CaseFiles.document(path).content)
  }

  /// Opens the chosen case so that the places of nodes can be kept in it.
  ///
  /// - Throws: `usage` for a case that is read in memory.
  func openForPlaces() throws(BackchannelError) -> Case {
    let path = StoredCaseOptions.path(path)
    guard !demo, !CaseFiles.isDocument(path) else {
      throw BackchannelError(
        Diagnostic(
          .usage,
          "--pin keeps places in a case file, and \(demo ? "the demo" : path) is read in memory",
          remedy: "make a file with 'backchannel init' and 'import', or leave --pin out"
        )
      )
    }
    return try Case.open(path, mode: .readWrite)
  }

  /// Opens the chosen case for a query: for writing where the query changes the graph, or may do so
  /// because it is not known yet.
  func openForQuery(_ text: String?) throws(BackchannelError) -> Case {
    let path = StoredCaseOptions.path(path)
    guard !demo, !CaseFiles.isDocument(path) else { return try open() }
    if let text, (try? QuerySession.isWriting(text)) != true { return try open() }
    return try Case.open(path, mode: .readWrite)
  }
}

/// Says which case file a verb that changes one works on.
struct StoredCaseOptions: ParsableArguments {
  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("The case to use.", valueName: "file"),
    completion: .file(extensions: ["backchannel"])
  )
  var path: String?

  /// Opens the chosen case.
  func open(_ mode: CaseStore.Mode) throws(BackchannelError) -> Case {
    try Case.open(Self.path(path), mode: mode)
  }

  /// Returns the path given, else that of the environment, else the one in the current folder.
  static func path(_ given: String?) -> String {
    if let given { return given }
    if let path = Console.current.environment["BACKCHANNEL_CASE"], !path.isEmpty { return path }
    return "case.backchannel"
  }
}
