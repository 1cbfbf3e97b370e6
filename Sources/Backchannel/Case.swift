public import CaseModel
public import CaseStore
import Formats
public import GraphModel

/// Opens a case, reads it through filters, changes it, and takes it in and out.
///
/// A case may be used from any thread; its methods block.
public final class Case: Sendable {
  /// The name shown: the path of the file, or the id of a case in memory.
  public let name: String
  private let storage: CaseStorage
  private var store: CaseStore { get throws(StorageError) { try storage.store } }
  /// What queries read; made by the first of them.
  let sessions = GraphSessions()

  private init(storage: CaseStorage, name: String) {
    self.storage = storage
    self.name = name
  }

  // MARK: - Opening

  /// Opens a case file.
  ///
  /// - Throws: The codes of `CaseStore.open`.
  public static func open(_ path: String, mode: CaseStore.Mode = .readOnly)
    throws(BackchannelError) -> Case
  {
    try storing { () throws(StorageError) in
      Case(storage: CaseStorage(try CaseStore.open(at: path, mode: mode)), name: path)
    }
  }

  /// Makes a case file; its content is the first entry of its log.
  ///
  /// - Throws: The codes of `CaseStore.create`, such as `caseExists`.
  public static func create(_ path: String, content: CaseContent, author: LogAuthor)
    throws(BackchannelError) -> Case
  {
    let made = try storing { () throws(StorageError) in
      Case(storage: CaseStorage(try CaseStore.create(at: path)), name: path)
    }
    _ = try made.change(author: author) { _ in content }
    return made
  }

  /// Throws what `create` would throw, and makes nothing.
  public static func checkCreatable(_ path: String) throws(BackchannelError) {
    try storing { () throws(StorageError) in try CaseStore.checkCreatable(at: path) }
  }

  /// Makes a case in memory that is gone with the last reference to it.
  public static func inMemory(_ content: CaseContent) throws(BackchannelError) -> Case {
    let graph = CaseGraphEncoder.graph(of: content)
    return try storing { () throws(StorageError) in
      Case(storage: try CaseStorage(memory: graph), name: content.info.id)
    }
  }

  /// Lets commits wait beside the file, for many small changes; see
  /// `CaseStore.deferCheckpoints`.
  public func deferCheckpoints() throws(BackchannelError) {
    try Self.storing { () throws(StorageError) in try store.deferCheckpoints() }
  }

  // MARK: - Reading

  /// Returns all records, from one snapshot.
  ///
  /// Complexity: linear in the size of the case.
  public func content() throws(BackchannelError) -> CaseContent { try snapshot().content }

  /// Returns all records and the position of the log at which they were so, from one snapshot.
  ///
  /// Complexity: linear in the size of the case.
  public func snapshot() throws(BackchannelError) -> (content: CaseContent, logPosition: Int64) {
    try snapshot(of: try graphSource())
  }

  /// Returns all records of a source; of the file where its index is damaged, which is then replaced.
  func snapshot(of source: GraphSource) throws(BackchannelError)
    -> (content: CaseContent, logPosition: Int64)
  {
    if let content = source.content { return (content, source.logPosition) }
    replaceIndex()
    let stored = try storedGraph()
    return (CaseGraphDecoder.content(of: stored.graph), stored.logPosition)
  }

  /// Returns the records seen through `filter`, from one snapshot.
  public func view(_ filter: ReadFilter = ReadFilter()) throws(BackchannelError) -> CaseView {
    CaseView(CaseIndex(try content()), filter: filter)
  }

  // MARK: - Changing

  /// Replaces the records by what `change` makes of them, in one transaction and one log entry;
  /// elements of the graph that are no records of the case stay.
  ///
  /// A record that `change` leaves out stays, too: nothing is deleted this way.
  ///
  /// - Parameter isDryRun: Whether to change nothing in the end.
  /// - Throws: What `change` throws, and what `CaseStore.write` throws.
  func change(
    author: LogAuthor,
    isDryRun: Bool = false,
    _ change: (CaseContent) throws(BackchannelError) -> CaseContent
  ) throws(BackchannelError) -> (counts: MergeCounts, entry: LogEntry?) {
    var counts = MergeCounts()
    let entry = try changeGraph(author: author, isDryRun: isDryRun) {
      (transaction: inout GraphTransaction) throws(BackchannelError) in
      let old: CaseContent
      do throws(StorageError) {
        old = CaseGraphDecoder.content(of: try transaction.graph())
      } catch { throw BackchannelError(error.diagnostic) }
      let new = try change(old)
      do throws(StorageError) {
        counts = try transaction.merge(CaseGraphEncoder.graph(of: new))
      } catch { throw BackchannelError(error.diagnostic) }
    }
    return (counts, entry)
  }

  /// Changes the graph in one transaction and one log entry; nothing where `body` throws.
  ///
  /// - Parameter rangeName: What the log calls all that is new, if it is too much to be logged
  ///   element by element.
  func changeGraph(
    author: LogAuthor,
    isDryRun: Bool,
    rangeName: String? = nil,
    _ body: (inout GraphTransaction) throws(BackchannelError) -> Void
  ) throws(BackchannelError) -> LogEntry? {
    var refusal: BackchannelError?
    func change(_ transaction: inout GraphTransaction) throws(StorageError) {
      do throws(BackchannelError) { try body(&transaction) } catch {
        refusal = error
        throw StorageError(
          error.diagnostics.first ?? Diagnostic(.storage, "the change was refused")
        )
      }
    }
    do {
      guard let rangeName else { return try store.write(author, isDryRun: isDryRun, change) }
      return try store.writeMany(author, named: rangeName, isDryRun: isDryRun, change)
    } catch {
      if let refusal { throw refusal }
      throw BackchannelError(error.diagnostic)
    }
  }

  /// Adds whole tables in one transaction and one log entry; nothing where `body` throws.
  func bulk(
    author: LogAuthor,
    isDryRun: Bool,
    _ body: (BulkWriter) throws(BackchannelError) -> Void
  ) throws(BackchannelError) -> LogEntry? {
    var refusal: BackchannelError?
    do {
      return try store.writeBulk(author, isDryRun: isDryRun) { writer throws(StorageError) in
        do throws(BackchannelError) { try body(writer) } catch {
          refusal = error
          throw StorageError(
            error.diagnostics.first ?? Diagnostic(.storage, "the import was refused")
          )
        }
      }
    } catch {
      if let refusal { throw refusal }
      throw BackchannelError(error.diagnostic)
    }
  }

  /// Returns the graph as it is stored, from one snapshot.
  public func graph() throws(BackchannelError) -> KeyedGraph {
    let source = try graphSource()
    if let graph = source.keyed { return graph }
    replaceIndex()
    return try storedGraph().graph
  }

  /// Returns the graph as the file itself has it, and its place in the log, from one snapshot.
  func storedGraph() throws(BackchannelError) -> StoredGraph {
    if let stored = storage.graph { return stored }
    return try Self.storing { () throws(StorageError) in try store.readGraph() }
  }

  /// Returns the graph in the form that costs least, from one snapshot; by way of the index where
  /// that pays.
  func graphSource(
    report: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(BackchannelError) -> GraphSource {
    if let stored = storage.graph { return GraphSource(stored) }
    return try Self.storing { () throws(StorageError) in try store.graphSource(report: report) }
  }

  /// Builds the index if the next reader would.
  ///
  /// - Parameter report: Called now and then with the number of elements read so far and about that
  ///   of all.
  public func prepareIndex(
    report: (_ done: Int, _ total: Int) -> Void
  ) throws(BackchannelError) {
    _ = try graphSource(report: report)
  }

  /// Returns the position of the last log entry; 0 before the first.
  func logPosition() throws(BackchannelError) -> Int64 {
    if let stored = storage.graph { return stored.logPosition }
    return try Self.storing { () throws(StorageError) in try store.logPosition() }
  }

  /// Returns what has changed after a position of the log; `nil` where that cannot be told.
  func changes(after position: Int64) throws(BackchannelError) -> LaterChanges? {
    try Self.storing { () throws(StorageError) in try store.changes(after: position) }
  }

  // MARK: - Places

  /// Returns where a former drawing of this name had its nodes, by their names.
  ///
  /// - Throws: `usage` for a case in memory.
  func places(of drawing: String) throws(BackchannelError) -> [String: StoredPlace] {
    try checkIsFile()
    return try Self.storing { () throws(StorageError) in try store.places(of: drawing) }
  }

  /// Keeps where the nodes of a drawing stand, by their names.
  ///
  /// - Throws: `usage` for a case in memory; `caseReadOnly`.
  func keepPlaces(_ places: [String: StoredPlace], of drawing: String)
    throws(BackchannelError)
  {
    try checkIsFile()
    try Self.storing { () throws(StorageError) in try store.keepPlaces(places, of: drawing) }
  }

  private func checkIsFile() throws(BackchannelError) {
    guard storage.isInMemory else { return }
    throw BackchannelError(
      Diagnostic(
        .usage,
        "places are kept in a case file, and this case is in memory",
        remedy: "make a file with 'backchannel init' and 'import', or leave --pin out"
      )
    )
  }

  // MARK: - Index

  /// Builds the index beside the case anew.
  ///
  /// - Throws: `fileUnwritable`; `usage` for a case in memory.
  public func rebuildIndex() throws(BackchannelError) {
    try Self.storing { () throws(StorageError) in try store.rebuildIndex() }
  }

  /// Removes the index beside the case, which is built anew when it is needed.
  ///
  /// - Throws: `fileUnwritable`.
  public func dropIndex() throws(BackchannelError) {
    try Self.storing { () throws(StorageError) in try store.dropIndex() }
  }

  /// Puts another in the place of a damaged index, or at least removes it, where the folder may be
  /// written.
  func replaceIndex() {
    do { try rebuildIndex() } catch { try? dropIndex() }
  }

  /// Checks every byte of the index; `nil` where there is none.
  public func indexState() throws(BackchannelError) -> IndexState? {
    guard storage.graph == nil else { return nil }
    return try Self.storing { () throws(StorageError) in try store.indexState() }
  }

  /// Writes every element of the graph as a line of JSON into a folder, one file for each
  /// combination of labels and each type.
  ///
  /// - Throws: `fileUnwritable`.
  public func exportTables(to folder: String) throws(BackchannelError) -> TableFiles {
    try Self.storing { () throws(StorageError) in try store.exportTables(to: folder) }
  }

  // MARK: - Log

  /// Returns log entries, newest first.
  public func log(limit: Int? = nil, before: Int64? = nil) throws(BackchannelError) -> [LogEntry] {
    try Self.storing { () throws(StorageError) in try store.log(limit: limit, before: before) }
  }

  /// Returns what one log entry changed.
  public func changes(of position: Int64) throws(BackchannelError) -> [LoggedChange] {
    try Self.storing { () throws(StorageError) in try store.changes(of: position) }
  }

  /// Returns the tables that one log entry added or removed as a whole.
  public func tables(of position: Int64) throws(BackchannelError) -> [LoggedTable] {
    try Self.storing { () throws(StorageError) in try store.tables(of: position) }
  }

  /// Takes back one log entry, the latest if none is named, by a new entry.
  ///
  /// - Throws: `nothingToUndo`, `logConflict`.
  @discardableResult
  public func undo(_ position: Int64? = nil, author: LogAuthor, isDryRun: Bool = false)
    throws(BackchannelError) -> LogEntry
  {
    try Self.storing { () throws(StorageError) in
      try store.undo(position, by: author, isDryRun: isDryRun)
    }
  }

  /// Takes back one undo, the latest if none is named, by a new entry.
  ///
  /// - Throws: `nothingToRedo`, `logConflict`.
  @discardableResult
  public func redo(_ position: Int64? = nil, author: LogAuthor, isDryRun: Bool = false)
    throws(BackchannelError) -> LogEntry
  {
    try Self.storing { () throws(StorageError) in
      try store.redo(position, by: author, isDryRun: isDryRun)
    }
  }

  /// Checks the whole file: pages, references, and that the log replays to the present state.
  ///
  /// A case that is in no database yet has nothing of it that could be damaged.
  public func checkIntegrity() throws(BackchannelError) {
    guard storage.graph == nil else { return }
    try Self.storing { () throws(StorageError) in try store.checkIntegrity() }
  }

  private static func storing<Result>(_ body: () throws(StorageError) -> Result)
    throws(BackchannelError) -> Result
  {
    do { return try body() } catch { throw BackchannelError(error.diagnostic) }
  }
}
