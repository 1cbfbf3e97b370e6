import GraphModel

extension PropertyGraph {
  /// Returns the nodes whose property equals one of some values, in ascending order.
  ///
  /// Complexity: O(1) in the size of the graph once the property is indexed, which takes O(n) and
  /// happens when it is looked up for the second time; few nodes are always looked through, and
  /// numbers that an image counts need no index.
  func nodes(_ property: IndexedProperty, equalTo values: [Value]) -> ContiguousArray<UInt32> {
    let values = values.filter { !$0.isNull }
    guard !values.isEmpty else { return [] }
    guard nodeCount(labelled: property.label) > Self.fewNodes else {
      return scan(property, values)
    }
    let areNumbers = values.allSatisfy { value in
      switch value {
      case .integer, .float: true
      default: false
      }
    }
    let column = areNumbers ? nodeProperties.countedColumn(property.key) : nil
    guard column != nil || propertyIndexes.isWorthBuilding(property) else {
      return scan(property, values)
    }
    var found: ContiguousArray<UInt32> = []
    for value in values.count > 1 ? Array(Set(values)) : values {
      let candidates =
        column.map { counted($0, property, value) }
        ?? indexed(property, value, among: members(property.label))
      found.append(contentsOf: candidates.lazy.filter { self.has($0, property, value) })
    }
    return found.isStrictlyAscending ? found : ContiguousArray(Set(found).sorted())
  }

  /// Returns the nodes whose property equals a value, in ascending order.
  func nodes(_ property: IndexedProperty, equalTo value: Value) -> ContiguousArray<UInt32> {
    guard case .integer(let number) = value, nodeCount(labelled: property.label) > Self.fewNodes,
      let (found, areEqual) = nodeProperties.countedElements(property.key, with: number)
    else { return nodes(property, equalTo: [value]) }
    if areEqual, let members = imageRun(of: property.label), found.allSatisfy(members.contains) {
      return found
    }
    let kept = ContiguousArray(found.lazy.filter { self.has($0, property, value) })
    // A mixed column may give an element twice: 0 is written as 0.0 is.
    return kept.isStrictlyAscending ? kept : ContiguousArray(Set(kept).sorted())
  }

  /// Returns the range of those nodes of the image that have a label, all of which are there still;
  /// `nil` where they are in none.
  func imageRun(of label: String?) -> Range<UInt32>? {
    guard nodes.deletedCount == 0 else { return nil }
    guard let label else { return TextMatches.allNodes }
    return nodes.imageRun(of: label)?.nodes
  }

  /// Below so many nodes no index is built.
  static let fewNodes = 64

  /// Returns the number of nodes with a label, or of all nodes.
  func nodeCount(labelled label: String?) -> Int {
    label.map(nodes.count(labelled:)) ?? nodes.count
  }

  /// Returns the nodes with a label, or all nodes, in ascending order.
  func members(_ label: String?) -> ContiguousArray<UInt32> {
    label.map(nodes(labelled:)) ?? allNodes()
  }

  /// Returns the nodes that may have a value, of a column whose image tells where it is; only nodes
  /// with other values than in the image are indexed.
  private func counted(_ column: StoredColumn, _ property: IndexedProperty, _ value: Value)
    -> ContiguousArray<UInt32>
  {
    let found = column.imageElements(with: value)
    guard column.hasLaterElements else { return found }
    return found
      + indexed(
        property,
        value,
        among: column.laterElements(nodes.capacity).filter { isMember($0, property.label) }
      )
  }

  private func indexed(
    _ property: IndexedProperty,
    _ value: Value,
    among nodes: @autoclosure () -> ContiguousArray<UInt32>
  ) -> ContiguousArray<UInt32> {
    propertyIndexes.candidates(property, value) {
      nodes().map { ($0, nodeProperties.value(property.key, of: $0)) }
    } read: { node in
      isMember(node, property.label) ? nodeProperties.value(property.key, of: node) : .null
    }
  }

  private func scan(_ property: IndexedProperty, _ values: [Value]) -> ContiguousArray<UInt32> {
    let candidates = nodeProperties.candidates(property.key, values, among: members(property.label))
    return ContiguousArray(
      candidates.lazy.filter { node in
        let value = self.nodeProperties.value(property.key, of: node)
        return values.contains { value.equals($0) == true }
      }
    )
  }

  /// Whether a node is there and has a label.
  func isMember(_ node: UInt32, _ label: String?) -> Bool {
    guard !nodes.isDeleted[Int(node)] else { return false }
    guard let label else { return true }
    return nodes.membership(of: label)?[Int(nodes.labelSets[Int(node)])] ?? false
  }

  private func has(_ node: UInt32, _ property: IndexedProperty, _ value: Value) -> Bool {
    isMember(node, property.label)
      && nodeProperties.value(property.key, of: node).equals(value) == true
  }
}

extension ContiguousArray<UInt32> {
  fileprivate var isStrictlyAscending: Bool {
    zip(self, dropFirst()).allSatisfy { $0 < $1 }
  }
}
