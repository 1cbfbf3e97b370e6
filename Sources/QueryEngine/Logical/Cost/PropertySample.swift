import CypherSyntax
import GraphModel

/// Tells from a few nodes how many of all have the same value of a property, and from a few
/// relationships where those of a type lead.
final class PropertySample {
  unowned let graph: PropertyGraph
  private var known: [IndexedProperty: Double] = [:]
  /// The shares of conditions that were looked at.
  var conditions: [Expression: Double] = [:]

  private struct End: Hashable {
    let label: String
    let types: [String]
    let isTarget: Bool
  }

  private var shares: [End: Double] = [:]
  private static let size = 128
  /// Each relationship looked at may cost two pages of a mapped file.
  static let relationshipCount = 32

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

  /// Returns which share of the relationships of some types have a label at one end; `nil` where
  /// too few of them were met.
  func share(of label: String, types: [String], isTarget: Bool) -> Double? {
    let end = End(label: label, types: types, isTarget: isTarget)
    if let known = shares[end] { return known < 0 ? nil : known }
    let found = look(at: end)
    shares[end] = found ?? -1
    return found
  }

  /// Returns those of some types among a number of relationships.
  func relationships(_ types: [String], among count: Int = relationshipCount)
    -> ContiguousArray<UInt32>
  {
    let table = graph.relationships
    let selection = table.selection(of: types)
    let step = max(1, table.capacity / count)
    return ContiguousArray(
      stride(from: step / 2, to: table.capacity, by: step).lazy.filter {
        !table.isDeleted[$0] && selection.contains(table.types[$0])
      }.map { UInt32($0) }
    )
  }

  private func look(at end: End) -> Double? {
    let table = graph.relationships
    var found = relationships(end.types)
    // Of a type of which there are few, more must be looked through.
    if found.count < 4 { found = relationships(end.types, among: 8 * Self.relationshipCount) }
    guard found.count >= 4 else { return nil }
    let ends = ContiguousArray(
      found.map { end.isTarget ? table.targets[Int($0)] : table.sources[Int($0)] }
    )
    let hits = graph.hasLabel(end.label, ends).count { $0 == .yes }
    return Double(hits) / Double(found.count)
  }
}
