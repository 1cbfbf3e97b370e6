import CypherSyntax
import GraphModel

/// Chooses among values: `CASE WHEN … THEN … ELSE … END`.
///
/// A branch is evaluated only for the rows that need it.
struct CaseEvaluator: ExpressionEvaluator {
  /// Holds one branch; the simple form may have several conditions, any of which chooses it.
  struct Branch {
    /// Conditions, or values that the operand is compared with.
    let conditions: [SelectiveEvaluator]
    /// The value.
    let result: SelectiveEvaluator
  }

  /// What the values of the simple form are compared with; `nil` in the searched form.
  let operand: (any ExpressionEvaluator)?
  /// The branches in order.
  let branches: [Branch]
  /// The value where no branch is chosen; null where there is none.
  let otherwise: SelectiveEvaluator?

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let operands = try operand?.evaluate(chunk, context)
    var parts: [Column.Part] = []
    var open = chunk.allRows
    for branch in branches {
      var chosen = ContiguousArray<Int32>()
      for condition in branch.conditions where !open.isEmpty {
        let found = try condition.evaluate(chunk, rows: open, context)
        let truths = try truths(of: found, rows: open, operands: operands)
        chosen += open.indices.lazy.filter { truths[$0] == .yes }.map { open[$0] }
        open = ContiguousArray(open.indices.lazy.filter { truths[$0] != .yes }.map { open[$0] })
      }
      guard !chosen.isEmpty else { continue }
      chosen.sort()
      let column = try branch.result.evaluate(chunk, rows: chosen, context)
      parts.append(Column.Part(rows: chosen, column: column))
    }
    if let otherwise, !open.isEmpty {
      let column = try otherwise.evaluate(chunk, rows: open, context)
      parts.append(Column.Part(rows: open, column: column))
    }
    return parts.isEmpty ? .nulls(count: chunk.count) : .merged(parts, count: chunk.count)
  }

  private func truths(
    of found: Column,
    rows: ContiguousArray<Int32>,
    operands: Column?
  ) throws(QueryError) -> ContiguousArray<Ternary> {
    guard let operands else { return try found.truths() }
    return try ComparisonEvaluator.compare(operands.gathered(rows), .equal, found).truths()
  }
}
