import CypherSyntax
import GraphModel

/// Holds the pattern of one MATCH as nodes and connections between them, with all conditions as
/// predicates.
struct PatternGraph {
  /// One node of the pattern.
  struct Node: Hashable {
    let slot: Slot
    let name: String
    /// Whether the node is bound before the MATCH.
    var isBound: Bool
    /// The label to scan by, if the pattern asks for a single one.
    var label: String?
  }

  /// One part between two nodes.
  struct Connection {
    enum Kind {
      case relationship(RelationshipPattern)
      case group(QuantifiedPathPrimary)
      case selective(SelectivePath)
    }

    let kind: Kind
    /// The slots of the nodes on the left and on the right.
    let left: Slot
    let right: Slot
    /// The slot of the relationship, or of the list of relationships.
    let slot: Slot
    let name: String
    let isBound: Bool
    /// Lists of the variables of a group.
    var lists: [(name: String, slot: Slot)] = []
    /// The lists of nodes and relationships of a group, by turns, for paths; of a selective path
    /// everything between its ends.
    var pathLists: [Slot] = []
  }

  /// A path that has a name.
  struct Path {
    let slot: Slot
    let elements: [LogicalPlan.PathPart]
    let needs: Set<Slot>
  }

  var nodes: [Slot: Node] = [:]
  /// The slots of nodes in the order of the pattern.
  var order: [Slot] = []
  var connections: [Connection] = []
  var predicates: [Expression] = []
  var paths: [Path] = []
  /// All variables: those from before and those of the pattern, hidden ones included.
  var scope: Scope
  /// The variables that the pattern brings.
  var newNames: Set<String> = []
}

extension [String] {
  /// Whether a relationship can be of one of these types and of one of others; where none is named, it
  /// may be of any.
  func mayShareType(with others: [String]) -> Bool {
    isEmpty || others.isEmpty || contains(where: others.contains)
  }
}

extension RelationshipPattern {
  /// How many in a row: `*` is from 1, `*n` exactly n, `*n..` and `*..m` open at one end.
  var bounds: (lower: Int, upper: Int?)? {
    if let quantifier { return (quantifier.lower, quantifier.upper) }
    guard let length else { return nil }
    return (length.lower ?? 1, length.upper)
  }
}
