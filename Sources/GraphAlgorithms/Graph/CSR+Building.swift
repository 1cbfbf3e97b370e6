extension CSR {
  /// Sorts edges into rows by two counting sorts, without hashing.
  ///
  /// O(rows + columns + edges).
  ///
  /// All sources must be below `rows` and all targets below `columns`.
  static func sorted(
    rows: Int,
    columns: Int,
    sources: ContiguousArray<UInt32>,
    targets: ContiguousArray<UInt32>,
    weights: ContiguousArray<Double>?
  ) -> CSR {
    // Grouped by target first and then transposed, rows come out ascending.
    grouped(rows: columns, keys: targets, values: sources, weights: weights)
      .transposed(columns: rows)
  }

  /// Returns the same edges seen from their targets, rows ascending.
  ///
  /// O(rows + columns + edges).
  func transposed(columns: Int) -> CSR {
    let found = Self.offsets(rows: columns, keys: targets)
    var places = found
    var sources = ContiguousArray<UInt32>(repeating: 0, count: targets.count)
    var moved = ContiguousArray<Double>(repeating: 0, count: weights?.count ?? 0)
    let offsets = self.offsets.span
    let targets = targets.span
    var place = places.mutableSpan
    var source = sources.mutableSpan
    // Places are in range because they were counted from the same targets.
    for row in 0..<rowCount {
      for slot in offsets[row]..<offsets[row + 1] {
        let target = Int(targets[slot])
        let found = unsafe place[unchecked: target]
        unsafe source[unchecked: found] = UInt32(truncatingIfNeeded: row)
        if let weights { moved[found] = weights[slot] }
        unsafe place[unchecked: target] = found + 1
      }
    }
    return CSR(offsets: found, targets: sources, weights: weights == nil ? nil : moved)
  }

  /// Groups values by key, each group in the order of the input.
  ///
  /// O(rows + keys).
  static func grouped(
    rows: Int,
    keys: ContiguousArray<UInt32>,
    values: ContiguousArray<UInt32>,
    weights: ContiguousArray<Double>?
  ) -> CSR {
    let offsets = offsets(rows: rows, keys: keys)
    var places = offsets
    var found = ContiguousArray<UInt32>(repeating: 0, count: keys.count)
    var foundWeights = weights.map { ContiguousArray<Double>(repeating: 0, count: $0.count) }
    for index in keys.indices {
      let key = Int(keys[index])
      found[places[key]] = values[index]
      if let weights { foundWeights?[places[key]] = weights[index] }
      places[key] += 1
    }
    return CSR(offsets: offsets, targets: found, weights: foundWeights)
  }

  private static func offsets(rows: Int, keys: ContiguousArray<UInt32>) -> ContiguousArray<Int> {
    var offsets = ContiguousArray<Int>(repeating: 0, count: rows + 1)
    for key in keys { offsets[Int(key) + 1] += 1 }
    for row in 0..<rows { offsets[row + 1] += offsets[row] }
    return offsets
  }
}
