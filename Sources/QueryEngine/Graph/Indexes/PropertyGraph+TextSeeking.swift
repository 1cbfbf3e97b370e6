import GraphModel

extension PropertyGraph {
  /// Returns the nodes whose property is a text that matches, in the order of their texts, then of
  /// their indices.
  ///
  /// Complexity: O(log n) where an image has the order of the texts, or once the property is indexed,
  /// which takes O(n log n) and happens when it is searched for the second time; few nodes are always
  /// looked through, as are those that differ from the image.
  func nodes(_ property: IndexedProperty, matching query: TextQuery) -> ContiguousArray<UInt32> {
    guard nodeCount(labelled: property.label) > Self.fewNodes else {
      return ordered(looked(through: members(property.label), property, query), property)
    }
    if let found = stored(property, query) { return found }
    guard let found = indexed(property, query) else {
      return ordered(looked(through: members(property.label), property, query), property)
    }
    return brought(upToDate: found, property, query)
  }

  /// Returns what an image finds that has the order of the texts, and what has changed since; `nil`
  /// where it has not, or too much has changed.
  private func stored(_ property: IndexedProperty, _ query: TextQuery) -> ContiguousArray<UInt32>? {
    guard let column = nodeProperties.orderedColumn(property.key),
      let order = column.textOrder,
      column.laterCount(nodes.capacity) <= TextIndexes.limit(nodeCount: nodes.capacity)
    else { return nil }
    let found: ContiguousArray<UInt32>
    switch query {
    case .prefix(let prefix): found = order.nodes(withPrefix: prefix)
    case .oneEdit(let text): found = order.nodes(withinOneEditOf: text)
    case .words: return nil
    }
    let kept = members(of: property.label, among: found)
    guard column.hasLaterElements else { return kept }
    let asBefore = ContiguousArray(kept.lazy.filter { !column.isLater($0) })
    let changed = column.laterElements(nodes.capacity).filter { isMember($0, property.label) }
    let late = looked(through: changed, property, query)
    return late.isEmpty ? asBefore : ordered(asBefore + late, property)
  }

  /// Returns those of some nodes that are there and have a label, in the same order.
  private func members(of label: String?, among found: ContiguousArray<UInt32>)
    -> ContiguousArray<UInt32>
  {
    guard nodes.deletedCount == 0 else { return found.filter { isMember($0, label) } }
    guard let label else { return found }
    if let (run, end) = self.nodes.imageRun(of: label),
      found.allSatisfy({ $0 < end && run.contains($0) })
    {
      return found
    }
    let truths = hasLabel(label, found)
    guard truths.contains(where: { $0 != .yes }) else { return found }
    return ContiguousArray(found.indices.lazy.filter { truths[$0] == .yes }.map { found[$0] })
  }

  private func indexed(_ property: IndexedProperty, _ query: TextQuery) -> ContiguousArray<UInt32>?
  {
    if case .words(let text) = query {
      let index = textIndexes.words(of: property) { WordIndex(texts(of: property)) }
      guard let found = index?.nodes(having: SearchWords.of(text)) else { return nil }
      return found
    }
    guard let index = textIndexes.texts(of: property, build: { TextIndex(texts(of: property)) })
    else { return nil }
    switch query {
    case .prefix(let prefix): return index.nodes(withPrefix: prefix)
    case .oneEdit(let text): return index.nodes(withinOneEditOf: text)
    case .words: return nil
    }
  }

  private func texts(of property: IndexedProperty) -> some Sequence<(node: UInt32, text: String)> {
    members(property.label).lazy.compactMap { node in
      guard case .string(let text) = self.nodeProperties.value(property.key, of: node) else {
        return nil
      }
      return (node, text)
    }
  }

  private func looked(
    through nodes: some Sequence<UInt32>,
    _ property: IndexedProperty,
    _ query: TextQuery
  ) -> ContiguousArray<UInt32> {
    ContiguousArray(
      nodes.lazy.filter { node in
        guard case .string(let text) = self.nodeProperties.value(property.key, of: node) else {
          return false
        }
        return query.matches(text)
      }
    )
  }

  private func brought(
    upToDate found: ContiguousArray<UInt32>,
    _ property: IndexedProperty,
    _ query: TextQuery
  ) -> ContiguousArray<UInt32> {
    let (isDeleted, changed) = (nodes.isDeleted, textIndexes.changed)
    guard nodes.deletedCount > 0 || !changed.isEmpty else { return found }
    let kept = found.filter { !isDeleted[Int($0)] && !changed.contains($0) }
    let present = changed.filter { isMember($0, property.label) }
    let late = looked(through: present, property, query)
    return late.isEmpty
      ? ContiguousArray(kept) : ordered(ContiguousArray(kept) + late, property)
  }

  private func ordered(_ nodes: ContiguousArray<UInt32>, _ property: IndexedProperty)
    -> ContiguousArray<UInt32>
  {
    var texts = nodes.map { (node: $0, value: nodeProperties.value(property.key, of: $0)) }
    texts.sort { one, other in
      switch one.value.ordering(to: other.value) {
      case .before: true
      case .after: false
      case .same: one.node < other.node
      }
    }
    return ContiguousArray(texts.lazy.map { $0.node })
  }
}
