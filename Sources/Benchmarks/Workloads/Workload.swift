import GraphModel

/// Holds a query of the benchmark and how its answers are checked.
struct Workload: Sendable {
  /// The short name, as in the reference.
  let name: String
  /// What it asks.
  let title: String
  /// The query.
  let text: String
  /// The entry of the parameter file with a list of arguments; `nil` runs once, without any.
  let argumentList: String?
  /// Whether the list is the one argument of one query.
  let takesWholeList: Bool
  /// The names of the parameters that one argument fills, in order.
  let parameterNames: [String]
  /// Whether the order of the rows belongs to the answer.
  let isOrdered: Bool
  /// The value of the one row for no row at all: a chain that does not exist.
  let valueOfNothing: Int64?
  /// Whether nothing may be left of the query before: the graph is changed in between.
  let isCold: Bool

  /// Returns the parameters of one argument.
  func parameters(_ argument: [Value]) -> [String: Value] {
    Dictionary(zip(parameterNames, argument)) { first, _ in first }
  }

  init(
    _ name: String,
    _ title: String,
    arguments: String? = nil,
    _ parameterNames: [String] = [],
    takesWholeList: Bool = false,
    isOrdered: Bool = false,
    valueOfNothing: Int64? = nil,
    isCold: Bool = false,
    _ text: String
  ) {
    self.name = name
    self.title = title
    self.text = text
    argumentList = arguments
    self.parameterNames = parameterNames
    self.isOrdered = isOrdered
    self.valueOfNothing = valueOfNothing
    self.takesWholeList = takesWholeList
    self.isCold = isCold
  }

  /// Returns the workload of a name.
  static func named(_ name: String) -> Workload? { all.first { $0.name == name } }

  /// The workloads that have no query yet, and what each waits for.
  static let missing = [
    ("w1", "the bulk import"), ("w10", "a search of names alone"),
    ("w11", "a store that is opened without loading"), ("w12", "the bulk import"),
    ("w13", "the bulk import"),
  ]

  static let all: [Workload] = lookups + algorithms

  private static let lookups: [Workload] = [
    Workload(
      "w2",
      "who met X",
      arguments: "w2",
      ["x"],
      """
      MATCH (x:Person {id: $x})-[:PARTICIPATED]->(m:Meeting)<-[:PARTICIPATED]-(p:Person)
      WHERE p.id <> $x RETURN p.id, count(*), max(m.date)
      """
    ),
    Workload(
      "w3",
      "who met X in these years, by confirmed participation",
      arguments: "w3",
      ["x", "d1", "d2"],
      """
      MATCH (x:Person {id: $x})-[r:PARTICIPATED]->(m:Meeting)<-[s:PARTICIPATED]-(p:Person)
      WHERE p.id <> $x AND r.status = 'confirmed' AND s.status = 'confirmed'
        AND m.date >= $d1 AND m.date <= $d2
      RETURN p.id, count(*), max(m.date)
      """
    ),
    Workload(
      "w4",
      "shortest chain of meetings",
      arguments: "w4",
      ["a", "b"],
      valueOfNothing: -1,
      """
      MATCH (a:Person {id: $a}), (b:Person {id: $b})
      MATCH p = shortestPath((a)-[:PARTICIPATED*..12]-(b)) RETURN length(p) / 2
      """
    ),
    Workload(
      "w5_2",
      "people within two meetings",
      arguments: "w5",
      ["x"],
      """
      MATCH (x:Person {id: $x})-[:PARTICIPATED]->(:Meeting)<-[:PARTICIPATED]-(p1:Person)
      WITH DISTINCT p1 MATCH (p1)-[:PARTICIPATED]->(m:Meeting)
      WITH DISTINCT m MATCH (m)<-[:PARTICIPATED]-(p:Person)
      WHERE p.id <> $x RETURN count(DISTINCT p.id)
      """
    ),
    Workload(
      "w5_3",
      "people within three meetings",
      arguments: "w5",
      ["x"],
      """
      MATCH (x:Person {id: $x})-[:PARTICIPATED]->(:Meeting)<-[:PARTICIPATED]-(p1:Person)
      WITH DISTINCT p1 MATCH (p1)-[:PARTICIPATED]->(m:Meeting)
      WITH DISTINCT m MATCH (m)<-[:PARTICIPATED]-(p2:Person)
      WITH DISTINCT p2 MATCH (p2)-[:PARTICIPATED]->(n:Meeting)
      WITH DISTINCT n MATCH (n)<-[:PARTICIPATED]-(p:Person)
      WHERE p.id <> $x RETURN count(DISTINCT p.id)
      """
    ),
    Workload(
      "w6",
      "pairs who met most",
      isOrdered: true,
      """
      MATCH (a:Person)-[:PARTICIPATED]->(m:Meeting)<-[:PARTICIPATED]-(b:Person) WHERE a.id < b.id
      WITH a.id AS a, b.id AS b, count(*) AS n RETURN a, b, n ORDER BY n DESC, a, b LIMIT 20
      """
    ),
    // Two clauses: in one, whoever met both in the same meeting only would be left out.
    Workload(
      "w7",
      "who met both A and B",
      arguments: "w7",
      ["a", "b"],
      """
      MATCH (a:Person {id: $a})-[:PARTICIPATED]->(:Meeting)<-[:PARTICIPATED]-(c:Person)
      WHERE c.id <> $a AND c.id <> $b WITH DISTINCT c
      MATCH (c)-[:PARTICIPATED]->(:Meeting)<-[:PARTICIPATED]-(b:Person {id: $b})
      RETURN DISTINCT c.id
      """
    ),
    Workload(
      "w8",
      "agencies whose people met, per year",
      isOrdered: true,
      """
      MATCH (x:Agency)<-[f:AFFILIATED]-(p:Person)-[:PARTICIPATED]->(m:Meeting)
        <-[:PARTICIPATED]-(q:Person)-[g:AFFILIATED]->(y:Agency)
      WHERE x.id < y.id AND p.id <> q.id
        AND f.from_date <= m.date AND (f.to_date IS NULL OR m.date < f.to_date)
        AND g.from_date <= m.date AND (g.to_date IS NULL OR m.date < g.to_date)
      WITH x.id AS a, y.id AS b, m.date / 10000 AS yr, count(DISTINCT m.id) AS n
      RETURN a, b, yr, n ORDER BY n DESC, a, b, yr LIMIT 50
      """
    ),
  ]
}
