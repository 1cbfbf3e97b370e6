public import CaseModel

extension Drawing {
  /// Draws groups and how often they met; `map` must have been made from `view`.
  public static func contacts(
    _ map: ContactMap,
    view: CaseView,
    style: StyleSheet = .light
  ) -> Drawing {
    let captions = min(map.contacts.count, ContactMapDOT.captionLimit)
    var drawings = laidOut(
      ContactMapDOT(map: map, view: view, style: style).graph,
      by: SizeTable.layouts(groups: map.groups.count + captions),
      nodeCount: map.groups.count,
      facts: [],
      omissions: map.omissions,
      // Communities have no names that outlive a change of the case.
      name: map.fold.isStable ? "folded by \(map.fold.name)" : nil
    )
    var drawing = drawings.removeFirst()
    drawing.fallbacks = drawings
    drawing.plainLineCount = map.contacts.count
    drawing.plainLineMeaning = "with the strengths of their events"
    return drawing
  }
}

extension Fold {
  fileprivate var isStable: Bool {
    if case .community = self { return false }
    return true
  }
}
