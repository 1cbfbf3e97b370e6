import CaseModel
import GraphModel

extension CaseReader {
  func readRelation(_ node: DocumentNode) {
    guard let reader = record(node, "a relation", CaseKeys.relation) else { return }
    let kind = reader.requiredChoice("kind", of: Relation.Kind.self, named: \.word)
    let subject: EntityID = reader.requiredReference("subject")
    let object: EntityID = reader.requiredReference("object")
    let held = reader.date("held")
    let note = reader.text("note")
    let chosen: FactID? = reader.reference("id")
    guard let kind else { return }
    let id = chosen ?? Relation.defaultID(kind, from: subject, to: object)
    places.add(id.rawValue, reader)
    content.relations.append(
      Relation(id: id, kind: kind, subject: subject, object: object, held: held, note: note)
    )
  }

  /// Reads members such as `partOf: us`, each short for a relation without a date.
  func readShorthands(_ reader: RecordReader, of subject: EntityID) {
    for kind in Relation.Kind.allCases {
      for node in reader.elements(kind.shorthand) {
        guard let object = RecordReader.identifier(node, kind.shorthand, issues) else { continue }
        let id = Relation.defaultID(kind, from: subject, to: EntityID(object))
        places.add(
          id.rawValue,
          "a relation",
          at: node.position,
          members: ["object": node.position],
          remedy: "write the relation once, or give the one under 'relations' an id of its own"
        )
        content.relations.append(
          Relation(id: id, kind: kind, subject: subject, object: EntityID(object))
        )
      }
    }
  }

  func readPost(_ node: DocumentNode) {
    guard let reader = record(node, "a post", CaseKeys.post) else { return }
    let post = Post(
      id: reader.requiredReference("id"),
      holder: reader.requiredReference("holder"),
      title: reader.requiredText("title") ?? "",
      agency: reader.reference("agency"),
      country: reader.reference("country"),
      accreditedTo: reader.reference("accreditedTo"),
      held: reader.date("held"),
      note: reader.text("note")
    )
    places.add(post.id.rawValue, reader)
    content.posts.append(post)
  }
}

extension Relation.Kind {
  /// The member of an entity that is short for a relation of this kind, such as `partOf`.
  var shorthand: String {
    switch self {
    case .partOf: "partOf"
    case .locatedIn: "locatedIn"
    case .citizenOf: "citizenOf"
    case .represents: "represents"
    case .memberOf: "memberOf"
    case .sameAs: "sameAs"
    case .linkedTo: "linkedTo"
    }
  }
}
