import GraphModel

/// Computes functions of typed columns of nodes and relationships without boxes.
enum GraphFunctionKernel {
  /// Returns what the function gives for each row; `nil` where there is no short way.
  static func column(
    _ function: FunctionEntry,
    of elements: Column,
    in graph: PropertyGraph
  ) -> Column? {
    switch (function.name, elements) {
    case ("id", .nodes(let indices)), ("id", .relationships(let indices)):
      let isNull = elements.isNull()
      return .integers(
        ContiguousArray(indices.lazy.map(Int64.init)),
        isNull: isNull.contains(true) ? isNull : []
      )
    case ("type", .relationships(let indices)):
      let (types, names) = (graph.relationships.types, graph.relationships.typeNames.names)
      let values = names.map(Value.string)
      return .values(
        ContiguousArray(
          indices.lazy.map { $0 == Column.null ? .null : values[Int(types[Int($0)])] }
        )
      )
    case ("startNode", .relationships(let indices)):
      return .nodes(ends(indices, graph.relationships.sources))
    case ("endNode", .relationships(let indices)):
      return .nodes(ends(indices, graph.relationships.targets))
    default: return nil
    }
  }

  private static func ends(
    _ relationships: ContiguousArray<UInt32>,
    _ nodes: StoredNumbers
  ) -> ContiguousArray<UInt32> {
    ContiguousArray(relationships.lazy.map { $0 == Column.null ? Column.null : nodes[Int($0)] })
  }
}
