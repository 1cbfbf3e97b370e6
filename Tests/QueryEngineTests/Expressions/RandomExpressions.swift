import CypherSyntax

/// Makes expressions of chance over the variables `i` (integers), `f` (floats), `b` (truth
/// values), `n` (nodes with an age) and `l` (lists of integers).
struct RandomExpressions {
  private var random: RandomColumns
  private var locals: [String] = []

  init(seed: UInt64) { random = RandomColumns(seed: seed) }

  /// Returns an expression that gives a number or null.
  mutating func number(_ depth: Int) -> Expression {
    guard depth > 0 else { return numberLeaf() }
    switch random.below(7) {
    case 0: return numberLeaf()
    case 1, 2:
      let operators: [BinaryOperator] = [.add, .subtract, .multiply, .divide, .modulo]
      return .binary(number(depth - 1), operators[random.below(5)], number(depth - 1))
    case 3: return Expression(.unary(.minus, number(depth - 1)))
    case 4: return .call("coalesce", number(depth - 1), number(depth - 1))
    case 5: return choice(depth)
    default: return reduction(depth)
    }
  }

  /// Returns an expression that gives a truth value or null.
  mutating func condition(_ depth: Int) -> Expression {
    guard depth > 0 else { return .variable("b") }
    switch random.below(8) {
    case 0: return .variable("b")
    case 1: return .not(condition(depth - 1))
    case 2, 3:
      let operators: [BinaryOperator] = [.and, .or, .xor]
      return .binary(condition(depth - 1), operators[random.below(3)], condition(depth - 1))
    case 4: return Expression(.isNull(number(depth - 1), isNegated: random.below(2) == 0))
    case 5: return .binary(number(depth - 1), .in, list(depth - 1))
    case 6: return quantifier(depth)
    default:
      let operators: [ComparisonOperator] = [.equal, .notEqual, .less, .greaterOrEqual]
      return Expression(
        .comparison(
          [number(depth - 1), number(depth - 1), number(depth - 1)],
          [operators[random.below(4)], operators[random.below(4)]]
        )
      )
    }
  }

  /// Returns an expression that gives a list of numbers or null.
  mutating func list(_ depth: Int) -> Expression {
    guard depth > 0 else { return .variable("l") }
    switch random.below(4) {
    case 0: return .variable("l")
    case 1: return .list(number(depth - 1), number(depth - 1))
    case 2: return .binary(list(depth - 1), .add, list(depth - 1))
    default:
      let list = list(depth - 1)
      return withLocal { random, name in
        Expression(
          .listComprehension(
            variable: Identifier(name),
            list: list,
            condition: random.condition(depth - 1),
            result: random.number(depth - 1)
          )
        )
      }
    }
  }

  private mutating func numberLeaf() -> Expression {
    let names = ["i", "f"] + locals
    switch random.below(4) {
    case 0: return Expression(.literal(.integer(Int64(random.below(5)) - 1)))
    case 1: return .property(.variable("n"), "age")
    default: return .variable(names[random.below(names.count)])
    }
  }

  private mutating func choice(_ depth: Int) -> Expression {
    let branch = CaseBranch(conditions: [condition(depth - 1)], result: number(depth - 1))
    let otherwise = random.below(2) == 0 ? nil : number(depth - 1)
    return Expression(.caseExpression(operand: nil, branches: [branch], otherwise: otherwise))
  }

  private mutating func reduction(_ depth: Int) -> Expression {
    let (start, list) = (number(depth - 1), list(depth - 1))
    return withLocal { random, sum in
      random.withLocal { random, element in
        Expression(
          .reduce(
            accumulator: Identifier(sum),
            start: start,
            variable: Identifier(element),
            list: list,
            step: random.number(depth - 1)
          )
        )
      }
    }
  }

  private mutating func quantifier(_ depth: Int) -> Expression {
    let kind = QuantifierKind.allCases[random.below(4)]
    let list = list(depth - 1)
    return withLocal { random, name in
      Expression(
        .quantifier(
          kind,
          variable: Identifier(name),
          list: list,
          condition: random.condition(depth - 1)
        )
      )
    }
  }

  private mutating func withLocal(_ make: (inout Self, String) -> Expression) -> Expression {
    let name = "x\(locals.count)"
    locals.append(name)
    defer { locals.removeLast() }
    return make(&self, name)
  }
}
