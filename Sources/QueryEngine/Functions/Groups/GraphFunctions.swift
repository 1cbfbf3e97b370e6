import GraphModel

/// Functions of nodes, relationships, paths and maps.
enum GraphFunctions {
  private static let entity = StaticType([.node, .relationship])

  static let entries: [FunctionEntry] = [
    FunctionEntry(
      "labels",
      [.init("node", .node)],
      gives: .list(of: .string),
      evaluate: labels
    ),
    FunctionEntry("type", [.init("relationship", .relationship)], gives: .string, evaluate: type),
    FunctionEntry(
      "properties",
      [.init("entity", StaticType([.node, .relationship, .map]))],
      gives: .map,
      evaluate: properties
    ),
    FunctionEntry(
      "keys",
      [.init("entity", StaticType([.node, .relationship, .map]))],
      gives: .list(of: .string),
      evaluate: keys
    ),
    FunctionEntry("id", [.init("entity", entity)], gives: .integer, evaluate: id),
    FunctionEntry("elementId", [.init("entity", entity)], gives: .string, evaluate: elementID),
    FunctionEntry(
      "startNode",
      [.init("relationship", .relationship)],
      gives: .node,
      evaluate: startNode
    ),
    FunctionEntry(
      "endNode",
      [.init("relationship", .relationship)],
      gives: .node,
      evaluate: endNode
    ),
    FunctionEntry("nodes", [.init("path", .path)], gives: .list(of: .node), evaluate: nodes),
    FunctionEntry(
      "relationships",
      [.init("path", .path)],
      gives: .list(of: .relationship),
      evaluate: relationships
    ),
    FunctionEntry("length", [.init("path", .path)], gives: .integer, evaluate: length),
  ]

  private static func labels(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    guard case .node(let node) = arguments[0] else {
      throw .argument(arguments[0], of: "labels", wanted: "a node")
    }
    try context.graph.require(node)
    return .list(try context.graph.labels(of: node).map(Value.string))
  }

  private static func type(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    let relationship = try relationship(arguments[0], "type")
    return .string(try context.graph.type(of: relationship))
  }

  private static func properties(_ arguments: [Value], _ context: FunctionContext)
    throws(QueryError) -> Value
  {
    .map(try properties(of: arguments[0], "properties", context))
  }

  private static func keys(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    let values = try properties(of: arguments[0], "keys", context)
    return .list(values.keys.sorted().map(Value.string))
  }

  private static func properties(
    of value: Value,
    _ function: String,
    _ context: FunctionContext
  ) throws(QueryError) -> Properties {
    switch value {
    case .map(let map): return map
    case .node(let node):
      try context.graph.require(node)
      return try context.graph.properties(of: node)
    case .relationship(let relationship):
      try context.graph.require(relationship)
      return try context.graph.properties(of: relationship)
    default:
      throw .argument(value, of: function, wanted: "a node, a relationship or a map")
    }
  }

  private static func id(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    switch arguments[0] {
    case .node(let node): .integer(node.rawValue)
    case .relationship(let relationship): .integer(relationship.rawValue)
    default: throw .argument(arguments[0], of: "id", wanted: "a node or a relationship")
    }
  }

  private static func elementID(_ arguments: [Value], _ context: FunctionContext)
    throws(QueryError) -> Value
  {
    switch arguments[0] {
    case .node(let node): .string(node.description)
    case .relationship(let relationship): .string(relationship.description)
    default: throw .argument(arguments[0], of: "elementId", wanted: "a node or a relationship")
    }
  }

  private static func startNode(_ arguments: [Value], _ context: FunctionContext)
    throws(QueryError) -> Value
  {
    let relationship = try relationship(arguments[0], "startNode")
    return .node(try context.graph.startNode(of: relationship))
  }

  private static func endNode(_ arguments: [Value], _ context: FunctionContext)
    throws(QueryError) -> Value
  {
    let relationship = try relationship(arguments[0], "endNode")
    return .node(try context.graph.endNode(of: relationship))
  }

  private static func relationship(_ value: Value, _ function: String) throws(QueryError)
    -> RelationshipID
  {
    guard case .relationship(let relationship) = value else {
      throw .argument(value, of: function, wanted: "a relationship")
    }
    return relationship
  }

  private static func nodes(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    .list(try path(arguments[0], "nodes").nodes.map(Value.node))
  }

  private static func relationships(_ arguments: [Value], _ context: FunctionContext)
    throws(QueryError) -> Value
  {
    .list(try path(arguments[0], "relationships").relationships.map(Value.relationship))
  }

  private static func length(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    .integer(Int64(try path(arguments[0], "length").length))
  }

  private static func path(_ value: Value, _ function: String) throws(QueryError) -> GraphPath {
    guard case .path(let path) = value else {
      throw .argument(value, of: function, wanted: "a path")
    }
    return path
  }
}
