import CaseModel

/// Holds every answer a case gives to who met whom and to its questions, to count what changes.
struct AnswerSheet {
  private let rows: [String: Status?]

  init(_ content: CaseContent) {
    let view = CaseView(CaseIndex(content))
    var rows: [String: Status?] = [:]
    for entity in content.entities where entity.type == .person {
      for row in WhoMetAnswer(entity.id, view: view).rows {
        rows["\(row.own.id) \(row.other.id)"] = row.evidence.status
      }
    }
    for coverage in view.coverage() {
      let strongest = coverage.answers.first?.evidence.status
      rows["\(coverage.question.id) \(coverage.state) \(coverage.answers.count)"] = strongest
    }
    self.rows = rows
  }

  /// The number of answers.
  var count: Int { rows.count }

  /// Returns how many answers are missing from `other` or differ there.
  func changes(in other: AnswerSheet) -> Int {
    rows.count { key, status in
      guard let now = other.rows[key] else { return true }
      return now != status
    }
  }
}
