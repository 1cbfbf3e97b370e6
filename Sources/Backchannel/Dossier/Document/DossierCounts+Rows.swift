import CaseModel

extension DossierCounts {
  /// Holds a number with its name.
  struct Row {
    /// The sign of the status that is counted, if one is.
    var sign: String?
    var status: Status?
    let name: String
    let count: Int
  }

  /// The numbers in the order in which they are told; of statuses only those that occur.
  var rows: [Row] {
    var rows = [
      Row(name: "claims", count: claims), Row(name: "sources", count: sources),
      Row(name: "independent origins", count: origins),
    ]
    rows += facts.filter { $0.count > 0 }.map { status, count in
      Row(
        sign: status?.sign ?? "·",
        status: status,
        name: status.map { "facts \($0)" } ?? "facts of which nobody speaks",
        count: count
      )
    }
    rows += [
      Row(name: "claims that deny", count: denials),
      Row(name: "claims that neither confirm nor deny", count: refusals),
      Row(name: "times that a side of a fact is silent", count: silences),
      Row(name: "claims taken back", count: takenBack), Row(name: "conflicts", count: conflicts),
      Row(name: "questions not answered in full", count: openQuestions),
      Row(name: "facts hidden by filters", count: hidden),
    ]
    return rows
  }
}
