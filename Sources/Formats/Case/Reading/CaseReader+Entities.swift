import CaseModel
import GraphModel

extension CaseReader {
  func readEntity(_ node: DocumentNode) {
    guard let reader = record(node, "an entity", CaseKeys.entity) else { return }
    let type = reader.requiredChoice("type", of: EntityType.self)
    let entity = Entity(
      id: reader.requiredReference("id"),
      type: type ?? .agency,
      name: reader.requiredText("name") ?? "",
      names: reader.elements("names").compactMap { RecordReader.name($0, "names", issues) },
      agencyKind: agencyKind(reader, of: type),
      isUnnamed: reader.flag("unnamed") ?? false,
      note: reader.text("note"),
      identifiers: reader.texts("ids")
    )
    places.add(entity.id.rawValue, reader)
    readShorthands(reader, of: entity.id)
    content.entities.append(entity)
  }

  private func agencyKind(_ reader: RecordReader, of type: EntityType?) -> AgencyKind? {
    guard let kind = reader.choice("kind", of: AgencyKind.self) else { return nil }
    if let type, type != .agency {
      issues.add(
        .invalidValue,
        "only an agency has a kind, not a \(type.rawValue)",
        at: reader.position(of: "kind"),
        remedy: "remove 'kind', or write 'type: Agency'"
      )
      return nil
    }
    return kind
  }
}

extension RecordReader {
  /// Returns a further spelling, given as a text or as a mapping; `nil` where it is neither, which is
  /// an issue.
  static func name(_ node: DocumentNode, _ key: String, _ issues: ReadingIssues) -> Name? {
    guard case .mapping = node.content else {
      return text(node, key, issues).map { Name(text: $0) }
    }
    guard let reader = RecordReader(node, "a name", keys: CaseKeys.name, issues: issues),
      let text = reader.requiredText("text")
    else { return nil }
    return Name(
      text: text,
      kind: reader.choice("kind", of: NameKind.self) ?? .alias,
      language: reader.text("lang")
    )
  }
}
