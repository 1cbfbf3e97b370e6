import Backchannel
import CaseStore
import Formats
import Foundation
import GraphModel

/// Imports tables for the verb `import`, and tells how far it has come and what it did.
struct TableImportRun {
  let caseOptions: StoredCaseOptions
  let author: LogAuthor
  let isDryRun: Bool

  func run(_ bytes: [UInt8], path: String) throws {
    let description: TableDescription
    do throws(FormatError) {
      description = try TableDescription.read(bytes, file: path == "-" ? "standard input" : path)
    } catch {
      throw BackchannelError(
        error.diagnostics,
        omittedCount: error.omittedCount,
        sourceText: error.sourceText
      )
    }
    let bar = ProgressBar()
    defer { bar.clear() }
    let outcome = try caseOptions.open(.readWrite).importTables(
      description,
      author: author,
      isDryRun: isDryRun
    ) { progress in
      bar.show(done: progress.readBytes, of: progress.totalBytes, what: progress.table)
    }
    bar.clear()
    report(outcome)
  }

  private func report(_ outcome: TableOutcome) {
    let console = Console.current
    for table in outcome.tables {
      let count = Int(table.rowCount)
      let what =
        table.isNodes ? counted(count, "node") : counted(count, "relationship")
      let unused =
        table.unusedColumns.isEmpty
        ? "" : "; not used: \(table.unusedColumns.joined(separator: ", "))"
      console.note("\(table.name): \(what)\(unused)")
    }
    console.note(
      "\(counted(Int(outcome.readRows), "row")) \(isDryRun ? "would be" : "were") read, "
        + "\(outcome.readRows) taken, 0 rejected."
    )
    console.tell(outcome.entry, isDryRun: isDryRun)
  }
}
