import Backchannel
import CaseModel
import GraphModel

/// Says what a public edition lacks, and how many answers that changes.
struct PublicChanges {
  private let removed: PublicEdition.Removed
  private let answers: (changed: Int, total: Int)

  init(_ edition: PublicEdition, of content: CaseContent) {
    removed = edition.removed
    answers = PublicEdition.changedAnswers(from: content, to: edition.content)
  }

  /// What there is to say, for people.
  var lines: [String] {
    guard removed.total > 0 else {
      return ["Nothing is marked confidential; the public edition is the whole case."]
    }
    return [
      "Left out: \(counted(removed.claims, "claim")), \(counted(removed.sources, "source")), "
        + "\(counted(removed.facts, "fact")), "
        + counted(removed.entities, "entity", "1 entity", "entities") + ", "
        + "\(counted(removed.questions, "question")).",
      "\(counted(answers.changed, "answer")) of \(answers.total) (who met whom, questions) "
        + "\(answers.changed == 1 ? "changes" : "change").",
    ]
  }

  /// The same for programs.
  var json: JSONValue {
    let counts = [
      ("claims", removed.claims), ("sources", removed.sources), ("facts", removed.facts),
      ("entities", removed.entities), ("questions", removed.questions),
      ("changedAnswers", answers.changed), ("answers", answers.total),
    ]
    return .object(counts.map { JSONMember(key: $0.0, value: .integer(Int64($0.1))) })
  }
}
