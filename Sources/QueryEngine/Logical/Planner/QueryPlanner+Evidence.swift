import CypherSyntax

// Why-provenance: the elements that a pattern binds travel with the row, in a slot of their own.
// A join of patterns adds theirs; an optional pattern without a match adds nothing; the operators of
// grouping and DISTINCT put together what all rows of a group rest on. Where somebody asks for
// witnesses, each row of a group stays one by itself: a list of lists instead of a list.

extension QueryPlanner {
  /// The variable, which no query can write, that means what a row rests on.
  static let evidenceVariable = "\u{0}evidence"
  /// The function that makes facts of elements.
  static let factsFunction = "\u{0}facts"
  /// The function that makes facts of the elements in each witness.
  static let witnessesFunction = "\u{0}witnesses"

  /// Adds the elements in slots to what each row rests on.
  func collectingEvidence(_ plan: LogicalPlan, _ slots: [Slot]) -> LogicalPlan {
    guard tracksEvidence, !slots.isEmpty else { return plan }
    return .collectEvidence(plan, slots)
  }

  /// Replaces `evidence()` by the facts among the elements that the row rests on.
  func resolvingEvidence(_ expression: Expression) -> Expression {
    guard evidenceSlot != nil else { return expression }
    return expression.replacing { part in
      guard let detail = part.evidenceDetail else { return nil }
      let elements = Expression(.variable(Self.evidenceVariable), at: part.range)
      let function = detail == .facts ? Self.factsFunction : Self.witnessesFunction
      return Expression(
        .function(name: [Identifier(function)], isDistinct: false, arguments: [elements]),
        at: part.range
      )
    }
  }
}

extension Query {
  /// How much the query asks for of what its rows rest on.
  var evidenceDetail: EvidenceDetail {
    var names = MentionedNames()
    names.add(self)
    return names.evidenceDetail
  }
}

extension Expression {
  /// How much the expression asks for, if it is the call of `evidence` itself.
  var evidenceDetail: EvidenceDetail? {
    guard case .function(let name, _, let arguments) = kind, name.count == 1,
      name[0].name.lowercased() == "evidence"
    else { return nil }
    return arguments.isEmpty ? .facts : .witnesses
  }
}
