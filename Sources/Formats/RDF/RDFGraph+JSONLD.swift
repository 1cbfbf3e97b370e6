import GraphModel

/// JSON-LD 1.1, expanded names with prefixes, one flat list of nodes.
extension RDFGraph {
  /// The document.
  var jsonLD: JSONValue {
    .object([
      JSONMember(
        key: "@context",
        value: .object(
          prefixes.map { JSONMember(key: $0.name, value: .string($0.namespace)) }
        )
      ),
      JSONMember(key: "@graph", value: .array(subjects.map(Self.node))),
    ])
  }

  private static func node(_ subject: Subject) -> JSONValue {
    var members = [JSONMember(key: "@id", value: .string(subject.name))]
    for statement in subject.statements {
      let isType = statement.predicate == "rdf:type"
      let values = statement.objects.map { isType ? type($0) : value($0) }
      let whole: JSONValue = values.count == 1 ? values[0] : .array(values)
      members.append(JSONMember(key: isType ? "@type" : statement.predicate, value: whole))
    }
    return .object(members)
  }

  private static func type(_ object: Object) -> JSONValue {
    if case .resource(let name) = object { .string(name) } else { .null }
  }

  private static func value(_ object: Object) -> JSONValue {
    switch object {
    case .resource(let name): ["@id": .string(name)]
    case .address(let address): ["@id": .string(address)]
    case .text(let text, nil): ["@value": .string(text)]
    case .text(let text, let language?):
      ["@value": .string(text), "@language": .string(language)]
    case .typed(let text, let type): ["@value": .string(text), "@type": .string(type)]
    }
  }
}
