import CypherSyntax
import GraphModel

/// Says which nodes of a graph an algorithm works on, and what connects them.
struct ProjectionKey: Hashable, Sendable {
  /// Tells what makes an edge.
  enum Edges: Hashable, Sendable {
    /// A relationship of one of these types, of any type where none is named, in a direction.
    case relationships([String], RelationshipPattern.Direction)
    /// Relationships of these types to the same third node, which has one of the labels if any is
    /// named.
    case through([String], events: [String])
  }

  /// The labels of which nodes must have one; empty for all nodes.
  var labels: [String]
  var edges: Edges
  /// The property of relationships that holds weights, or whether shared nodes are counted.
  var weight: String?

  /// The weight of an edge through third nodes: how many there are.
  static let eventCount = "events"
}

extension ProjectionKey {
  /// The settings that every algorithm knows.
  static let settings = ["nodes", "relationships", "through", "events", "direction", "weight"]

  /// Reads the settings of a call.
  init(_ settings: AlgorithmSettings, directed: Bool) throws(QueryError) {
    labels = try settings.names("nodes") ?? []
    weight = try settings.text("weight")
    let direction = try settings.word("direction", among: ["either", "incoming", "outgoing"])
    guard let types = try settings.names("through") else {
      guard settings["events"] == nil else {
        throw settings.invalid("events", "it belongs to `through`", remedy: "add `through`")
      }
      let way: RelationshipPattern.Direction =
        switch direction {
        case "outgoing": .outgoing
        case "incoming": .incoming
        case "either": .either
        default: directed ? .outgoing : .either
        }
      edges = .relationships(try settings.names("relationships") ?? [], way)
      return
    }
    for key in ["relationships", "direction"] where settings[key] != nil {
      throw settings.invalid(
        key,
        "it does not go with `through`",
        remedy: "leave one of the two out"
      )
    }
    guard weight == nil || weight == Self.eventCount else {
      throw settings.invalid(
        "weight",
        "edges through third nodes have no properties",
        remedy: "use '\(Self.eventCount)' for the number of nodes that two share",
        candidates: [Self.eventCount]
      )
    }
    edges = .through(types, events: try settings.names("events") ?? [])
  }
}
