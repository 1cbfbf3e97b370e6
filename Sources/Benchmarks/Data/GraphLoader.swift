import GraphModel
import QueryEngine

/// Builds a graph in memory from rows of tables.
///
/// The place of W1: where a case can be imported in bulk and its index mapped, this gives way.
struct GraphLoader {
  /// The graph so far.
  let graph = PropertyGraph()
  private var nodes: [String: ContiguousArray<UInt32>] = [:]

  /// Adds a node; its `id` is the number of nodes with the label before it.
  mutating func addNode(_ label: String, _ properties: Properties) {
    nodes[label, default: []].append(graph.createNode(labels: [label], properties: properties))
  }

  /// Adds a relationship between nodes named by `id`.
  func addRelationship(
    _ type: String,
    from source: (label: String, id: Int),
    to target: (label: String, id: Int),
    _ properties: Properties
  ) {
    guard let sources = nodes[source.label], let targets = nodes[target.label],
      sources.indices.contains(source.id), targets.indices.contains(target.id)
    else { return }
    graph.createRelationship(
      type: type,
      from: sources[source.id],
      to: targets[target.id],
      properties: properties
    )
  }

  /// Reads the tables of a folder.
  static func graph(folder: String) throws -> PropertyGraph {
    var loader = GraphLoader()
    for kind in BenchmarkTables.nodes {
      let file = try TableFile("\(folder)/\(kind.table).csv")
      file.forEachRow { loader.addNode(kind.label, Self.properties(file.columns[...], $0[...])) }
    }
    for kind in BenchmarkTables.relationships {
      let file = try TableFile("\(folder)/\(kind.table).csv")
      file.forEachRow { fields in
        guard case .integer(let source) = fields[0], case .integer(let target) = fields[1] else {
          return
        }
        loader.addRelationship(
          kind.type,
          from: (kind.source, Int(source)),
          to: (kind.target, Int(target)),
          Self.properties(file.columns.dropFirst(2), fields.dropFirst(2))
        )
      }
    }
    return loader.graph
  }

  private static func properties(_ names: ArraySlice<String>, _ fields: ArraySlice<Value>)
    -> Properties
  {
    var properties: Properties = [:]
    for (name, field) in zip(names, fields) where field != .null { properties[name] = field }
    return properties
  }
}
