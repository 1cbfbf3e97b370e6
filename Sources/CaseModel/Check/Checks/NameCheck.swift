import GraphModel

/// Finds entities of one type with one name, which may be one entity.
///
/// Case and diacritics do not count. Two that nobody named, and two that a relation calls the same,
/// are passed over.
enum NameCheck {
  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    let same = sameEntities(in: checked)
    let groups = Dictionary(grouping: checked.content.entities) { entity in
      NameGroup(type: entity.type, name: NameKeys(entity.name).folded)
    }
    return groups.values.flatMap { entities -> [CaseFinding] in
      guard let first = entities.first else { return [] }
      return entities.dropFirst().compactMap { entity in
        let isKnown = same.contains([first.id, entity.id])
        guard !isKnown, !(first.isUnnamed && entity.isUnnamed) else { return nil }
        return CaseFinding(
          .duplicateName,
          severity: .warning,
          "'\(entity.id)' and '\(first.id)' are both named '\(first.name)'",
          record: entity.id.rawValue,
          key: "name",
          remedy: "write 'sameAs: \(first.id)' if they are one, or a name that tells them apart"
        )
      }
    }
  }

  private struct NameGroup: Hashable {
    let type: EntityType
    let name: String
  }

  private static func sameEntities(in checked: CheckedCase) -> Set<Set<EntityID>> {
    Set(
      checked.content.relations.filter { $0.kind == .sameAs }
        .map { Set([$0.subject, $0.object]) }
    )
  }
}
