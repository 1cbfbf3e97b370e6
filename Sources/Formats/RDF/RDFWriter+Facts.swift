import CaseModel
import GraphModel

/// Events and the facts about them, posts and relations.
extension RDFWriter {
  mutating func add(_ event: Event) {
    let subject = name(event.id)
    graph.add(subject, types: ["schema:Event", "prov:Activity", "bc:\(event.type.rawValue)"])
    graph.add(subject, "schema:name", text: event.title)
    graph.add(subject, "schema:description", text: event.note)
    addStatus(FactID(event.id))
  }

  mutating func add(_ part: Participation) {
    let role = name(part.id)
    let event = name(part.event)
    graph.add(role, types: ["schema:Role", "prov:Association"])
    graph.add(role, "schema:roleName", text: part.role)
    graph.add(event, "prov:qualifiedAssociation", to: role)
    graph.add(role, "bc:event", to: event)
    switch part.participant {
    case .entity(let entity):
      graph.add(role, "prov:agent", to: name(entity))
      let property =
        ["host", "organizer"].contains(part.role) ? "schema:organizer" : "schema:attendee"
      graph.add(event, property, to: role)
      graph.add(role, property, to: name(entity))
      if isHeld(part.id) {
        graph.add(event, "prov:wasAssociatedWith", to: name(entity))
        graph.add(event, property, to: name(entity))
      }
    case .unknown(let text, let side):
      graph.add(role, types: ["bc:EmptySlot"])
      graph.add(role, "schema:description", text: text)
      graph.add(role, "bc:side", to: side.map(name))
      graph.add(role, "bc:question", to: part.question.map(name))
    }
    graph.add(role, "rdfs:comment", text: part.note)
    addStatus(part.id)
  }

  mutating func add(_ attribute: Attribute) {
    let value = name(attribute.id)
    let event = name(attribute.event)
    graph.add(value, types: ["schema:PropertyValue"])
    graph.add(value, "bc:event", to: event)
    let isPlain = isHeld(attribute.id)
    switch attribute.value {
    case .date(let date):
      graph.add(value, "schema:name", text: "date")
      add(date, to: value, "schema:startDate", "schema:endDate")
      if isPlain {
        graph.add(event, "schema:startDate", date.days.first.map { .typed($0, "xsd:date") })
        graph.add(event, "schema:endDate", date.days.last.map { .typed($0, "xsd:date") })
      }
    case .place(let place):
      graph.add(value, "schema:name", text: "place")
      graph.add(value, "schema:valueReference", to: name(place))
      if isPlain { graph.add(event, "schema:location", to: name(place)) }
    case .topic(let topic):
      graph.add(value, "schema:name", text: "about")
      graph.add(value, "schema:valueReference", to: name(topic))
      if isPlain { graph.add(event, "schema:about", to: name(topic)) }
    case .subject(let other):
      graph.add(value, "schema:name", text: "about")
      graph.add(value, "schema:valueReference", to: name(other))
      if isPlain { graph.add(event, "schema:about", to: name(other)) }
    }
    addStatus(attribute.id)
  }

  mutating func add(_ post: Post) {
    let role = name(post.id)
    graph.add(role, types: ["schema:OrganizationRole"])
    graph.add(role, "schema:roleName", text: post.title)
    graph.add(role, "bc:holder", to: name(post.holder))
    graph.add(name(post.holder), "schema:worksFor", to: role)
    graph.add(role, "schema:worksFor", to: post.agency.map(name))
    graph.add(role, "bc:country", to: post.country.map(name))
    graph.add(role, "bc:accreditedTo", to: post.accreditedTo.map(name))
    add(post.held, to: role, "schema:startDate", "schema:endDate")
    graph.add(role, "rdfs:comment", text: post.note)
    addStatus(post.id)
  }

  mutating func add(_ relation: Relation) {
    let statement = name(relation.id)
    let predicate = predicate(of: relation)
    graph.add(statement, types: ["rdf:Statement"])
    graph.add(statement, "rdf:subject", to: name(relation.subject))
    graph.add(statement, "rdf:predicate", to: predicate)
    graph.add(statement, "rdf:object", to: name(relation.object))
    add(relation.held, to: statement, "schema:startDate", "schema:endDate")
    graph.add(statement, "rdfs:comment", text: relation.note)
    addStatus(relation.id)
    if isHeld(relation.id) {
      graph.add(name(relation.subject), predicate, to: name(relation.object))
    }
  }

  /// Words of published vocabularies where they mean the same, else our own, such as `bc:part-of`.
  private func predicate(of relation: Relation) -> String {
    let subject = index.entities[relation.subject]?.type
    let object = index.entities[relation.object]?.type
    switch (relation.kind, subject, object) {
    case (.partOf, _, .agency): return "schema:parentOrganization"
    case (.locatedIn, .place, _): return "schema:containedInPlace"
    case (.locatedIn, _, _): return "schema:location"
    case (.citizenOf, _, _): return "schema:nationality"
    case (.represents, _, _): return "prov:actedOnBehalfOf"
    case (.memberOf, _, _): return "schema:memberOf"
    case (.sameAs, _, _): return "schema:sameAs"
    default: return "bc:\(relation.kind.word)"
    }
  }
}
