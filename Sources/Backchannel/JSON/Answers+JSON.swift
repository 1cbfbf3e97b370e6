public import CaseModel
public import GraphModel

extension WhoMetAnswer {
  /// Returns the answer with the evidence of every row.
  public func json(_ view: CaseView) -> JSONValue {
    [
      "answer": "who-met", "filter": view.filterJSON, "entity": view.json(entity),
      "rows": .array(rows.map { Self.json($0, view) }),
      "slots": .array(slots.map { Self.json($0, view) }),
      "alone": .array(alone.map { .string($0.event.rawValue) }),
      "unknown": unknowns.json(view),
    ]
  }

  private static func json(_ row: Row, _ view: CaseView) -> JSONValue {
    [
      "event": view.json(row.event), "self": view.json(row.own.participant),
      "met": view.json(row.other.participant), "role": .string(row.other.role),
      "question": .optional(row.other.question?.rawValue),
      "sides": .array((view.assessment(row.other.id)?.sides ?? []).map(CaseView.json)),
      "evidence": view.json(row.evidence),
    ]
  }
}

extension MetAnswer {
  /// Returns the answer with what every side says about every fact.
  public func json(_ view: CaseView) -> JSONValue {
    [
      "answer": "met", "filter": view.filterJSON, "first": view.json(first),
      "second": view.json(second),
      "encounters": .array(
        encounters.map { encounter in
          let facts = [
            FactID(encounter.event.id), encounter.parts.first.id, encounter.parts.second.id,
          ]
          return [
            "event": view.json(encounter.event), "evidence": view.json(encounter.evidence),
            "facts": .array(facts.map { Self.testimony($0, view) }),
          ]
        }
      ),
      "unknown": unknowns.json(view),
    ]
  }

  private static func testimony(_ fact: FactID, _ view: CaseView) -> JSONValue {
    let testimony = view.testimony(on: fact)
    return [
      "assessment": view.json(fact),
      "for": .array(testimony.for.map(view.json)),
      "against": .array(testimony.against.map(view.json)),
      "declined": .array(testimony.declined.map(view.json)),
    ]
  }
}

extension Unknowns {
  /// Returns what nobody confirms, what nobody says, and what is asked.
  public func json(_ view: CaseView) -> JSONValue {
    [
      "unconfirmed": .array(unconfirmed.map(view.json)),
      "missing": .array(
        missing.map { event, what in
          ["event": .string(event.rawValue), "what": .strings(what)]
        }
      ),
      "questions": .array(questions.map { $0.json(view) }),
    ]
  }
}

extension QuestionCoverage {
  /// Returns the question, who asks, its answers and refusals.
  public func json(_ view: CaseView) -> JSONValue {
    [
      "id": .string(question.id.rawValue), "text": .string(question.text),
      "state": .string(state.rawValue),
      "asked": .array(asked.compactMap { view.index.claims[$0] }.map(view.json)),
      "answers": .array(
        answers.map { answer in
          [
            "event": .string(answer.event.rawValue), "fact": .string(answer.fact.rawValue),
            "text": .string(view.index.describe(answer.fact)),
            "untied": .strings(answer.untied.map(\.rawValue)),
            "unnamed": .boolean(answer.isUnnamed), "evidence": view.json(answer.evidence),
          ]
        }
      ),
      "refusals": .array(refusals.compactMap { view.index.claims[$0] }.map(view.json)),
    ]
  }
}

extension PathAnswer {
  /// Returns the steps from `first` to `second` with their facts and the weakest link; no steps
  /// when there is no path.
  public static func json(
    _ path: PathAnswer?,
    from first: EntityID,
    to second: EntityID,
    view: CaseView
  ) -> JSONValue {
    let whole = view.withoutMinimum
    let steps = path?.steps ?? []
    return [
      "answer": "path", "filter": view.filterJSON, "first": view.json(first),
      "second": view.json(second), "strongEnough": .boolean(path?.isStrongEnough == true),
      "steps": .array(
        steps.map { step in
          [
            "from": .string(step.from.id), "to": .string(step.to.id),
            "facts": .array(step.facts.map(whole.json)),
          ]
        }
      ),
      "evidence": view.json(path?.evidence ?? view.evidence(for: [])),
    ]
  }
}

extension PathAnswer.Node {
  /// Returns the id of the entity or event.
  public var id: String {
    switch self {
    case .entity(let id): id.rawValue
    case .event(let id): id.rawValue
    }
  }
}

extension TimelineAnswer {
  /// Returns the entries in order, undated ones last.
  public func json(_ view: CaseView) -> JSONValue {
    [
      "answer": "timeline", "filter": view.filterJSON,
      "entity": entity.map(view.json) ?? .null,
      "entries": .array(
        entries.map { entry in
          [
            "event": view.json(entry.event), "within": .string("\(entry.isWithin)"),
            "evidence": view.json(entry.evidence),
          ]
        }
      ),
      "certainOrder": .array(
        certainOrder.map {
          ["before": .string($0.before.rawValue), "after": .string($0.after.rawValue)]
        }
      ),
    ]
  }
}

extension ProfileAnswer {
  /// Returns everything known about the entity.
  public func json(_ view: CaseView) -> JSONValue {
    [
      "answer": "profile", "filter": view.filterJSON, "entity": view.json(entity.id),
      "names": .array(
        entity.names.map {
          [
            "text": .string($0.text), "kind": .string($0.kind.rawValue),
            "lang": .optional($0.language),
          ]
        }
      ),
      "sides": .array(sides.map(view.json)), "posts": .array(posts.map { view.json($0.id) }),
      "relations": .array(relations.map { view.json($0.id) }),
      "participations": .array(
        participations.map { part in
          [
            "event": view.index.events[part.event].map(view.json) ?? .null,
            "role": .string(part.role), "assessment": view.json(part.id),
          ]
        }
      ),
      "counterparts": .array(
        counterparts.map {
          [
            "entity": view.json($0.entity), "meetings": .integer(Int64($0.meetings)),
            "strongest": CaseView.json($0.strongest),
          ]
        }
      ),
      "claims": .strings(claims.map(\.rawValue)),
      "firstSeen": .optional(seen?.earliest?.description),
      "lastSeen": .optional(seen?.latest?.description), "unknown": unknowns.json(view),
    ]
  }
}

extension DiffAnswer {
  /// Returns the changes in order, each with what was known before and after.
  public func json(_ view: CaseView) -> JSONValue {
    [
      "answer": "diff", "filter": view.filterJSON, "from": .string(days.from.description),
      "to": .string(days.to.description),
      "changes": .array(
        changes.map { change in
          [
            "kind": .string(change.kind.rawValue), "fact": .string(change.fact.rawValue),
            "text": .string(view.index.describe(change.fact)),
            "before": change.before.map(view.json) ?? .null,
            "after": change.after.map(view.json) ?? .null,
          ]
        }
      ),
      "asked": .strings(asked.map(\.rawValue)),
    ]
  }
}

extension Conflict {
  /// Returns the facts and the claims for and against.
  public func json(_ view: CaseView) -> JSONValue {
    [
      "kind": .string(kind.rawValue), "facts": .array(facts.map(view.json)),
      "affirming": .array(affirming.compactMap { view.index.claims[$0] }.map(view.json)),
      "opposing": .array(opposing.compactMap { view.index.claims[$0] }.map(view.json)),
    ]
  }
}

extension CaseStatistics {
  /// Returns the counts.
  public func json(_ view: CaseView) -> JSONValue {
    func counts<Key>(_ pairs: [(Key, Int)], _ name: (Key) -> String) -> JSONValue {
      .object(pairs.map { JSONMember(key: name($0.0), value: .integer(Int64($0.1))) })
    }
    return [
      "answer": "stats", "filter": view.filterJSON,
      "entities": counts(entities.map { ($0.type, $0.count) }) { $0.rawValue },
      "events": counts(events.map { ($0.type, $0.count) }) { $0.rawValue },
      "statuses": counts(statuses.map { ($0.status, $0.count) }) { $0?.rawValue ?? "unsourced" },
      "claims": .integer(Int64(claimCount)),
      "excludedClaims": .integer(Int64(excludedClaimCount)),
      "sources": .integer(Int64(sourceCount)), "origins": .integer(Int64(originCount)),
      "questions": counts(questions.map { ($0.state, $0.count) }) { $0.rawValue },
      "conflicts": .integer(Int64(conflictCount)),
    ]
  }
}
