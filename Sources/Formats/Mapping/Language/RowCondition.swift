/// Tells for which rows a rule holds.
struct RowCondition: Sendable {
  enum Test: Sendable {
    /// The cell is one of these words, without regard to case.
    case oneOf(Set<String>)
    /// The cell is none of these words.
    case noneOf(Set<String>)
    case matches(TextPattern)
    /// The cell has nothing in it, or has.
    case isEmpty(Bool)
  }

  /// Some must hold; of each all parts.
  let alternatives: [[(slot: Int, test: Test)]]

  static let always = RowCondition(alternatives: [])

  func holds(_ row: MappedRow) -> Bool {
    if alternatives.isEmpty { return true }
    return alternatives.contains { parts in
      parts.allSatisfy { Self.holds($0.test, row.cells[$0.slot]) }
    }
  }

  private static func holds(_ test: Test, _ cell: String) -> Bool {
    switch test {
    case .oneOf(let words): words.contains(WordMap.key(cell))
    case .noneOf(let words): !words.contains(WordMap.key(cell))
    case .matches(let pattern): pattern.matches(cell)
    case .isEmpty(let isEmpty): cell.isEmpty == isEmpty
    }
  }
}
