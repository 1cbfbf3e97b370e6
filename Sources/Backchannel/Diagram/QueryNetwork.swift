import CaseModel
import Diagrams
import GraphModel
import QueryEngine

/// Collects the nodes and relationships in the rows of a query.
///
/// A relationship comes with its ends. Relationships that rows rest on, such as those of a pattern
/// that are not returned, are there where both of their ends are.
struct QueryNetwork {
  private let graph: PropertyGraph
  private let records: GraphRecords
  private let view: CaseView
  private var nodes: Set<NodeID> = []
  private var relationships: Set<RelationshipID> = []
  private var valueCount = 0

  init(_ answer: QueryAnswer, view: CaseView) {
    graph = answer.graph
    records = GraphRecords(answer.graph)
    self.view = view
    for row in answer.result.rows {
      for value in row where !collect(value) && !value.isNull { valueCount += 1 }
    }
    for case .relationship(let id) in answer.elements.joined() {
      let ends = graph.shown(id)
      if nodes.contains(ends.source), nodes.contains(ends.target) { relationships.insert(id) }
    }
  }

  /// Whether there is nothing to draw.
  var isEmpty: Bool { nodes.isEmpty }

  /// Returns the network in an order that depends on the records alone.
  func network(question: String) -> DiagramNetwork {
    DiagramNetwork(
      nodes: nodes.sorted { $0.rawValue < $1.rawValue }
        .map { DiagramNetwork.Node(id: id($0), content: content($0)) }
        .sorted { NaturalOrder.isAscending($0.id, $1.id) },
      links: relationships.sorted { $0.rawValue < $1.rawValue }.map(link)
        .sorted { NaturalOrder.isAscending($0.id, $1.id) },
      question: question,
      valueCount: valueCount
    )
  }

  /// Takes what a value holds, and tells whether it holds any node or relationship.
  private mutating func collect(_ value: Value) -> Bool {
    switch value {
    case .node(let id): nodes.insert(id)
    case .relationship(let id): add(id)
    case .path(let path):
      nodes.formUnion(path.nodes)
      for id in path.relationships { add(id) }
    case .list(let values): return values.map { collect($0) }.contains(true)
    case .map(let values):
      return values.sorted { $0.key < $1.key }.map { collect($0.value) }.contains(true)
    default: return false
    }
    return true
  }

  private mutating func add(_ id: RelationshipID) {
    relationships.insert(id)
    let ends = graph.shown(id)
    nodes.formUnion([ends.source, ends.target])
  }

  // MARK: - Nodes

  /// The key, or the number of a node that has none.
  private func id(_ node: NodeID) -> String { graph.key(of: node) ?? "#\(node.rawValue)" }

  private func content(_ node: NodeID) -> DiagramNetwork.Node.Content {
    let key = id(node)
    if let record = record(key) { return record }
    let shown = graph.shown(node)
    let title = ["name", "title", "text", "id"].lazy
      .compactMap { shown.properties[$0]?.stringValue }.first
    return .plain(
      title: title ?? key,
      labels: shown.labels.sorted(),
      properties: Self.texts(shown.properties.filter { $0.value.stringValue != title })
    )
  }

  private func record(_ key: String) -> DiagramNetwork.Node.Content? {
    let index = view.index
    if index.entities[EntityID(key)] != nil { return .entity(EntityID(key)) }
    if index.events[EventID(key)] != nil { return .event(EventID(key)) }
    if index.claims[ClaimID(key)] != nil { return .claim(ClaimID(key)) }
    if index.sources[SourceID(key)] != nil { return .source(SourceID(key)) }
    if index.questions[QuestionID(key)] != nil { return .question(QuestionID(key)) }
    guard key.hasSuffix("?") else { return nil }
    let slot = FactID(String(key.dropLast()))
    guard case .participation(let part) = index.facts[slot], part.participant.entity == nil else {
      return nil
    }
    return .slot(slot)
  }

  // MARK: - Relationships

  private func link(_ relationship: RelationshipID) -> DiagramNetwork.Link {
    let shown = graph.shown(relationship)
    let keyed = graph.keyed(relationship)
    let ends = (id(shown.source), id(shown.target))
    let key = keyed?.key ?? "\(ends.0)>\(shown.type)>\(ends.1)#\(relationship.rawValue)"
    return DiagramNetwork.Link(
      id: key,
      from: ends.0,
      to: ends.1,
      content: keyed.flatMap(fact) ?? met(shown.type, shown.properties)
        ?? .plain(type: shown.type, properties: Self.texts(shown.properties))
    )
  }

  private func fact(_ relationship: KeyedRelationship) -> DiagramNetwork.Link.Content? {
    guard let fact = records.fact(of: relationship), view.index.facts[fact] != nil else {
      return nil
    }
    return .fact(fact)
  }

  /// Meetings are derived where `events` names events of the case.
  private func met(_ type: String, _ properties: Properties) -> DiagramNetwork.Link.Content? {
    let events = (properties["events"]?.stringList ?? []).map { EventID($0) }
    guard type == "MET", !events.isEmpty, events.allSatisfy({ view.index.events[$0] != nil })
    else { return nil }
    let status = properties["status"]?.stringValue.flatMap(Status.init(rawValue:))
    return .met(events: events, status: status)
  }

  private static func texts(_ properties: Properties) -> [String] {
    properties.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" }
  }
}
