import CaseStore
import Formats
import GraphModel

/// Tells where the rows of a piece stand that were refused, and why.
struct TableRejection {
  private let piece: TablePipeline.Piece
  private let plan: TablePlan
  private let firstLine: Int
  /// The records that are refused.
  private(set) var rows: Set<Int> = []

  init(_ piece: TablePipeline.Piece, _ plan: TablePlan, firstLine: Int) {
    self.piece = piece
    self.plan = plan
    self.firstLine = firstLine
  }

  /// Returns one diagnostic for each record that is refused, in order.
  mutating func diagnostics(_ storeFaults: [BulkFault]) -> [Diagnostic] {
    var found: [(row: Int, diagnostic: Diagnostic)] = piece.faults.map { fault in
      (fault.row, diagnostic(fault.code, fault.message, fault.row, fault.offset, remedy: nil))
    }
    let header = piece.hasHeader ? 1 : 0
    for fault in storeFaults { found.append((fault.row + header, diagnostic(fault, header))) }
    found.sort { $0.row < $1.row }
    return found.compactMap { rows.insert($0.row).inserted ? $0.diagnostic : nil }
  }

  private func diagnostic(_ fault: BulkFault, _ header: Int) -> Diagnostic {
    let row = fault.row + header
    switch fault.reason {
    case .duplicate:
      return diagnostic(
        .duplicateID,
        "node '\(fault.key)' exists already, in the case or further up in the table",
        row,
        offset(row, plan.idIndex),
        remedy: "if the table was imported before, undo that entry first; else give each row its "
          + "own id"
      )
    case .dangling(let isSource):
      return diagnostic(
        .danglingID,
        "there is no node '\(fault.key)'",
        row,
        offset(row, (isSource ? plan.from : plan.to)?.index),
        remedy: "add the node to its table, or remove the row"
      )
    }
  }

  private func offset(_ row: Int, _ column: Int?) -> Int {
    Int(piece.records.starts[row * plan.columnNames.count + (column ?? 0)])
  }

  private func diagnostic(
    _ code: ErrorCode,
    _ message: String,
    _ row: Int,
    _ offset: Int,
    remedy: String?
  ) -> Diagnostic {
    let records = piece.records
    let start = Int(records.rows[row])
    // Line feeds within quotes count, too.
    let feeds = records.bytes[start..<max(start, offset)].count { $0 == UInt8(ascii: "\n") }
    let lineStart =
      records.bytes[start..<max(start, offset)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
      ?? start
    return Diagnostic(
      code,
      message,
      file: plan.table.file,
      position: SourcePosition(
        line: firstLine + Int(records.lines[row]) + feeds,
        column: offset - lineStart + 1
      ),
      remedy: remedy ?? "put the row right, or remove it"
    )
  }
}
