extension CypherPrinter {
  /// Prints an expression that stands alone, as in brackets of any kind.
  mutating func print(_ expression: Expression, endsAtBar: Bool = false) {
    let outer = self.endsAtBar
    self.endsAtBar = endsAtBar
    print(operand: expression)
    self.endsAtBar = outer
  }

  /// Prints an expression beside an operator.
  private mutating func print(operand expression: Expression) {
    switch expression.kind {
    case .literal(let literal): print(literal)
    case .list(let elements):
      add("[")
      list(elements) { $0.print($1) }
      add("]")
    case .map(let entries): print(entries)
    case .parameter(let name): add(Name.parameter(name))
    case .variable(let name): add(Name.variable(name))
    case .property(let owner, let key):
      print(operand: owner)
      add(".")
      add(name: key)
    case .subscripted(let list, let index):
      print(operand: list)
      add("[")
      print(index)
      add("]")
    case .slice(let list, let from, let to): printSlice(list, from, to)
    case .hasLabels(let owner, let labels): print(owner, labels)
    case .unary, .binary, .comparison, .isNull: print(operation: expression.kind)
    case .parenthesized(let inner):
      add("(")
      print(inner)
      add(")")
    default: print(construct: expression.kind)
    }
  }

  /// Prints a literal value.
  mutating func print(_ literal: Literal) {
    switch literal {
    case .null: add("null")
    case .boolean(let value): add(value ? "true" : "false")
    case .integer(let value): add("\(value)")
    case .float(let value): add("\(value)")
    case .string(let value): print(string: value)
    }
  }

  private mutating func print(string: String) {
    add("'")
    for scalar in string.unicodeScalars {
      switch scalar {
      case "'": add("\\'")
      case "\\": add("\\\\")
      case "\n": add("\\n")
      case "\r": add("\\r")
      case "\t": add("\\t")
      case "\u{0}"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        add("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: text.unicodeScalars.append(scalar)
      }
    }
    add("'")
  }

  private mutating func print(_ entries: [MapEntry]) {
    add("{")
    list(entries) { $0.print($1) }
    add("}")
  }

  /// Prints a name and its value.
  mutating func print(_ entry: MapEntry) {
    add(name: entry.key)
    add(": ")
    print(entry.value)
  }

  private mutating func printSlice(_ list: Expression, _ from: Expression?, _ to: Expression?) {
    print(operand: list)
    add("[")
    if let from { print(from) }
    add("..")
    if let to { print(to) }
    add("]")
  }

  /// Prints a question for labels; after another one a colon would join the labels of both.
  private mutating func print(_ owner: Expression, _ labels: LabelExpression) {
    print(operand: owner)
    var isBracketed = false
    if case .disjunction = labels { isBracketed = endsAtBar }
    if case .hasLabels = owner.kind {
      add(" IS ")
      // A name that looks like NULL or NOT would ask something else.
      if case .label(let name) = labels { return add(variable: name) }
      isBracketed = true
    } else {
      add(":")
    }
    if isBracketed { add("(") }
    print(labels)
    if isBracketed { add(")") }
  }

  private mutating func print(operation: Expression.Kind) {
    switch operation {
    case .unary(let sign, let operand):
      add(sign == .not ? "NOT " : sign == .minus ? "-" : "+")
      print(operand: operand)
    case .binary(let operation, let left, let right):
      print(operand: left)
      add(" \(operation.text) ")
      print(operand: right)
    case .comparison(let operands, let operators):
      for (index, operand) in operands.enumerated() {
        if index > 0, index <= operators.count { add(" \(operators[index - 1].rawValue) ") }
        print(operand: operand)
      }
    case .isNull(let operand, let isNegated):
      print(operand: operand)
      add(isNegated ? " IS NOT NULL" : " IS NULL")
    default: break
    }
  }
}

extension BinaryOperator {
  /// How it is written.
  var text: String {
    switch self {
    case .or: "OR"
    case .xor: "XOR"
    case .and: "AND"
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    case .power: "^"
    case .concatenate: "||"
    case .startsWith: "STARTS WITH"
    case .endsWith: "ENDS WITH"
    case .contains: "CONTAINS"
    case .matches: "=~"
    case .in: "IN"
    }
  }
}
