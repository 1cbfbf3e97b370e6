public import CaseModel
import Formats
public import GraphModel

/// Makes the JSON document of a case, documented in data/schema/case.schema.json.
public enum CaseExport {
  /// Returns the records of `view`, and under `derived` what follows from them.
  ///
  /// That is the status of every fact, conflicts, and how far questions are answered; reading the
  /// document back ignores it.
  /// Members and records stand in a fixed order, so equal cases give equal text.
  public static func json(_ view: CaseView) -> JSONValue {
    let derived: JSONValue = [
      "facts": .array(view.index.facts.records.map { view.json($0.id) }),
      "conflicts": .array(
        view.conflicts().map { conflict in
          [
            "kind": .string(conflict.kind.rawValue),
            "facts": .strings(conflict.facts.map(\.rawValue)),
            "affirming": .strings(conflict.affirming.map(\.rawValue)),
            "opposing": .strings(conflict.opposing.map(\.rawValue)),
          ]
        }
      ),
      "questions": .array(
        view.coverage().map { coverage in
          [
            "question": .string(coverage.question.id.rawValue),
            "state": .string(coverage.state.rawValue),
            "answers": .strings(coverage.answers.map(\.fact.rawValue)),
          ]
        }
      ),
    ]
    return CaseDocument.json(of: view.index.content, derived: derived)
  }
}

extension PublicEdition {
  /// Counts the answers of `content` (who met whom, and questions) that are missing from `public`
  /// or differ there, and all answers.
  public static func changedAnswers(from content: CaseContent, to public: CaseContent)
    -> (changed: Int, total: Int)
  {
    let sheet = AnswerSheet(content)
    return (sheet.changes(in: AnswerSheet(`public`)), sheet.count)
  }
}
