/// Holds the names by which queries speak of a graph, those that are in use.
public struct GraphNames: Sendable {
  /// The labels, each with the number of nodes that have it.
  public let labels: [String: Int]
  /// The relationship types, each with the number of relationships.
  public let types: [String: Int]
  /// The property keys of nodes and relationships, in order.
  public let propertyKeys: [String]
}

extension PropertyGraph {
  /// The names in use.
  ///
  /// Complexity: linear in their number.
  public var names: GraphNames {
    func used(_ names: [String], _ counts: [Int]) -> [String: Int] {
      Dictionary(zip(names, counts).filter { $0.1 > 0 }) { first, _ in first }
    }
    let keys = [nodeProperties, relationshipProperties].flatMap { table in
      table.keys.names.filter { table.count($0) > 0 }
    }
    return GraphNames(
      labels: used(nodes.labels.names, nodes.countsByLabel),
      types: used(relationships.typeNames.names, relationships.countsByType),
      propertyKeys: Set(keys).sorted()
    )
  }
}
