extension CypherPrinter {
  /// Prints an expression that stands alone, as in brackets of any kind.
  mutating func write(_ expression: Expression, endsAtBar: Bool = false) {
    let outer = self.endsAtBar
    self.endsAtBar = endsAtBar
    write(operand: expression)
    self.endsAtBar = outer
  }

  /// Prints an expression beside an operator.
  private mutating func write(operand expression: Expression) {
    switch expression.kind {
    case .literal(let literal): write(literal)
    case .list(let elements):
      add("[")
      list(elements) { $0.write($1) }
      add("]")
    case .map(let entries): write(entries)
    case .parameter(let name): add(Name.parameter(name))
    case .variable(let name): add(Name.variable(name))
    case .property(let owner, let key):
      write(operand: owner)
      add(".")
      add(name: key)
    case .subscripted(let list, let index):
      write(operand: list)
      add("[")
      write(index)
      add("]")
    case .slice(let list, let from, let to): printSlice(list, from, to)
    case .hasLabels(let owner, let labels): write(owner, labels)
    case .unary, .binary, .comparison, .isNull, .isTyped: write(operation: expression.kind)
    case .parenthesized(let inner):
      add("(")
      write(inner)
      add(")")
    default: write(construct: expression.kind)
    }
  }

  /// Prints a literal value.
  mutating func write(_ literal: Literal) {
    switch literal {
    case .null: add("null")
    case .boolean(let value): add(value ? "true" : "false")
    case .integer(let value): add("\(value)")
    case .float(let value): add(value.isInfinite ? "INFINITY" : "\(value)")
    case .notANumber: add("NaN")
    case .string(let value): write(string: value)
    }
  }

  private mutating func write(string: String) {
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

  private mutating func write(_ entries: [MapEntry]) {
    add("{")
    list(entries) { $0.write($1) }
    add("}")
  }

  /// Prints a name and its value.
  mutating func write(_ entry: MapEntry) {
    add(name: entry.key)
    add(": ")
    write(entry.value)
  }

  private mutating func printSlice(_ list: Expression, _ from: Expression?, _ to: Expression?) {
    write(operand: list)
    add("[")
    if let from { write(from) }
    add("..")
    if let to { write(to) }
    add("]")
  }

  /// Prints a question for labels; after another one a colon would join the labels of both.
  private mutating func write(_ owner: Expression, _ labels: LabelExpression) {
    write(operand: owner)
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
    write(labels)
    if isBracketed { add(")") }
  }

  private mutating func write(operation: Expression.Kind) {
    switch operation {
    case .unary(let sign, let operand):
      add(sign == .not ? "NOT " : sign == .minus ? "-" : "+")
      write(operand: operand)
    case .binary(let operation, let left, let right):
      write(operand: left)
      add(" \(operation.text) ")
      write(operand: right)
    case .comparison(let operands, let operators):
      for (index, operand) in operands.enumerated() {
        if index > 0, index <= operators.count { add(" \(operators[index - 1].rawValue) ") }
        write(operand: operand)
      }
    case .isNull(let operand, let isNegated):
      write(operand: operand)
      add(isNegated ? " IS NOT NULL" : " IS NULL")
    case .isTyped(let operand, let type, let isNegated):
      write(operand: operand)
      add(isNegated ? " IS NOT :: " : " IS :: ")
      add(type.text)
    default: break
    }
  }
}

extension BinaryOperator {
  /// How it is written, without the blanks around it.
  public var text: String {
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
