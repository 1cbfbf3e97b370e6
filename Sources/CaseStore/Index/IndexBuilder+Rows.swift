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
    try spill.append(all: repeatElement(set, count: count), to: &nodeLabelSets)
    return try nodeProperties.append(rows, bytes, first: first, &dictionary, &words, spill)
  }

  /// Adds the relationships of rows of one shape, whose keys count up; returns whether all could be
  /// read, and all nodes at their ends are there.
  mutating func addRelationships(
    _ rows: borrowing RowColumns,
    _ bytes: Span<UInt8>,
    type: String,
    prefix: String,
    firstNumber: Int64,
    ends: (sources: ContiguousArray<UInt32>, targets: ContiguousArray<UInt32>),
    _ words: inout WordNumbers
  ) throws(StorageError) -> Bool {
    let (first, count) = (UInt32(relationshipCount), rows.count)
    guard let source = ends.sources.max(), let target = ends.targets.max() else { return true }
    guard Int(max(source, target)) < nodeCount else { return false }
    let number = typeNumber(type)
    for source in ends.sources { typeEnds[number].sources.add(source) }
    for target in ends.targets { typeEnds[number].targets.add(target) }
    typeMembers[number].add(first, count: count)
    relationshipKeys.append(prefix, firstNumber, count: count)
    try spill.append(all: repeatElement(UInt32(number), count: count), to: &relationshipTypes)
    try spill.append(all: ends.sources, to: &sources)
    try spill.append(all: ends.targets, to: &targets)
    return try relationshipProperties.append(
      rows,
      bytes,
      first: first,
      &dictionary,
      &words,
      spill
    )
  }
}
