import GraphModel

/// Finds people without a side, and agencies of a state without a country, who met or spoke: their
/// words count for nobody.
enum SideCheck {
  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    checked.content.entities.compactMap { entity in
      let events = checked.index.participations(of: entity.id)
        .map(\.event)
        .filter { event in matters(event, in: checked) && lacksSide(entity, at: event, in: checked)
        }
      guard let first = events.first else { return nil }
      let more = events.count > 1 ? " and \(events.count - 1) more" : ""
      return CaseFinding(
        .noSide,
        severity: .warning,
        "'\(entity.name)' took part in \(first)\(more), but nothing says on which side",
        record: entity.id.rawValue,
        remedy: entity.type == .person
          ? "add a post, 'represents' or 'memberOf'" : "add 'partOf' and a country"
      )
    }
  }

  private static func matters(_ event: EventID, in checked: CheckedCase) -> Bool {
    guard let type = checked.index.events[event]?.type else { return false }
    return type.bringsTogether || type == .statement
  }

  private static func lacksSide(_ entity: Entity, at event: EventID, in checked: CheckedCase)
    -> Bool
  {
    let sides = checked.sides.sides(of: entity.id, at: checked.index.bounds(of: event))
    switch entity.type {
    case .person: return sides.isEmpty
    case .agency where entity.agencyKind?.speaksForCountry == true:
      return !sides.contains { checked.index.entities[$0]?.type == .country }
    case .agency, .country, .place, .topic: return false
    }
  }
}
