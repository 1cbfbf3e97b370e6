extension CypherPrinter {
  /// Prints a function, CASE, a comprehension, a pattern or a subquery.
  mutating func write(construct: Expression.Kind) {
    switch construct {
    case .function(let name, let isDistinct, let arguments):
      printFunction(name, isDistinct, arguments)
    case .countAll: add("count(*)")
    case .caseExpression(let operand, let branches, let otherwise):
      printCase(operand, branches, otherwise)
    case .listComprehension(let variable, let list, let condition, let result):
      add("[")
      printSource(variable, list, endsAtBar: true)
      printFilter(condition, result)
    case .patternComprehension(let path, let condition, let result):
      add("[")
      write(path)
      printFilter(condition, result)
    case .quantifier(let kind, let variable, let list, let condition):
      add("\(kind.rawValue)(")
      printSource(variable, list, endsAtBar: false)
      write(condition: condition)
      add(")")
    case .reduce(let accumulator, let start, let variable, let list, let step):
      printReduce(accumulator, start)
      printSource(variable, list, endsAtBar: true)
      add(" | ")
      write(step)
      add(")")
    case .pattern(let path), .shortestPath(let path): write(path)
    case .subquery(let kind, let body): write(kind, body)
    case .mapProjection(let variable, let items): printMapProjection(variable, items)
    default: break
    }
  }

  private mutating func printFunction(
    _ name: [Identifier],
    _ isDistinct: Bool,
    _ arguments: [Expression]
  ) {
    if let first = name.first {
      add(name.count == 1 ? Name.function(first.name) : Name.variable(first.name))
    }
    for part in name.dropFirst() {
      add(".")
      add(name: part)
    }
    add(isDistinct ? "(DISTINCT " : "(")
    list(arguments) { $0.write($1) }
    add(")")
  }

  private mutating func printCase(
    _ operand: Expression?,
    _ branches: [CaseBranch],
    _ otherwise: Expression?
  ) {
    add("CASE")
    if let operand {
      add(" ")
      write(operand)
    }
    for branch in branches {
      add(" WHEN ")
      list(branch.conditions) { $0.write($1) }
      add(" THEN ")
      write(branch.result)
    }
    if let otherwise {
      add(" ELSE ")
      write(otherwise)
    }
    add(" END")
  }

  private mutating func printSource(_ variable: Identifier, _ list: Expression, endsAtBar: Bool) {
    add(variable: variable)
    add(" IN ")
    write(list, endsAtBar: endsAtBar)
  }

  private mutating func printFilter(_ condition: Expression?, _ result: Expression?) {
    if let condition {
      add(" WHERE ")
      write(condition, endsAtBar: true)
    }
    if let result {
      add(" | ")
      write(result)
    }
    add("]")
  }

  private mutating func printReduce(_ accumulator: Identifier, _ start: Expression) {
    add("reduce(")
    add(variable: accumulator)
    add(" = ")
    write(start)
    add(", ")
  }

  private mutating func write(_ kind: SubqueryKind, _ body: SubqueryBody) {
    add(kind.rawValue + " ")
    switch body {
    case .query(let query): write(braced: query)
    case .pattern(let pattern, let condition):
      add("{ ")
      write(pattern)
      write(condition: condition)
      add(" }")
    }
  }

  private mutating func printMapProjection(_ variable: Identifier, _ items: [MapProjectionItem]) {
    add(variable: variable)
    add(" {")
    list(items) { printer, item in
      switch item {
      case .property(let key):
        printer.add(".")
        printer.add(name: key)
      case .entry(let entry): printer.write(entry)
      case .variable(let variable): printer.add(variable: variable)
      case .allProperties: printer.add(".*")
      }
    }
    add("}")
  }
}
