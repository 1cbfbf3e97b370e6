import GraphModel

/// Tells from a few nodes how many of all have the same value of a property.
final class PropertySample {
  private unowned let graph: PropertyGraph
  private var known: [IndexedProperty: Double] = [:]

  private static let size = 128

  init(_ graph: PropertyGraph) { self.graph = graph }

  /// Returns how many nodes have one value of a property, on the average; at least one.
  ///
  /// Where the values of the nodes looked at are all different ones, they are taken to be different
  /// everywhere: by such properties people look things up.
  func nodes(havingOneValueOf property: IndexedProperty) -> Double {
    if let known = known[property] { return known }
    let found = look(at: property)
    known[property] = found
    return found
  }

  private func look(at property: IndexedProperty) -> Double {
    let nodes = graph.members(property.label)
    let step = max(1, nodes.count / Self.size)
    let sample = ContiguousArray(stride(from: 0, to: nodes.count, by: step).lazy.map { nodes[$0] })
    let column = graph.nodeProperties.column(property.key, of: sample)
    let values = (0..<column.count).map(column.value).filter { !$0.isNull }
    let different = Set(values).count
    guard different > 0, different < values.count else { return 1 }
    return max(1, Double(nodes.count) / Double(different))
  }
}
