extension CypherPrinter {
  /// Prints a query, clauses with something between them.
  mutating func write(_ query: Query, between separator: String) {
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
      list(statement.clauses, between: separator) { $0.write($1) }
    }
  }

  /// Prints a clause on one line.
  mutating func write(_ clause: Clause) {
    switch clause {
    case .match(let match): write(match)
    case .unwind(let unwind):
      add("UNWIND ")
      write(unwind.list)
      write(alias: unwind.variable)
    case .call(let call): write(call)
    case .callSubquery(let call): write(call)
    case .loadCSV(let load): write(load)
    case .create(let create):
      add("CREATE ")
      write(create.pattern)
    case .merge(let merge): write(merge)
    case .set(let set): write(set.items)
    case .remove(let remove):
      add("REMOVE ")
      list(remove.items) { $0.write($1) }
    case .delete(let delete):
      add(delete.isDetaching ? "DETACH DELETE " : "DELETE ")
      list(delete.expressions) { $0.write($1) }
    case .forEach(let forEach): write(forEach)
    case .with(let with):
      add("WITH ")
      write(with.projection)
      write(condition: with.condition)
    case .return(let result): write(result)
    }
  }

  /// Prints a condition after WHERE, if there is one.
  mutating func write(condition: Expression?) {
    guard let condition else { return }
    add(" WHERE ")
    write(condition)
  }

  private mutating func write(alias: Identifier?) {
    guard let alias else { return }
    add(" AS ")
    add(variable: alias)
  }

  private mutating func write(_ match: MatchStatement) {
    add(match.isOptional ? "OPTIONAL MATCH " : "MATCH ")
    write(match.pattern)
    write(condition: match.condition)
  }

  private mutating func write(_ call: CallStatement) {
    add("CALL ")
    list(call.procedure, between: ".") { $0.add(name: $1) }
    if let arguments = call.arguments {
      add("(")
      list(arguments) { $0.write($1) }
      add(")")
    }
    switch call.yield {
    case .none: break
    case .all: add(" YIELD *")
    case .items(let items):
      add(" YIELD ")
      list(items) { printer, item in
        printer.add(name: item.field)
        printer.write(alias: item.alias)
      }
    }
    write(condition: call.condition)
  }

  private mutating func write(_ call: CallSubqueryStatement) {
    add(call.isOptional ? "OPTIONAL CALL " : "CALL ")
    switch call.imports {
    case .leadingWith: break
    case .all: add("(*) ")
    case .variables(let variables):
      add("(")
      list(variables) { $0.add(variable: $1) }
      add(") ")
    }
    write(braced: call.query)
  }

  /// Prints a query in braces, on one line.
  mutating func write(braced query: Query) {
    add("{ ")
    write(query, between: " ")
    add(" }")
  }

  private mutating func write(_ load: LoadCSVStatement) {
    add(load.hasHeaders ? "LOAD CSV WITH HEADERS FROM " : "LOAD CSV FROM ")
    write(load.source)
    write(alias: load.variable)
    guard let terminator = load.fieldTerminator else { return }
    add(" FIELDTERMINATOR ")
    write(.string(terminator))
  }

  private mutating func write(_ merge: MergeStatement) {
    add("MERGE ")
    write(merge.path)
    for action in merge.actions {
      add(action.isOnCreate ? " ON CREATE " : " ON MATCH ")
      write(action.items)
    }
  }

  private mutating func write(_ items: [SetItem]) {
    add("SET ")
    list(items) { $0.write($1) }
  }

  private mutating func write(_ item: SetItem) {
    switch item {
    case .property(let target, let value):
      write(target)
      add(" = ")
      write(value)
    case .replace(let variable, let value):
      add(variable: variable)
      add(" = ")
      write(value)
    case .merge(let variable, let value):
      add(variable: variable)
      add(" += ")
      write(value)
    case .labels(let variable, let labels): write(variable, labels)
    }
  }

  private mutating func write(_ item: RemoveItem) {
    switch item {
    case .property(let target): write(target)
    case .labels(let variable, let labels): write(variable, labels)
    }
  }

  private mutating func write(_ variable: Identifier, _ labels: [Identifier]) {
    add(variable: variable)
    for label in labels {
      add(":")
      add(name: label)
    }
  }

  private mutating func write(_ forEach: ForEachStatement) {
    add("FOREACH (")
    add(variable: forEach.variable)
    add(" IN ")
    write(forEach.list, endsAtBar: true)
    add(" | ")
    list(forEach.clauses, between: " ") { $0.write($1) }
    add(")")
  }

  private mutating func write(_ result: ReturnStatement) {
    guard let projection = result.projection else { return add("FINISH") }
    add("RETURN ")
    write(projection)
  }

  private mutating func write(_ projection: Projection) {
    if projection.isDistinct { add("DISTINCT ") }
    if projection.includesAll { add(projection.items.isEmpty ? "*" : "*, ") }
    list(projection.items) { printer, item in
      printer.write(item.expression)
      printer.write(alias: item.alias)
    }
    if !projection.order.isEmpty { add(" ORDER BY ") }
    list(projection.order) { printer, key in
      printer.write(key.expression)
      if key.isDescending { printer.add(" DESC") }
    }
    if let skip = projection.skip {
      add(" SKIP ")
      write(skip)
    }
    guard let limit = projection.limit else { return }
    add(" LIMIT ")
    write(limit)
  }
}
