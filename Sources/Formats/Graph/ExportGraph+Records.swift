import CaseModel
import GraphModel

extension ExportGraph {
  /// Takes every element as it is.
  mutating func addRecords(_ edition: ExportEdition) {
    let view = edition.view
    let derivation = FactDerivation(view, withNames: false)
    let states = Dictionary(
      view.coverage().map { ($0.question.id.rawValue, $0.state.rawValue) }
    ) { first, _ in first }
    let graph = edition.graph
    nodes = graph.nodes.map { node in
      var made = Node(node)
      made.derived = derivation.properties(of: FactID(node.key))
      if let date = node.properties["dateID"]?.stringValue {
        made.derived["dateStatus"] = view.status(FactID(date)).map { .string($0.rawValue) }
      }
      made.derived["state"] = states[node.key].map(Value.string)
      return made
    }
    edges = graph.relationships.map { relationship in
      var made = Edge(relationship)
      made.derived = derivation.properties(of: FactID(relationship.key))
      return made
    }
  }
}

extension ExportGraph.Node {
  /// Takes a node; its label is its name, title, text or the like, else its key.
  init(_ node: KeyedNode) {
    let properties = node.properties
    let name = Self.namingKeys.lazy.compactMap { properties[$0]?.stringValue }.first
    self.init(id: node.key, label: name ?? node.key, labels: node.labels, properties: properties)
    bounds = DateBounds(properties, "earliest", "latest") ?? DateBounds(properties, "saidOn")
  }

  private static let namingKeys = ["name", "title", "text", "description", "quote"]
}

extension ExportGraph.Edge {
  /// Takes a relationship.
  init(_ relationship: KeyedRelationship) {
    self.init(
      id: relationship.key,
      type: relationship.type,
      source: relationship.source,
      target: relationship.target,
      properties: relationship.properties
    )
    bounds = DateBounds(relationship.properties, "held")
  }
}

extension DateBounds {
  /// Reads the bounds of a date that was encoded under a name; `nil` where there is none.
  fileprivate init?(_ properties: Properties, _ name: String) {
    self.init(properties, name + "Earliest", name + "Latest")
  }

  fileprivate init?(_ properties: Properties, _ first: String, _ last: String) {
    let (earliest, latest) = (properties[first]?.day, properties[last]?.day)
    guard earliest != nil || latest != nil else { return nil }
    self.init(earliest: earliest, latest: latest)
  }
}

extension Value {
  /// The day of a date.
  var day: CalendarDate? {
    guard case .date(let day) = self else { return nil }
    return day
  }
}

/// Finds what follows from the claims about a fact.
struct FactDerivation {
  private let view: CaseView
  private let hasNames: Bool

  /// - Parameter withNames: Whether claimants and sources are named, for graphs in which claims are
  ///   no nodes.
  init(_ view: CaseView, withNames: Bool) {
    self.view = view
    hasNames = withNames
  }

  /// Returns properties by name; none for what is no fact, or one that nobody speaks of.
  func properties(of fact: FactID) -> Properties {
    guard let assessment = view.assessment(fact),
      assessment.status != nil || !assessment.claims.isEmpty
    else { return [:] }
    return properties(assessment)
  }

  private func properties(_ assessment: Assessment) -> Properties {
    var result: Properties = [
      "origins": .integer(Int64(assessment.origins.count)),
      "claims": .list(assessment.claims.map { .string($0.rawValue) }),
    ]
    result["status"] = assessment.status.map { .string($0.rawValue) }
    let sides = assessment.confirmingSides
    if !sides.isEmpty { result["confirmedBy"] = .list(sides.map { .string($0.rawValue) }) }
    result["knownSince"] = (assessment.knownSince?.bounds.latest).map(Value.date)
    guard hasNames else { return result }
    let claims = assessment.claims.compactMap { view.index.claims[$0] }
    let claimants = Set(claims.map(\.claimant)).sorted().map { view.index.name($0) }
    let sources = Set(claims.compactMap(\.source)).sorted()
      .map { view.index.sources[$0]?.title ?? $0.rawValue }
    result["claimants"] = .list(claimants.map(Value.string))
    if !sources.isEmpty { result["sources"] = .list(sources.map(Value.string)) }
    return result
  }
}
