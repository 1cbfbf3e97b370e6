/// Writes random queries by the rules of the grammar, in as many spellings as it knows.
struct QueryGenerator {
  private var random: SeededGenerator
  /// How much deeper the query may get.
  private var budget = 0

  /// Makes a generator.
  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Returns the text of a query.
  mutating func query() -> String {
    budget = 7
    let mode = chance(10) ? pick(["EXPLAIN ", "profile "]) : ""
    return mode + composite() + (chance(10) ? " ;" : "")
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func pick(_ items: [String]) -> String { random.pick(items) }

  private mutating func some(_ count: Int, _ between: String = ",", _ make: (inout Self) -> String)
    -> String
  {
    let number = Int.random(in: 1...count, using: &random)
    return (0..<number).map { _ in make(&self) }.joined(separator: between)
  }

  private mutating func maybe(_ make: (inout Self) -> String) -> String {
    chance(40) ? make(&self) : ""
  }

  // MARK: - Names

  private mutating func variable() -> String {
    pick([
      "a", "b", "n", "xs", "`a b`", "`match`", "größe", "count", "all", "single", "`where`", "``",
    ])
  }

  private mutating func name() -> String {
    pick([
      "a", "b", "name", "`odd ``one`", "match", "where", "null", "in", "IS", "not", "end", "`x`",
    ])
  }

  private mutating func labels() -> String {
    if chance(40) { return name() }
    if chance(30) { return some(3, ":") { $0.name() } }
    return labelExpression(2)
  }

  private mutating func labelExpression(_ depth: Int) -> String {
    guard depth > 0, chance(60) else { return chance(15) ? "%" : name() }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "!" + (chance(50) ? name() : "(\(labelExpression(depth - 1)))")
    case 1: return some(3, "&") { $0.labelFactor(depth) }
    case 2: return some(3, " |") { $0.labelFactor(depth) }
    default: return "(\(labelExpression(depth - 1)))"
    }
  }

  /// Returns a label that `&` and `|` can join.
  private mutating func labelFactor(_ depth: Int) -> String {
    chance(70) ? name() : "(\(labelExpression(depth - 1)))"
  }

  // MARK: - Clauses

  private mutating func composite() -> String {
    var text = statement()
    while chance(10) { text += pick([" UNION ", " union all ", " UNION DISTINCT "]) + statement() }
    return text
  }

  private mutating func statement() -> String { some(3, " ") { $0.clause() } }

  private mutating func clause() -> String {
    budget -= 1
    defer { budget += 1 }
    guard budget > 0 else { return "RETURN 1" }
    switch Int.random(in: 0..<17, using: &random) {
    case 0...2: return maybe { _ in "OPTIONAL " } + "MATCH " + some(2) { $0.path() } + filter()
    case 3: return "UNWIND " + value() + " AS " + variable()
    case 4: return pick(["CREATE ", "INSERT "]) + some(2) { $0.path() }
    case 5: return "MERGE " + path() + maybe { " ON CREATE SET " + $0.setItem() }
    case 6: return "SET " + some(3) { $0.setItem() }
    case 7:
      return "REMOVE " + some(2) { $0.chance(50) ? $0.target() : $0.variable() + ":" + $0.name() }
    case 8: return pick(["DELETE ", "DETACH DELETE ", "NODETACH DELETE "]) + some(2) { $0.value() }
    case 9: return "FOREACH (\(variable()) IN \(value()) | \(some(2, " ") { $0.clause() }))"
    case 10: return procedure()
    case 11: return subquery()
    case 12:
      return "LOAD CSV " + maybe { _ in "WITH HEADERS " } + "FROM \(value()) AS \(variable())"
    case 13...14: return "WITH " + projection() + filter()
    default: return chance(90) ? "RETURN " + projection() : "FINISH"
    }
  }

  private mutating func filter() -> String { maybe { " WHERE " + $0.condition() } }

  private mutating func setItem() -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: target() + " = " + value()
    case 1: variable() + " = " + value()
    case 2: variable() + " += " + value()
    default: variable() + pick([":", " IS "]) + name()
    }
  }

  private mutating func target() -> String {
    (chance(20) ? "(\(value()))" : variable()) + "." + name() + maybe { "[\($0.value())]" }
  }

  private mutating func procedure() -> String {
    "CALL " + some(3, ".") { $0.name() } + maybe { "(\($0.maybe { $0.some(2) { $0.value() } }))" }
      + maybe { " YIELD " + $0.some(2) { $0.name() + $0.maybe { " AS " + $0.variable() } } }
  }

  private mutating func subquery() -> String {
    let imports = pick(["", "(*) ", "() ", "(a, `match`) "])
    return maybe { _ in "OPTIONAL " } + "CALL " + imports + "{ \(composite()) }"
  }

  private mutating func projection() -> String {
    maybe { _ in "DISTINCT " } + (chance(15) ? "*" : some(3) { $0.item() })
      + maybe { " ORDER BY " + $0.some(2) { $0.value() + $0.pick(["", " ASC", " descending"]) } }
      + maybe { $0.pick([" SKIP ", " OFFSET "]) + $0.value() } + maybe { " LIMIT " + $0.value() }
  }

  private mutating func item() -> String { value() + maybe { " AS " + $0.variable() } }

  // MARK: - Patterns

  private mutating func path() -> String {
    let variable = maybe { $0.variable() + " = " }
    if chance(8) {
      return variable + pick(["shortestPath", "ALLSHORTESTPATHS"]) + "(\(simplePath()))"
    }
    return variable
      + maybe { $0.pick(["ALL ", "ANY 2 ", "SHORTEST 2 GROUPS ", "ANY SHORTEST PATHS "]) }
      + (chance(15) ? group() : simplePath()) + maybe { $0.group() }
  }

  private mutating func simplePath() -> String {
    var text = node()
    while chance(50) { text += relationship() + node() }
    return text
  }

  private mutating func group() -> String {
    "(\(maybe { $0.variable() + " = " })(a)\(relationship())\(node())\(filter()))\(quantifier())"
  }

  private mutating func quantifier() -> String {
    pick(["", "+", "*", "{2}", "{1,3}", "{,3}", "{2,}"])
  }

  private mutating func node() -> String {
    "(" + maybe { $0.variable() } + maybe { $0.pick([":", " IS "]) + $0.labels() } + properties()
      + filter() + ")"
  }

  private mutating func properties() -> String {
    chance(25) ? " " + (chance(20) ? "$p" : map()) : ""
  }

  private mutating func relationship() -> String {
    let inner = maybe { $0.variable() } + maybe { ":" + $0.labelExpression(2) }
    let length = chance(20) ? pick(["*", "*2", "*1..3", "*..3", "*2.."]) : ""
    let body = chance(60) ? "[\(inner)\(length)\(properties())\(filter())]" : ""
    return pick(["-", "<-"]) + body + pick(["-", "->"]) + maybe { $0.quantifier() }
  }

  // MARK: - Expressions

  private mutating func condition() -> String {
    if chance(15), budget > 1 { return "(a)" + relationship() + node() }
    return value()
  }

  private mutating func value() -> String {
    budget -= 1
    defer { budget += 1 }
    guard budget > 0 else { return atom() }
    switch Int.random(in: 0..<12, using: &random) {
    case 0...2: return atom()
    case 3: return pick(["NOT ", "-", "+", "- "]) + operand()
    case 4: return some(4, pick([" AND ", " or ", " XOR "])) { $0.operand() }
    case 5: return some(3, pick([" = ", "<>", " < ", ">="])) { $0.operand() }
    case 6: return some(4, pick([" + ", "-", " * ", "/", "%", " ^ ", "||"])) { $0.operand() }
    case 7:
      return some(3, pick([" IN ", " STARTS WITH ", " ends  with ", " CONTAINS ", "=~"])) {
        $0.operand()
      }
    case 8:
      return operand() + pick([" IS NULL", " is not null", ":A", ":A:B", ":A|B", " IS `NULL`"])
    default: return construct()
    }
  }

  private mutating func operand() -> String {
    let base = chance(25) ? "(\(condition()))" : atom()
    return base + (chance(30) ? some(2, "") { $0.postfix() } : "")
  }

  private mutating func postfix() -> String {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: "." + name()
    case 1: "[\(value())]"
    default: "[\(maybe { $0.value() })..\(maybe { $0.value() })]"
    }
  }

  private mutating func atom() -> String {
    chance(50)
      ? variable()
      : pick([
        "1", "0x1F", "0o17", "1.5", ".5e-3", "1e300", "-9223372036854775808", "'it''s'",
        #""\u00e9\n""#,
        "null", "TRUE", "[]", "{}", "$p", "$0", "$`a b`", "count(*)", "f()", "a.b.c(1)", "`not`(1)",
      ])
  }

  private mutating func map() -> String {
    "{" + maybe { $0.some(2) { $0.name() + ":" + $0.value() } } + "}"
  }

  private mutating func construct() -> String {
    switch Int.random(in: 0..<13, using: &random) {
    case 0: return "[" + some(3) { $0.value() } + "]"
    case 1: return map()
    case 2: return "[\(variable()) IN \(value())\(filter())\(maybe { " | " + $0.value() })]"
    case 3:
      return
        "[\(maybe { $0.variable() + " = " })(a)\(relationship())\(node())\(filter()) | \(value())]"
    case 4:
      return pick(["all", "ANY", "none", "single"]) + "(\(variable()) IN \(value())\(filter()))"
    case 5: return "reduce(\(variable()) = \(value()), \(variable()) IN \(value()) | \(value()))"
    case 6:
      return "CASE " + value() + some(2, "") { " WHEN " + $0.some(2) { $0.value() } + " THEN 1" }
        + " END"
    case 7:
      return "CASE" + some(2, "") { " WHEN \($0.condition()) THEN \($0.value())" } + " ELSE 1 END"
    case 8:
      return pick(["f", "a.b", "count", "exists", "date.truncate"])
        + "(\(maybe { _ in "DISTINCT " })\(value()))"
    case 9: return pick(["EXISTS", "count", "COUNT"]) + " { \(path())\(filter()) }"
    case 10: return pick(["EXISTS", "COLLECT"]) + " { \(composite()) }"
    case 11:
      return variable() + "{" + some(3) { $0.pick([".a", ".*", ".`b c`", "c", "d: 1"]) } + "}"
    default: return "exists((a)\(relationship())\(node()))"
    }
  }
}
