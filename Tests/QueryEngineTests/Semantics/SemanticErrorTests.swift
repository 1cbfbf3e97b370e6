import GraphModel
import QueryEngine
import Testing

@Suite("Errors before running")
struct SemanticErrorTests {
  /// Analyzes a marked query and compares its first error.
  private func expect(_ marked: String, _ code: QueryErrorCode) throws {
    let query = MarkedQuery(marked)
    let error = try #require(try AnalysisFixture.errors(query.text).first, "\(marked)")
    #expect(error.code == code, "\(error.message) in \(marked)")
    if let range = query.range { #expect(error.range == range, "\(error.message) in \(marked)") }
    #expect(error.phase == .compileTime)
    #expect(error.remedy != nil)
    #expect(error.message.last != ".")
  }

  @Test(
    "Names that mean nothing",
    arguments: [
      "RETURN «x»", "MATCH (n) WITH n.a AS a RETURN «n».a",
      "UNWIND [1] AS x WITH 1 AS y RETURN «x»",
      "MATCH (n) RETURN DISTINCT n.a ORDER BY «n».b",
      "MATCH (n) WITH DISTINCT n.a AS a WHERE «n».b RETURN a",
      "MATCH (n) RETURN [x IN [1] | x] + «x»", "CREATE (a {v: «a».w})",
      "MATCH (n) SET «m».a = 1", "MATCH (n) REMOVE «m»:A", "MATCH (n) SET «m» += {a: 1}",
      "CALL { RETURN 1 AS x } RETURN x, «y»", "MATCH (n) CALL { RETURN «n».a AS a } RETURN a",
      "MATCH (n), (m) CALL (n) { RETURN «m».a AS a } RETURN a",
      "MATCH (n), (m) CALL { WITH n RETURN «m».a AS a } RETURN a",
      "MATCH (n) FOREACH (x IN [1] | SET n.a = x) RETURN «x»",
      "MATCH (n) WHERE EXISTS { (n)-->(m) } RETURN «m»", "MATCH (n) RETURN «m» { .a }",
      "MATCH (n) RETURN n { .a, «m» }", "MATCH (n) WHERE (n)-->(«m») RETURN n",
      "CALL test.pair(1) YIELD «c» RETURN c",
      "MATCH ((a)-[r]->(b) WHERE «c».x){2} RETURN a",
    ]
  )
  func undefinedVariable(_ text: String) throws { try expect(text, .undefinedVariable) }

  @Test(
    "Names that mean something already",
    arguments: [
      "MATCH (n) UNWIND [1] AS «n» RETURN n", "MATCH (n) CREATE («n»:A)", "CREATE (a), («a»)",
      "MATCH ()-[r]->() CREATE ()-[«r»]->()", "MATCH ()-[r:T]->() MERGE ()-[«r»:T]->()",
      "MATCH (n) MATCH «n» = ()-->() RETURN n", "MATCH (n) CALL { «RETURN 1 AS n» } RETURN n",
      "MATCH (n) CALL test.pair(1) YIELD a AS «n» RETURN n",
      "MATCH (n) FOREACH («n» IN [1] | CREATE (:A))",
      "LOAD CSV FROM 'f' AS r LOAD CSV FROM 'f' AS «r» RETURN r",
      "MATCH (n) WHERE EXISTS { MATCH (m) WITH 1 AS «n» RETURN n } RETURN n",
      "MATCH (n) MATCH ((«n»)-->(m)){2} RETURN m",
      "MATCH (n) RETURN [«n» = (n)-->() | 1] AS x",
    ]
  )
  func alreadyBound(_ text: String) throws { try expect(text, .variableAlreadyBound) }

  @Test(
    "Names that would change their kind",
    arguments: [
      "MATCH (n) MATCH ()-[«n»]->() RETURN n", "MATCH p = ()-->() MATCH («p») RETURN p",
      "WITH 1 AS n MATCH («n») RETURN n", "UNWIND [[1]] AS n MATCH («n») RETURN n",
      "MATCH ()-[r]->() MATCH ()-[«r»*]->() RETURN r",
      "MATCH (n) WITH collect(n) AS ns MATCH («ns») RETURN ns",
      "MATCH (n) WITH collect(n) AS ns MATCH ()-[«ns»*]->() RETURN ns",
      "MATCH ((a)-->(b)){2} MATCH («a») RETURN a", "WITH 1 AS n CREATE («n»)-[:T]->()",
      "MATCH ()-[r]->+() MATCH («r») RETURN r", "MATCH (n) WHERE ()-[«n»]->() RETURN n",
    ]
  )
  func typeConflict(_ text: String) throws { try expect(text, .variableTypeConflict) }

  @Test(
    "Values of a type that cannot be right",
    arguments: [
      "RETURN «1» AND true", "WITH 'a' AS x RETURN NOT «x»", "MATCH (n) WHERE «1» RETURN n",
      "RETURN «'a'» - 1", "RETURN -«'a'»", "RETURN 1 IN «2»", "RETURN «true» + 1",
      "RETURN (1 < 2 OR false) AND «(1 + 2)»", "MATCH (n) RETURN type(«n»)",
      "MATCH p = ()-->() RETURN size(«p»)", "RETURN [x IN «1» | x]",
      "RETURN all(x IN ['a'] WHERE «x» % 2 = 0)", "RETURN CASE WHEN «1» THEN 2 END",
      "WITH 1 AS n RETURN «n»:A", "RETURN 1 AS a SKIP «1.5»", "RETURN 1 AS a LIMIT «'a'»",
      "DELETE «1 + 1»", "MATCH (n) SET n = «1»", "WITH 1 AS n SET «n».a = 1",
      "WITH 1 AS n SET «n» += {}", "WITH 1 AS n RETURN «n» { .a }",
      "MATCH (n) FOREACH (x IN «1» | SET n.a = x)", "CALL test.pair(«'a'») YIELD a RETURN a",
      "CALL test.pair(«1.5»)", "CALL test.pair(1) YIELD a WHERE «1» RETURN a",
      "RETURN «1»[0]", "RETURN [1][«'a'»]", "WITH [1] AS l RETURN «l».a",
      "UNWIND [1, 2] AS x RETURN «x».a", "RETURN «'ab'»[0..1]",
      "RETURN true AND «head([1])»", "MATCH (n) WHERE «(n)» RETURN n",
    ]
  )
  func argumentType(_ text: String) throws { try expect(text, .invalidArgumentType) }

  @Test(
    "Access to parts of what has none is a TypeError",
    arguments: ["WITH 1 AS n RETURN n.a", "RETURN 1[0]", "RETURN [1]['a']", "RETURN true[0..1]"]
  )
  func accessIsTypeError(_ text: String) throws {
    #expect(try AnalysisFixture.errors(text).first?.kind == .typeError)
  }

  @Test(
    "Aggregates",
    arguments: [
      ("MATCH (n) WHERE «count(n)» > 1 RETURN n", QueryErrorCode.invalidAggregation),
      ("UNWIND «collect(1)» AS x RETURN x", .invalidAggregation),
      ("MATCH (n) SET n.a = «count(*)»", .invalidAggregation),
      ("RETURN [x IN [1] | «count(*)»]", .invalidAggregation),
      ("MATCH (n) RETURN n.a ORDER BY «max(n.b)»", .invalidAggregation),
      ("MATCH (n) WITH n, count(*) AS c WHERE «count(*)» > 1 RETURN n", .invalidAggregation),
      ("MATCH (n) RETURN n.a AS a, count(*) AS c ORDER BY «sum(a)»", .invalidAggregation),
      ("RETURN sum(«sum(1)»)", .nestedAggregation),
      ("RETURN sum(«rand()»)", .nonConstantExpression),
      ("MATCH (n) RETURN «n».a + count(*)", .ambiguousAggregationExpression),
      ("MATCH (n) RETURN n.a + 1, «n».a + 1 + count(*)", .ambiguousAggregationExpression),
      ("MATCH (n) RETURN «n { .a, c: count(*) }»", .ambiguousAggregationExpression),
      ("MATCH (n) RETURN count(*) + size(«[(n)-->(m) | m.a]»)", .ambiguousAggregationExpression),
    ]
  )
  func aggregation(_ text: String, _ code: QueryErrorCode) throws { try expect(text, code) }

  @Test(
    "Rules of clauses and patterns",
    arguments: [
      ("MATCH (a)-[r]->()-[«r»]->() RETURN a", QueryErrorCode.relationshipUniquenessViolation),
      ("MATCH ()-[r]->(), ()-[«r»]->() RETURN r", .relationshipUniquenessViolation),
      ("RETURN 1 AS a, 2 AS «a»", .columnNameConflict),
      ("WITH 1 AS a WITH *, 2 AS «a» RETURN a", .columnNameConflict),
      ("WITH «1» RETURN 1", .noExpressionAlias),
      ("MATCH () RETURN *", .noVariablesInScope),
      ("RETURN 1 AS a UNION «RETURN 2 AS b»", .differentColumnsInUnion),
      ("RETURN 1 AS a UNION RETURN 1 AS a UNION ALL «RETURN 2 AS a»", .invalidClauseComposition),
      ("MATCH (n) WHERE EXISTS { MATCH (n) «SET n.a = 1» } RETURN n", .invalidClauseComposition),
      ("RETURN COUNT { «CREATE (n)» RETURN n }", .invalidClauseComposition),
      ("RETURN «COLLECT { RETURN 1 AS a, 2 AS b }»", .invalidClauseComposition),
      ("«MATCH (n)»", .invalidClauseComposition),
      ("MATCH (n) RETURN n SKIP «n».a", .nonConstantExpression),
      ("MATCH (n) RETURN n LIMIT «count(*)»", .nonConstantExpression),
      ("RETURN 1 AS a LIMIT «-1»", .negativeIntegerArgument),
      ("MATCH (n «$p») RETURN n", .invalidParameterUse),
      ("MATCH ()-[r «$p»]->() RETURN r", .invalidParameterUse),
      ("MERGE (n «$p»)", .invalidParameterUse),
      ("CREATE (a)«-[:A]-»(b)", .requiresDirectedRelationship),
      ("CREATE (a)«-->»(b)", .noSingleRelationshipType),
      ("MERGE (a)«-[:A|B]->»(b)", .noSingleRelationshipType),
      ("CREATE (a)«-[:A*2]->»(b)", .creatingVarLength),
      ("MATCH (n) DELETE «n:A»", .invalidDelete),
      ("CREATE (a {v: «[{w: 1}]»})", .invalidPropertyType),
      ("MATCH (a) SET a.v = «[{w: 1}]»", .invalidPropertyType),
      ("MATCH (a) SET a.v = «a»", .invalidPropertyType),
      ("RETURN «foo»(1)", .unknownFunction),
      ("RETURN «coalesce()»", .invalidNumberOfArguments),
      ("MATCH (n) CALL «test.pair» YIELD a RETURN a", .invalidArgumentPassingMode),
      ("«CALL test.pair()»", .invalidNumberOfArguments),
      ("CALL «test.nobody»()", .procedureNotFound),
      ("MATCH (n) «CALL test.pair(1) YIELD *» RETURN n", .unexpectedSyntax),
      ("MATCH «p = shortestPath((a)-->(b)-->(c))» RETURN p", .invalidRelationshipPattern),
    ]
  )
  func rules(_ text: String, _ code: QueryErrorCode) throws { try expect(text, code) }

  @Test("A parameter that was not given is missing, and only where the names are known")
  func missingParameter() throws {
    let text = "RETURN $limt"
    #expect(try AnalysisFixture.errors(text) == [])
    let error = try #require(try AnalysisFixture.errors(text, parameters: ["limit"]).first)
    #expect(error.code == .missingParameter)
    #expect(error.candidates == ["limit"])
  }

  @Test("What may have been meant is told")
  func candidates() throws {
    #expect(
      try AnalysisFixture.errors("MATCH (person) RETURN persn").first?.candidates == ["person"]
    )
    #expect(try AnalysisFixture.errors("RETURN cuont(1)").first?.candidates.first == "count")
    #expect(try AnalysisFixture.errors("CALL test.piar(1)").first?.candidates == ["test.pair"])
  }

  @Test("Several errors are told in one go, but no more than 20")
  func severalErrors() throws {
    let two = try AnalysisFixture.errors("MATCH (n) WHERE x.a RETURN y, foo(n)")
    #expect(two.map(\.code) == [.undefinedVariable, .undefinedVariable, .unknownFunction])
    let many = (0..<50).map { "x\($0)" }.joined(separator: ", ")
    #expect(try AnalysisFixture.errors("RETURN \(many)").count == 20)
  }
}
