import CypherSyntax

// Why-provenance: the elements that a pattern binds travel with the row, in a slot of their own.
// A join of patterns adds theirs; an optional pattern without a match adds nothing; the operators of
// grouping and DISTINCT put together what all rows of a group rest on.

extension QueryPlanner {
  /// The variable, which no query can write, that means what a row rests on.
  static let evidenceVariable = "\u{0}evidence"
  /// The function that makes facts of elements.
  static let factsFunction = "\u{0}facts"

  /// Adds the elements in slots to what each row rests on.
  func collectingEvidence(_ plan: LogicalPlan, _ slots: [Slot]) -> LogicalPlan {
    guard tracksEvidence, !slots.isEmpty else { return plan }
    return .collectEvidence(plan, slots)
  }

  /// Replaces `evidence()` by the facts among the elements that the row rests on.
  func resolvingEvidence(_ expression: Expression) -> Expression {
    guard evidenceSlot != nil else { return expression }
    return expression.replacing { part in
      guard case .function(let name, _, _) = part.kind, name.count == 1,
        name[0].name.lowercased() == "evidence"
      else { return nil }
      let elements = Expression(.variable(Self.evidenceVariable), at: part.range)
      return Expression(
        .function(name: [Identifier(Self.factsFunction)], isDistinct: false, arguments: [elements]),
        at: part.range
      )
    }
  }
}

extension Query {
  /// Whether the query asks for what its rows rest on.
  var asksForEvidence: Bool {
    statements.flatMap(\.clauses).contains { clause in
      let projection: Projection? =
        switch clause {
        case .with(let with): with.projection
        case .return(let result): result.projection
        default: nil
        }
      return projection?.items.contains { $0.expression.contains(Self.isEvidence) } ?? false
    }
  }

  private static func isEvidence(_ expression: Expression) -> Bool {
    guard case .function(let name, _, _) = expression.kind, name.count == 1 else { return false }
    return name[0].name.lowercased() == "evidence"
  }
}
