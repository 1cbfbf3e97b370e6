import GraphModel

extension IndexBuilder {
  /// Says what the keys of elements are that follow one another.
  enum KeyRun: Sendable {
    case own(String)
    /// Keys with a prefix and numbers that count up from the first.
    case counted(first: Int64, count: Int)
  }

  /// Adds the nodes of rows of one shape; returns whether all could be read.
  ///
  /// - Parameters:
  ///   - bytes: What the rows were taken from.
  ///   - prefix: What keys that count up begin with.
  mutating func addNodes(
    _ rows: borrowing RowColumns,
    of shape: Shape,
    _ bytes: Span<UInt8>,
    labels: [String],
    prefix: String,
    _ keys: [KeyRun],
    _ words: inout WordNumbers
  ) throws(StorageError) -> Bool {
    let (first, count) = (UInt32(nodeCount), rows.count)
    let set = labelSet(labels)
    for label in labelSets[Int(set)] { labelMembers[label].add(first, count: count) }
    for key in keys {
      switch key {
      case .own(let text): try nodeKeys.append(.own(text), spill)
      case .counted(let number, let count): nodeKeys.append(prefix, number, count: count)
      }
    }
    try nodeLabelSets.append(set, count: count, spill)
    return try nodeProperties.append(
      rows,
      of: shape,
      bytes,
      first: first,
      &dictionary,
      &words,
      spill
    )
  }

  /// Adds properties of the element that was begun last.
  mutating func addProperties(_ kind: ElementKind, _ properties: Properties)
    throws(StorageError)
  {
    switch kind {
    case .node:
      let node = UInt32(nodeCount - 1)
      try nodeProperties.append(properties, of: node, &dictionary, spill)
    case .relationship:
      let relationship = UInt32(relationshipCount - 1)
      try relationshipProperties.append(properties, of: relationship, &dictionary, spill)
    }
  }

  /// Adds the properties of the element that was begun last, from their stored form; returns whether
  /// they could be read.
  mutating func addProperties(_ kind: ElementKind, stored text: Span<UInt8>)
    throws(StorageError) -> Bool
  {
    switch kind {
    case .node:
      let node = UInt32(nodeCount - 1)
      return try nodeProperties.append(stored: text, of: node, &dictionary, spill)
    case .relationship:
      let relationship = UInt32(relationshipCount - 1)
      return try relationshipProperties.append(stored: text, of: relationship, &dictionary, spill)
    }
  }

  /// Adds the relationships of rows of one shape, whose keys count up; returns whether all could be
  /// read, and all nodes at their ends are there.
  mutating func addRelationships(
    _ rows: borrowing RowColumns,
    of shape: Shape,
    _ bytes: Span<UInt8>,
    prefix: String,
    firstNumber: Int64,
    ends: (sources: ContiguousArray<UInt32>, targets: ContiguousArray<UInt32>),
    _ words: inout WordNumbers
  ) throws(StorageError) -> Bool {
    let (first, count) = (UInt32(relationshipCount), rows.count)
    guard let source = ends.sources.max(), let target = ends.targets.max() else { return true }
    guard Int(max(source, target)) < nodeCount else { return false }
    let number = typeNumber(shape.name)
    for source in ends.sources { typeEnds[number].sources.add(source) }
    for target in ends.targets { typeEnds[number].targets.add(target) }
    typeMembers[number].add(first, count: count)
    relationshipKeys.append(prefix, firstNumber, count: count)
    try relationshipTypes.append(UInt32(number), count: count, spill)
    try spill.append(all: ends.sources.span, to: &sources)
    try spill.append(all: ends.targets.span, to: &targets)
    return try relationshipProperties.append(
      rows,
      of: shape,
      bytes,
      first: first,
      &dictionary,
      &words,
      spill
    )
  }
}
