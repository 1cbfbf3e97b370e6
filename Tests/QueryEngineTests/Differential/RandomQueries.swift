/// Writes queries of chance over the graphs that `randomGraph` makes.
struct RandomQueries {
  private var random: Seeded
  /// Whether more relationships can only give more rows.
  private let isMonotone: Bool
  private var fresh = 0
  private(set) var nodes: [String] = []
  private(set) var relationships: [String] = []
  private(set) var lists: [String] = []
  private(set) var numbers: [String] = []

  init(seed: UInt64, isMonotone: Bool = false) {
    random = Seeded(seed)
    self.isMonotone = isMonotone
  }

  /// Returns a query whose answer, apart from the order of rows, depends on nothing but the graph.
  mutating func query() -> String {
    if isMonotone { return monotoneQuery() }
    let width = number(1...3)
    let first = statement(width: width)
    guard isLikely(1, of: 5) else { return first }
    forget()
    return first + (isLikely(1, of: 2) ? " UNION " : " UNION ALL ") + statement(width: width)
  }

  // MARK: - Chance

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func isLikely(_ part: Int, of whole: Int) -> Bool { number(1...whole) <= part }

  mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

  private mutating func name(_ letter: String) -> String {
    fresh += 1
    return letter + String(fresh)
  }

  private mutating func forget() { (nodes, relationships, lists, numbers) = ([], [], [], []) }

  // MARK: - Clauses

  private mutating func monotoneQuery() -> String {
    let width = number(1...3)
    let first = monotoneStatement(width)
    guard isLikely(1, of: 4) else { return first }
    forget()
    return first + (isLikely(2, of: 3) ? " UNION " : " UNION ALL ") + monotoneStatement(width)
  }

  private mutating func monotoneStatement(_ width: Int) -> String {
    var text = match()
    if isLikely(1, of: 4), let node = nodes.randomElement(using: &random) {
      text += " OPTIONAL MATCH (\(node))-[:NONE]->()"
    }
    if isLikely(1, of: 4) { text += " WITH * " + match() }
    if isLikely(1, of: 5) {
      let new = name("v")
      text += " WITH \(value()) AS \(new)\(Self.grouping)"
      forget()
      numbers = [new]
    }
    let isDistinct = isLikely(1, of: 2)
    return text + " RETURN " + (isDistinct ? "DISTINCT " : "")
      + (0..<width).map { "\(value()) AS c\($0)" }.joined(separator: ", ")
  }

  private static let grouping = ", count(*) AS rows"

  /// Returns a query of chance as it would be if every derivation had a row of its own.
  static func unmerged(_ query: String) -> String {
    query.replacing("DISTINCT ", with: "").replacing(" UNION ", with: " UNION ALL ")
      .replacing(" UNION ALL ALL ", with: " UNION ALL ").replacing(grouping, with: "")
  }

  private mutating func statement(width: Int) -> String {
    var clauses = [match()]
    for _ in 0..<number(0...2) { clauses.append(clause()) }
    clauses.append(result(width: width))
    return clauses.joined(separator: " ")
  }

  private mutating func clause() -> String {
    switch number(0...5) {
    case 0...1: return "OPTIONAL " + match()
    case 2: return match()
    case 3:
      let new = name("u")
      defer { numbers.append(new) }
      return "UNWIND [\(value()), \(number(0...3))] AS \(new)"
    default: return with()
    }
  }

  private mutating func match() -> String {
    var paths = [path(length: number(1...3))]
    if isLikely(1, of: 6) { paths.append(path(length: number(0...1))) }
    let text = "MATCH " + paths.joined(separator: ", ")
    return isLikely(1, of: 2) ? text + " WHERE " + condition(2) : text
  }

  private mutating func with() -> String {
    var kept = (nodes + relationships).filter { _ in Bool.random(using: &random) }
    if kept.isEmpty, let node = nodes.first { kept = [node] }
    let new = name("v")
    let isGrouping = isLikely(1, of: 2)
    let item = isGrouping ? aggregate() : value()
    let isDistinct = !isGrouping && isLikely(1, of: 2)
    nodes.removeAll { !kept.contains($0) }
    relationships.removeAll { !kept.contains($0) }
    (lists, numbers) = ([], [new])
    let items = (kept + ["\(item) AS \(new)"]).joined(separator: ", ")
    let text = "WITH " + (isDistinct ? "DISTINCT " : "") + items
    return isLikely(1, of: 3) ? text + " WHERE " + condition(1) : text
  }

  private mutating func result(width: Int) -> String {
    let isDistinct = isLikely(1, of: 3)
    let grouped = isLikely(1, of: 3) ? number(0..<width) : nil
    let items = (0..<width).map { "\($0 == grouped ? aggregate() : value()) AS c\($0)" }
    var text = "RETURN " + (isDistinct ? "DISTINCT " : "") + items.joined(separator: ", ")
    guard isLikely(1, of: 3) else { return text }
    let order = (0..<width).shuffled(using: &random).map {
      "c\($0)" + (isLikely(1, of: 2) ? " DESC" : "")
    }
    text += " ORDER BY " + order.joined(separator: ", ")
    if isLikely(1, of: 3) { text += " SKIP \(number(0...3))" }
    return isLikely(2, of: 3) ? text + " LIMIT \(number(0...6))" : text
  }

  private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  // MARK: - Patterns

  private mutating func path(length: Int) -> String {
    var text = node()
    for _ in 0..<length { text += relationship() + node() }
    return text
  }

  private mutating func node() -> String {
    if isLikely(1, of: 4), let known = nodes.randomElement(using: &random) { return "(\(known))" }
    var text = "("
    if isLikely(4, of: 5) {
      let new = name("n")
      nodes.append(new)
      text += new
    }
    if isLikely(1, of: 3) { text += pick([":A", ":B", ":A|B"]) }
    if isLikely(1, of: 12) { text += " {n: \(number(0...4))}" }
    return text + ")"
  }

  private mutating func relationship() -> String {
    let isLong = isLikely(1, of: 6)
    var text = ""
    if isLikely(2, of: 3) {
      let new = name(isLong ? "l" : "r")
      if isLong { lists.append(new) } else { relationships.append(new) }
      text += new
    }
    if isLikely(1, of: 2) { text += pick([":R", ":S", ":R|S"]) }
    if isLong {
      text += pick(isMonotone ? ["*1..2", "*2", "*..3"] : ["*1..2", "*0..2", "*2", "*..3"])
    }
    switch number(0...4) {
    case 0...1: return "-[\(text)]->"
    case 2...3: return "<-[\(text)]-"
    default: return "-[\(text)]-"
    }
  }

  // MARK: - Expressions

  /// A condition on what is bound.
  private mutating func condition(_ depth: Int) -> String {
    if depth > 0, isLikely(1, of: 3) {
      return "(\(condition(depth - 1))\(pick([" AND ", " OR "]))\(condition(depth - 1)))"
    }
    guard !isMonotone else { return comparison() }
    switch number(0...7) {
    case 0: return "NOT (\(condition(0)))"
    case 1: return existence()
    case 2: return "\(value()) IS \(pick(["NULL", "NOT NULL"]))"
    default: return comparison()
    }
  }

  private mutating func comparison() -> String {
    if isLikely(1, of: 6), let node = nodes.randomElement(using: &random) {
      return node + pick([":A", ":B"])
    }
    let right = isLikely(1, of: 2) ? value() : String(number(0...6))
    return value() + pick([" < ", " <= ", " = ", " <> ", " > "]) + right
  }

  private mutating func existence() -> String {
    let (before, links, longs) = (nodes, relationships, lists)
    defer { (nodes, relationships, lists) = (before, links, longs) }
    guard let start = nodes.randomElement(using: &random) else { return "true" }
    let pattern = "(\(start))" + relationship() + node()
    switch number(0...2) {
    case 0: return "EXISTS { \(pattern) WHERE \(comparison()) }"
    case 1: return "EXISTS { MATCH \(pattern) RETURN 1 AS one }"
    default: return "COUNT { \(pattern) } > \(number(0...2))"
    }
  }

  /// A whole number or null.
  private mutating func value() -> String {
    var choices = nodes.map { "\($0).n" } + relationships.map { "\($0).w" } + numbers
    choices += lists.map { "size(\($0))" }
    return choices.isEmpty ? "1" : pick(choices)
  }

  private mutating func aggregate() -> String {
    let value = value()
    return pick([
      "count(*)", "count(\(value))", "count(DISTINCT \(value))", "min(\(value))", "max(\(value))",
      "sum(\(value))", "size(collect(\(value)))", "size(collect(DISTINCT \(value)))",
    ])
  }
}
