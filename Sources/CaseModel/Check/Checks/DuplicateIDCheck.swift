import GraphModel

/// Finds ids that two records bear: nothing could refer to either of them.
enum DuplicateIDCheck {
  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    checked.records.repeated.map { id, first, second in
      CaseFinding(
        .duplicateID,
        first == second
          ? "'\(id)' is the id of two records, each \(first.phrase)"
          : "'\(id)' is the id of \(first.phrase) and of \(second.phrase)",
        record: id,
        key: "id",
        remedy: "give one of them another id"
      )
    }
  }
}
