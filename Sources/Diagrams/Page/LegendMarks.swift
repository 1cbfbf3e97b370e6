import CaseModel

/// Makes the samples that legends of several kinds of diagrams share.
struct LegendMarks {
  let view: CaseView
  let style: StyleSheet

  /// The lines of some statuses, strongest first; `nil` is that of a fact nobody speaks of.
  func statuses(_ used: Set<Status?>) -> [LegendSample] {
    ((Status.allCases as [Status?]) + [nil]).filter(used.contains).map { status in
      let line = style.line(status)
      return .line(line, "\(StatusMark.sign(status)) \(line.meaning)")
    }
  }

  /// The sign of a claimant who contradicts themself, if one does about some facts.
  func conflicts(_ facts: [FactID]) -> [LegendSample] {
    facts.contains { view.assessment($0)?.contradictory.isEmpty == false }
      ? [.sign(StatusMark.conflict, "somebody contradicts themself")] : []
  }

  /// The cards of some figures and events.
  func cards(_ figures: [DiagramScene.Figure], _ events: [Event]) -> [LegendSample] {
    let cards = FigureCards(view: view, style: style, focus: nil)
    var kinds = Set(figures.map(cards.kind))
    if events.contains(where: { $0.type != .statement }) { kinds.insert(.event) }
    if events.contains(where: { $0.type == .statement }) { kinds.insert(.statement) }
    return NodeKind.allCases.filter(kinds.contains).map { .card(style[$0], style[$0].meaning) }
  }
}
