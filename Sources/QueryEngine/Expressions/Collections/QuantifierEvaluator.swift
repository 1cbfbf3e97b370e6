import CypherSyntax
import GraphModel

/// Tells for how many elements of a list a condition is true: `all(x IN list WHERE condition)`.
struct QuantifierEvaluator: ExpressionEvaluator {
  /// For how many.
  let kind: QuantifierKind
  /// The list.
  let list: any ExpressionEvaluator
  /// Takes the lists apart.
  let flattening: ListFlattening
  /// What must be true of them; true without one.
  let condition: (any ExpressionEvaluator)?

  /// Counts the elements of one list by the truth of the condition.
  private struct Counts {
    var yes = 0
    var no = 0
    var unknown = 0

    mutating func add(_ truth: Ternary) {
      switch truth {
      case .yes: yes += 1
      case .no: no += 1
      case .unknown: unknown += 1
      }
    }
  }

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let lists = try list.evaluate(chunk, context)
    var counts = ContiguousArray(repeating: Counts(), count: chunk.count)
    try flattening.forEachPiece(of: lists, in: chunk, context) { (piece) throws(QueryError) in
      let truths =
        try condition?.evaluate(piece.chunk, context).truths()
        ?? ContiguousArray(repeating: .yes, count: piece.chunk.count)
      for index in truths.indices { counts[Int(piece.rows[index])].add(truths[index]) }
    }
    let isNull = lists.isNull()
    return .booleans(
      ContiguousArray(counts.indices.lazy.map { isNull[$0] ? .unknown : truth(counts[$0]) })
    )
  }

  private func truth(_ counts: Counts) -> Ternary {
    switch kind {
    case .all: counts.no > 0 ? .no : counts.unknown > 0 ? .unknown : .yes
    case .any: counts.yes > 0 ? .yes : counts.unknown > 0 ? .unknown : .no
    case .none: counts.yes > 0 ? .no : counts.unknown > 0 ? .unknown : .yes
    case .single:
      counts.yes > 1 ? .no : counts.unknown > 0 ? .unknown : counts.yes == 1 ? .yes : .no
    }
  }
}
