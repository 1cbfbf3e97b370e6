import CaseModel
import GraphModel

/// Holds what a stored graph has beside the records of a case: elements that are no records, and
/// labels and properties that queries gave to elements that are.
struct OtherElements: Sendable {
  private let stored: KeyedGraph
  /// The records that the stored graph holds; `nil` where all of it is other.
  private let content: CaseContent?
  private let isPublic: Bool

  /// Takes elements none of which is a record.
  init(_ others: KeyedGraph) {
    stored = others
    content = nil
    isPublic = false
  }

  /// Takes a graph that also holds the records of `content`.
  ///
  /// - Parameter isPublic: Whether nodes with a true property `confidential` are left out.
  init(in stored: KeyedGraph, beside content: CaseContent, isPublic: Bool) {
    self.stored = stored
    self.content = content
    self.isPublic = isPublic
  }

  /// Returns the graph of some of the records with the other elements, in order of keys.
  ///
  /// Relationships to nodes that are not there are left out.
  ///
  /// Complexity: O(n log n) in the size of both graphs.
  func added(to records: KeyedGraph) -> KeyedGraph {
    let known = content.map { CaseGraphEncoder.graph(of: $0) } ?? KeyedGraph()
    let nodes = merged(records.nodes, known.nodes)
    let keys = Set(nodes.map(\.key))
    let relationships = merged(records.relationships, known.relationships)
      .filter { keys.contains($0.source) && keys.contains($0.target) }
    return KeyedGraph(nodes: nodes, relationships: relationships)
  }

  private func merged(_ records: [KeyedNode], _ known: [KeyedNode]) -> [KeyedNode] {
    let known = Dictionary(known.map { ($0.key, $0) }) { first, _ in first }
    var result = records
    let places = Dictionary(records.enumerated().map { ($1.key, $0) }) { first, _ in first }
    for node in stored.nodes {
      if let record = known[node.key] ?? places[node.key].map({ records[$0] }) {
        let extra = node.properties.filter { record.properties[$0.key] == nil }
        let labels = node.labels.filter { !record.labels.contains($0) }
        guard let place = places[node.key], !extra.isEmpty || !labels.isEmpty else { continue }
        result[place] = KeyedNode(
          key: node.key,
          labels: result[place].labels + labels,
          properties: result[place].properties.merging(extra) { own, _ in own }
        )
      } else if !isPublic || !Self.isConfidential(node.properties) {
        result.append(node)
      }
    }
    return result.sorted { $0.key < $1.key }
  }

  private func merged(_ records: [KeyedRelationship], _ known: [KeyedRelationship])
    -> [KeyedRelationship]
  {
    let known = Dictionary(known.map { ($0.key, $0) }) { first, _ in first }
    var result = records
    let places = Dictionary(records.enumerated().map { ($1.key, $0) }) { first, _ in first }
    for relationship in stored.relationships {
      if let record = known[relationship.key] ?? places[relationship.key].map({ records[$0] }) {
        let extra = relationship.properties.filter { record.properties[$0.key] == nil }
        guard let place = places[relationship.key], !extra.isEmpty else { continue }
        let own = result[place]
        result[place] = KeyedRelationship(
          key: own.key,
          type: own.type,
          source: own.source,
          target: own.target,
          properties: own.properties.merging(extra) { own, _ in own }
        )
      } else if !isPublic || !Self.isConfidential(relationship.properties) {
        result.append(relationship)
      }
    }
    return result.sorted { $0.key < $1.key }
  }

  private static func isConfidential(_ properties: Properties) -> Bool {
    properties["confidential"]?.booleanValue == true
  }
}
