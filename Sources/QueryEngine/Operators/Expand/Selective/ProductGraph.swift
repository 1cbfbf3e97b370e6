import GraphModel

/// Holds where a search has come: pairs of a node and a place in the pattern, and how it came there.
///
/// A walk from the first state along edges is a match of the pattern, except that it may use a
/// relationship twice.
struct ProductGraph {
  /// Marks the absence of an edge or of elements.
  static let none: Int32 = -1

  /// A node at a place of the pattern.
  struct State {
    /// The step of the pattern.
    let step: Int32
    /// How often it was repeated; not counted beyond the number that is needed where there is no
    /// limit.
    let count: Int32
    let node: UInt32
    /// The number of relationships of the shortest walk that leads here.
    fileprivate(set) var distance: Int
    /// The last of the edges that lead here.
    var lastEdge = ProductGraph.none
  }

  /// One repetition of a step, or the crossing to the next step, which has no elements.
  struct Edge {
    let source: Int32
    /// The edge before it among those that lead to the same state.
    let previous: Int32
    /// Where the nodes and relationships of the repetition stand.
    let elements: Int32
  }

  private(set) var states: ContiguousArray<State> = []
  private(set) var edges: ContiguousArray<Edge> = []
  /// Nodes and relationships by turns, repetition by repetition.
  private(set) var elements: ContiguousArray<UInt32> = []
  private var known: [Key: Int32] = [:]

  private struct Key: Hashable {
    let step: Int32
    let count: Int32
    let node: UInt32
  }

  /// Forgets everything.
  mutating func clear() {
    states.removeAll(keepingCapacity: true)
    edges.removeAll(keepingCapacity: true)
    elements.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
  }

  /// Returns a state that has been reached at a distance, and whether it is nearer than was known.
  mutating func state(step: Int, count: Int, node: UInt32, distance: Int) -> (
    index: Int32, isNearer: Bool
  ) {
    let key = Key(step: Int32(step), count: Int32(clamping: count), node: node)
    if let index = known[key] {
      guard distance < states[Int(index)].distance else { return (index, false) }
      states[Int(index)].distance = distance
      return (index, true)
    }
    let index = Int32(states.count)
    known[key] = index
    states.append(State(step: key.step, count: key.count, node: node, distance: distance))
    return (index, true)
  }

  /// Adds an edge; without elements it is a crossing.
  mutating func connect(_ source: Int32, _ target: Int32, elements added: some Collection<UInt32>) {
    let start = added.isEmpty ? Self.none : Int32(elements.count)
    elements.append(contentsOf: added)
    edges.append(
      Edge(source: source, previous: states[Int(target)].lastEdge, elements: start)
    )
    states[Int(target)].lastEdge = Int32(edges.count - 1)
  }

  /// About how many bytes one state or edge takes.
  static let estimatedBytes = 64
}
