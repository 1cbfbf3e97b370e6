import GraphModel

/// What rows rest on.
enum EvidenceFunctions {
  /// `evidence()` is known here by its signature alone: the planner replaces the call by one of the
  /// functions after it, which a case replaces by ones that tell facts.
  static let entries: [FunctionEntry] = [
    FunctionEntry(
      "evidence",
      [.init("form", .string, words: [witnesses])],
      optional: 1,
      gives: .list,
      isDeterministic: false,
      isStrict: false
    ) { _, _ throws(QueryError) in
      throw QueryError(
        .invalidArgumentValue,
        .runtime,
        "evidence() cannot stand here, where rows are not complete yet",
        remedy: "write it among the items of a WITH or RETURN, or in their ORDER BY and WHERE"
      )
    },
    FunctionEntry(
      QueryPlanner.factsFunction,
      [.init("elements", .any)],
      gives: .list,
      isDeterministic: false,
      isStrict: false
    ) { arguments, _ in EvidenceSet(arguments[0]).value },
    FunctionEntry(
      QueryPlanner.witnessesFunction,
      [.init("witnesses", .any)],
      gives: .list,
      isDeterministic: false,
      isStrict: false
    ) { arguments, _ in .list(WitnessSet.witnesses(in: arguments[0])) },
  ]

  /// The word that asks `evidence` for each derivation of the row by itself.
  static let witnesses = "witnesses"
}
