public import CaseModel
public import GraphModel

/// Answers what became known, stronger, weaker or withdrawn between two days.
public struct DiffAnswer: Sendable {
  /// Holds how one fact changed.
  public struct Change: Sendable {
    /// Lists how.
    public enum Kind: String, CaseIterable, Sendable {
      case known, stronger, weaker, withdrawn
    }

    /// How.
    public let kind: Kind
    /// The fact.
    public let fact: FactID
    /// What was known on the first day; `nil` when nothing was.
    public let before: Assessment?
    /// What was known on the second day; `nil` when nothing was.
    public let after: Assessment?
  }

  /// The two days, the earlier first.
  public let days: (from: CalendarDate, to: CalendarDate)
  /// In the order of kinds, then of facts.
  public let changes: [Change]
  /// The questions asked between the two days.
  public let asked: [QuestionID]
  /// What was known on each day.
  public let views: (before: CaseView, after: CaseView)

  /// Compares what was known on both days; the order of the days does not matter.
  ///
  /// Complexity: that of building two views.
  public init(_ one: CalendarDate, _ other: CalendarDate, index: CaseIndex, filter: ReadFilter) {
    days = (min(one, other), max(one, other))
    var early = filter
    early.asKnown = days.from
    var late = filter
    late.asKnown = days.to
    let before = CaseView(index, filter: early)
    let after = CaseView(index, filter: late)
    views = (before, after)
    let changes = index.facts.records.compactMap { fact in
      Self.change(
        fact.id,
        before: before.shows(fact.id) ? before.assessment(fact.id) : nil,
        after: after.shows(fact.id) ? after.assessment(fact.id) : nil
      )
    }
    self.changes = Change.Kind.allCases.flatMap { kind in changes.filter { $0.kind == kind } }
    let known = Set(before.coverage().map(\.question.id))
    asked = after.coverage().map(\.question.id).filter { !known.contains($0) }
  }

  private static func change(_ fact: FactID, before: Assessment?, after: Assessment?) -> Change? {
    let kind: Change.Kind
    switch (before, after) {
    case (nil, nil): return nil
    case (nil, .some): kind = .known
    case (.some, nil): kind = .withdrawn
    case (.some(let old), .some(let new)):
      let was = (old.status?.rank ?? .max, -old.origins.count, -old.confirmingSides.count)
      let now = (new.status?.rank ?? .max, -new.origins.count, -new.confirmingSides.count)
      if was == now { return nil }
      kind = now < was ? .stronger : .weaker
    }
    return Change(kind: kind, fact: fact, before: before, after: after)
  }
}
