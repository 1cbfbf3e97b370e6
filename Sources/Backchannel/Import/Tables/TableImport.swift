import CaseStore
import Foundation
import Formats
import GraphModel

/// Imports the tables of one description into an open bulk.
struct TableImport {
  let description: TableDescription
  /// The folder that the paths of the description count from.
  let folder: String
  let writer: BulkWriter
  let report: (TableProgress) -> Void

  private var nodes: [String: NodeIDs] = [:]
  private var rejections: [Diagnostic] = []
  private var rejectedRows: Int64 = 0
  private(set) var outcome = TableOutcome()
  private var progress = TableProgress()

  init(
    _ description: TableDescription,
    writer: BulkWriter,
    report: @escaping (TableProgress) -> Void
  ) {
    self.description = description
    self.writer = writer
    self.report = report
    folder = URL(fileURLWithPath: description.file).deletingLastPathComponent().path
    progress.totalBytes = description.tables.reduce(0) { $0 + Self.byteCount(path($1)) }
  }

  /// Imports all tables.
  ///
  /// - Throws: Everything that is wrong with their rows, in one error that counts them.
  mutating func run() throws(BackchannelError) {
    for table in description.tables { try run(table) }
    guard rejections.isEmpty else {
      let counts = Diagnostic(
        .invalidValue,
        "nothing was imported: of \(outcome.readRows) rows read, "
          + "\(outcome.readRows - rejectedRows) are right and \(rejectedRows) are not",
        file: description.file,
        remedy: "put the rows right, then import again"
      )
      throw BackchannelError(
        rejections + [counts],
        omittedCount: Int(rejectedRows) - rejections.count
      )
    }
  }

  private mutating func run(_ table: TableDescription.Table) throws(BackchannelError) {
    var first = try TableFile(path(table), table)
    let sample = Self.withoutMark(try first.next() ?? [])
    let plan = try TablePlan(table, sample: sample, nodes: nodes, file: table.file)
    let pipeline = TablePipeline(
      plan,
      writer.words,
      file: try TableFile(path(table), table),
      threadCount: max(1, min(4, ProcessInfo.processInfo.activeProcessorCount))
    )
    defer { pipeline.stop() }
    do throws(BackchannelError) {
      try storing { () throws(StorageError) in try writer.begin(plan.bulkTable) }
    } catch {
      // The rows that were refused before say more.
      guard rejections.isEmpty else { return }
      throw error
    }
    let before = (outcome.readRows, rejectedRows)
    var index = 0
    var line = 1
    while let piece = try pipeline.piece(index) {
      index += 1
      try take(piece, plan, firstLine: line)
      line += piece.records.lineCount
    }
    let ids = try storing { () throws(StorageError) in try writer.end() }
    let count = outcome.readRows - before.0
    outcome.tables.append(
      TableOutcome.Table(
        name: table.key,
        isNodes: plan.idIndex != nil,
        rowCount: count,
        unusedColumns: plan.unused
      )
    )
    if plan.idIndex != nil { nodes[table.key] = ids }
  }

  private mutating func take(_ piece: TablePipeline.Piece, _ plan: TablePlan, firstLine: Int)
    throws(BackchannelError)
  {
    let faults = try storing { () throws(StorageError) in try writer.append(piece.rows) }
    outcome.readRows += Int64(piece.rows.count)
    progress.readBytes += piece.records.bytes.count
    progress.table = plan.table.key
    report(progress)
    guard !faults.isEmpty || !piece.faults.isEmpty else { return }
    var rejection = TableRejection(piece, plan, firstLine: firstLine)
    let diagnostics = rejection.diagnostics(faults)
    rejectedRows += Int64(rejection.rows.count)
    rejections += diagnostics.prefix(max(0, FormatError.diagnosticLimit - rejections.count))
    if !piece.faults.isEmpty { writer.refuse() }
  }

  // MARK: - Files

  private func path(_ table: TableDescription.Table) -> String {
    table.file.hasPrefix("/") ? table.file : folder + "/" + table.file
  }

  private static func byteCount(_ path: String) -> Int {
    // The attributes of a symbolic link are not those of the table.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

  /// Drops a byte order mark.
  static func withoutMark(_ bytes: ContiguousArray<UInt8>) -> ContiguousArray<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? ContiguousArray(bytes.dropFirst(3)) : bytes
  }

  private func storing<Result>(_ body: () throws(StorageError) -> Result)
    throws(BackchannelError) -> Result
  {
    do { return try body() } catch { throw BackchannelError(error.diagnostic) }
  }
}
