extension CypherPrinter {
  /// Prints a query, clauses with something between them.
  mutating func print(_ query: Query, between separator: String) {
    switch query.mode {
    case .run: break
    case .explain: add("EXPLAIN" + separator)
    case .profile: add("PROFILE" + separator)
    }
    for (index, statement) in query.statements.enumerated() {
      if index > 0 {
        let isAll = index <= query.operators.count && query.operators[index - 1] == .unionAll
        add(separator + (isAll ? "UNION ALL" : "UNION") + separator)
      }
      list(statement.clauses, between: separator) { $0.print($1) }
    }
  }

  /// Prints a clause on one line.
  mutating func print(_ clause: Clause) {
    switch clause {
    case .match(let match): print(match)
    case .unwind(let unwind):
      add("UNWIND ")
      print(unwind.list)
      print(alias: unwind.variable)
    case .call(let call): print(call)
    case .callSubquery(let call): print(call)
    case .loadCSV(let load): print(load)
    case .create(let create):
      add("CREATE ")
      print(create.pattern)
    case .merge(let merge): print(merge)
    case .set(let set): print(set.items)
    case .remove(let remove):
      add("REMOVE ")
      list(remove.items) { $0.print($1) }
    case .delete(let delete):
      add(delete.isDetaching ? "DETACH DELETE " : "DELETE ")
      list(delete.expressions) { $0.print($1) }
    case .forEach(let forEach): print(forEach)
    case .with(let with):
      add("WITH ")
      print(with.projection)
      print(condition: with.condition)
    case .return(let result): print(result)
    }
  }

  /// Prints a condition after WHERE, if there is one.
  mutating func print(condition: Expression?) {
    guard let condition else { return }
    add(" WHERE ")
    print(condition)
  }

  private mutating func print(alias: Identifier?) {
    guard let alias else { return }
    add(" AS ")
    add(variable: alias)
  }

  private mutating func print(_ match: MatchStatement) {
    add(match.isOptional ? "OPTIONAL MATCH " : "MATCH ")
    print(match.pattern)
    print(condition: match.condition)
  }

  private mutating func print(_ call: CallStatement) {
    add("CALL ")
    list(call.procedure, between: ".") { $0.add(name: $1) }
    if let arguments = call.arguments {
      add("(")
      list(arguments) { $0.print($1) }
      add(")")
    }
    switch call.yield {
    case .none: break
    case .all: add(" YIELD *")
    case .items(let items):
      add(" YIELD ")
      list(items) { printer, item in
        printer.add(name: item.field)
        printer.print(alias: item.alias)
      }
    }
    print(condition: call.condition)
  }

  private mutating func print(_ call: CallSubqueryStatement) {
    add(call.isOptional ? "OPTIONAL CALL " : "CALL ")
    switch call.imports {
    case .leadingWith: break
    case .all: add("(*) ")
    case .variables(let variables):
      add("(")
      list(variables) { $0.add(variable: $1) }
      add(") ")
    }
    print(braced: call.query)
  }

  /// Prints a query in braces, on one line.
  mutating func print(braced query: Query) {
    add("{ ")
    print(query, between: " ")
    add(" }")
  }

  private mutating func print(_ load: LoadCSVStatement) {
    add(load.hasHeaders ? "LOAD CSV WITH HEADERS FROM " : "LOAD CSV FROM ")
    print(load.source)
    print(alias: load.variable)
    guard let terminator = load.fieldTerminator else { return }
    add(" FIELDTERMINATOR ")
    print(.string(terminator))
  }

  private mutating func print(_ merge: MergeStatement) {
    add("MERGE ")
    print(merge.path)
    for action in merge.actions {
      add(action.isOnCreate ? " ON CREATE " : " ON MATCH ")
      print(action.items)
    }
  }

  private mutating func print(_ items: [SetItem]) {
    add("SET ")
    list(items) { $0.print($1) }
  }

  private mutating func print(_ item: SetItem) {
    switch item {
    case .property(let target, let value):
      print(target)
      add(" = ")
      print(value)
    case .replace(let variable, let value):
      add(variable: variable)
      add(" = ")
      print(value)
    case .merge(let variable, let value):
      add(variable: variable)
      add(" += ")
      print(value)
    case .labels(let variable, let labels): print(variable, labels)
    }
  }

  private mutating func print(_ item: RemoveItem) {
    switch item {
    case .property(let target): print(target)
    case .labels(let variable, let labels): print(variable, labels)
    }
  }

  private mutating func print(_ variable: Identifier, _ labels: [Identifier]) {
    add(variable: variable)
    for label in labels {
      add(":")
      add(name: label)
    }
  }

  private mutating func print(_ forEach: ForEachStatement) {
    add("FOREACH (")
    add(variable: forEach.variable)
    add(" IN ")
    print(forEach.list, endsAtBar: true)
    add(" | ")
    list(forEach.clauses, between: " ") { $0.print($1) }
    add(")")
  }

  private mutating func print(_ result: ReturnStatement) {
    guard let projection = result.projection else { return add("FINISH") }
    add("RETURN ")
    print(projection)
  }

  private mutating func print(_ projection: Projection) {
    if projection.isDistinct { add("DISTINCT ") }
    if projection.includesAll { add(projection.items.isEmpty ? "*" : "*, ") }
    list(projection.items) { printer, item in
      printer.print(item.expression)
      printer.print(alias: item.alias)
    }
    if !projection.order.isEmpty { add(" ORDER BY ") }
    list(projection.order) { printer, key in
      printer.print(key.expression)
      if key.isDescending { printer.add(" DESC") }
    }
    if let skip = projection.skip {
      add(" SKIP ")
      print(skip)
    }
    guard let limit = projection.limit else { return }
    add(" LIMIT ")
    print(limit)
  }
}
