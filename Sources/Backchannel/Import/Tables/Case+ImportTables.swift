public import CaseStore
public import Formats
import GraphModel

/// Says how far an import of tables has come.
public struct TableProgress: Sendable {
  /// The bytes of all tables.
  public internal(set) var totalBytes = 0
  /// The bytes read so far.
  public internal(set) var readBytes = 0
  /// The table that is being read.
  public internal(set) var table = ""
}

/// Says what an import of tables did, or would do.
public struct TableOutcome: Sendable {
  /// One table.
  public struct Table: Sendable {
    /// What the keys of its elements begin with.
    public let name: String
    /// Whether its rows are nodes.
    public let isNodes: Bool
    /// How many rows became elements.
    public let rowCount: Int64
    /// Columns that nothing was made of.
    public let unusedColumns: [String]
  }

  /// The tables in the order in which they were read.
  public internal(set) var tables: [Table] = []
  /// How many rows were read, without headers.
  public internal(set) var readRows: Int64 = 0
  /// The log entry; `nil` when there was nothing to import.
  public internal(set) var entry: LogEntry?
}

extension Case {
  /// Adds the tables of a description as nodes and relationships.
  ///
  /// All or nothing, in one log entry. A node is known by the key `Label/id`, and a table whose keys
  /// the case has already is refused. Memory grows with the number of nodes whose ids do not count
  /// up, and not with the tables.
  ///
  /// - Parameters:
  ///   - isDryRun: Whether to change nothing in the end.
  ///   - report: Called after every megabyte or so, on the calling thread.
  /// - Throws: Everything that is wrong with the rows, each with file, line and column; and what
  ///   `CaseStore.write` throws.
  public func importTables(
    _ description: TableDescription,
    author: LogAuthor,
    isDryRun: Bool = false,
    report: @escaping (TableProgress) -> Void = { _ in }
  ) throws(BackchannelError) -> TableOutcome {
    var outcome = TableOutcome()
    outcome.entry = try bulk(author: author, isDryRun: isDryRun) {
      writer throws(BackchannelError) in
      var tables = TableImport(description, writer: writer, report: report)
      try tables.run()
      outcome = tables.outcome
    }
    return outcome
  }
}
