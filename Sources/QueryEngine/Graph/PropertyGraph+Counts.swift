extension PropertyGraph {
  /// Returns the number of relationships of some types, or of all where no type is named.
  public func relationshipCount(typed types: [String]) -> Int {
    guard !types.isEmpty else { return relationships.count }
    return Set(types).reduce(0) { $0 + relationships.count(typed: $1) }
  }

  /// The number of nodes and relationships.
  public var elementCount: Int { nodes.count + relationships.count }
}
