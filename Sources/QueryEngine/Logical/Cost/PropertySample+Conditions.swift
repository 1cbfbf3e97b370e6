import CypherSyntax
import GraphModel

extension PropertySample {
  /// Says where the elements of a variable come from.
  enum Source: Hashable {
    case nodes(label: String?)
    case relationships(types: [String])
  }

  /// Returns the share of rows for which a condition is true that compares properties of several
  /// variables, as if these had nothing to do with each other; `nil` for conditions of other kinds.
  func share(of condition: Expression, _ source: (_ variable: String) -> Source?) -> Double? {
    guard condition.isSampled, Set(MentionedNames.of(condition)).count > 1 else { return nil }
    if let known = conditions[condition] { return known }
    guard let truths = truths(condition, source) else { return nil }
    // Where it is true for none of so few, it may still be true for some.
    let found = max(0.5, Double(truths.count { $0 == .yes })) / Double(Self.rowCount)
    conditions[condition] = found
    return found
  }

  private static let rowCount = 128

  private func truths(_ condition: Expression, _ source: (_ variable: String) -> Source?)
    -> ContiguousArray<Ternary>?
  {
    switch condition.kind {
    case .parenthesized(let inner): return truths(inner, source)
    case .unary(.not, let inner):
      return truths(inner, source).map(Self.negated)
    case .binary(let sign, let left, let right):
      guard let left = truths(left, source), let right = truths(right, source) else { return nil }
      if sign == .and { return ComparisonEvaluator.both(left, right) }
      // One or the other is true where not both are false.
      return Self.negated(ComparisonEvaluator.both(Self.negated(left), Self.negated(right)))
    case .isNull(let operand, let isNegated):
      return column(operand, source).map { column in
        ContiguousArray(column.isNull().map { $0 != isNegated ? .yes : .no })
      }
    case .comparison(let operands, let signs):
      guard let left = column(operands[0], source), let right = column(operands[1], source) else {
        return nil
      }
      return try? ComparisonEvaluator.compare(left, signs[0], right).truths()
    default: return nil
    }
  }

  private static func negated(_ truths: ContiguousArray<Ternary>) -> ContiguousArray<Ternary> {
    ContiguousArray(truths.lazy.map(\.negated))
  }

  private func column(_ operand: Expression, _ source: (_ variable: String) -> Source?) -> Column? {
    guard let (variable, key) = operand.variableProperty, let from = source(variable) else {
      return nil
    }
    switch from {
    case .nodes(let label):
      let nodes = graph.members(label)
      let places = Self.places(of: variable, below: nodes.count)
      guard !places.isEmpty else { return nil }
      return graph.nodeProperties.column(key, of: ContiguousArray(places.map { nodes[$0] }))
    case .relationships(let types):
      let found = relationships(types, among: 8 * Self.relationshipCount)
      let places = Self.places(of: variable, below: found.count)
      guard !places.isEmpty else { return nil }
      return graph.relationshipProperties.column(key, of: ContiguousArray(places.map { found[$0] }))
    }
  }

  /// Different places for each variable, so that all elements of two of them may come together.
  private static func places(of variable: String, below count: Int) -> [Int] {
    guard count > 0 else { return [] }
    let random = RandomSource(seed: variable.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
    return (0..<rowCount).map { _ in Int(random.next() % UInt64(count)) }
  }
}

extension Expression {
  /// Whether the expression is made of comparisons of properties of variables.
  fileprivate var isSampled: Bool {
    switch kind {
    case .parenthesized(let inner), .unary(.not, let inner): inner.isSampled
    case .binary(.and, let left, let right), .binary(.or, let left, let right):
      left.isSampled && right.isSampled
    case .comparison(let operands, let signs):
      signs.count == 1 && operands.allSatisfy { $0.variableProperty != nil }
    case .isNull(let operand, _): operand.variableProperty != nil
    default: false
    }
  }
}
