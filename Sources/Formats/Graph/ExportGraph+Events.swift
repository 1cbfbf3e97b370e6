import CaseModel
import GraphModel

extension ExportGraph {
  /// Takes entities, empty slots and events, the facts between them, and what is no record.
  mutating func addEvents(_ edition: ExportEdition) {
    let view = edition.view
    let derivation = FactDerivation(view, withNames: true)
    let graph = edition.graph
    let kept = graph.nodes.filter(Self.isKept)
    nodes = kept.map { node in
      var made = Node(node)
      made.derived = derivation.properties(of: FactID(node.key))
      return made
    }
    let keys = Set(kept.map(\.key))
    edges = graph.relationships.filter { keys.contains($0.source) && keys.contains($0.target) }
      .map { relationship in
        var made = Edge(relationship)
        made.derived = derivation.properties(of: FactID(relationship.key))
        return made
      }
    let content = view.index.content
    let dates = graph.nodes.count { $0.record == .attribute }
    losses = [
      .init("claims become attributes of what they are about", count: content.claims.count),
      .init("sources become attributes of facts", count: content.sources.count),
      .init("questions are left out", count: content.questions.count),
      .init("further dates of events are left out", count: dates),
    ]
  }

  private static func isKept(_ node: KeyedNode) -> Bool {
    switch node.record {
    case .source, .question, .claim, .attribute: false
    case .event, .entity: true
    case nil: node.key != GraphVocabulary.caseKey
    }
  }

  /// Takes entities and joins those that met.
  mutating func addMeetings(_ edition: ExportEdition) {
    let view = edition.view
    let content = view.index.content
    let graph = edition.graph
    nodes = graph.nodes.filter { node in
      if case .entity = node.record { true } else { false }
    }
    .map(Node.init)
    let found = CommonEvents(view)
    edges = found.pairs.map { Edge(found.summary(of: $0), view) }
    let others = graph.nodes.count { $0.record == nil && $0.key != GraphVocabulary.caseKey }
    losses = [
      .init("events become attributes of the edges", count: content.events.count),
      .init("claims become attributes of the edges", count: content.claims.count),
      .init("sources are left out", count: content.sources.count),
      .init("questions are left out", count: content.questions.count),
      .init(
        "posts and relations are left out",
        count: content.posts.count + content.relations.count
      ),
      .init("nodes that are no records are left out", count: others),
    ]
  }
}

extension ExportGraph.Edge {
  /// Makes an edge MET.
  init(_ summary: MeetingSummary, _ view: CaseView) {
    let pair = summary.pair
    self.init(
      id: "\(pair.first)+\(pair.second)",
      type: "MET",
      source: pair.first.rawValue,
      target: pair.second.rawValue,
      isUndirected: true,
      properties: summary.properties.filter { $0.value != .null }
    )
    let evidence = summary.best
    derived = ["weight": .integer(Int64(summary.events.count))]
    let claims = Set(summary.events.flatMap { view.evidence(for: $0.facts).claims }).sorted()
    derived["claims"] = .list(claims.map { .string($0.rawValue) })
    if let evidence {
      derived["claimants"] = .list(evidence.claimants.map { .string(view.index.name($0)) })
    }
    bounds = DateBounds(
      earliest: summary.properties["first"]?.day,
      latest: summary.properties["last"]?.day
    )
  }
}
