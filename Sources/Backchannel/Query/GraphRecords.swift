import CaseModel
import GraphModel
import QueryEngine

/// Reads the records of a case from the graph that queries see.
struct GraphRecords: RecordGraph {
  let graph: PropertyGraph

  init(_ graph: PropertyGraph) { self.graph = graph }

  func node(_ key: String) -> KeyedNode? { graph.node(keyed: key).flatMap(graph.keyed) }

  func relationship(_ key: String) -> KeyedRelationship? {
    graph.relationship(keyed: key).flatMap(graph.keyed)
  }

  func relationships(_ end: RelationshipEnd, _ node: String, types: [String])
    -> [KeyedRelationship]
  {
    guard let id = graph.node(keyed: node) else { return [] }
    // What has no key is no record; order is that of keys, as where all are read.
    return graph.relationships(of: id, types: types, entering: end == .to)
      .compactMap(graph.keyed)
  }
}
