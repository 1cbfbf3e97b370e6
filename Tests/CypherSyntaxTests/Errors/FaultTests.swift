import CypherSyntax
import GraphModel
import Testing

@Suite("Faults in queries")
struct FaultTests {
  /// Holds a text with a mark before each place where a fault is told, and the faults.
  struct Sample: CustomTestStringConvertible {
    let marked: String
    let code: QueryErrorCode
    let messages: [String]
    let remedy: String?
    let candidates: [String]

    init(
      _ marked: String,
      _ messages: String...,
      code: QueryErrorCode = .unexpectedSyntax,
      remedy: String? = nil,
      candidates: [String] = []
    ) {
      self.marked = marked
      self.code = code
      self.messages = messages
      self.remedy = remedy
      self.candidates = candidates
    }

    var testDescription: String { marked }

    /// The text without marks, and the byte offsets of the marks.
    var parts: (text: String, offsets: [Int]) {
      let pieces = marked.split(separator: "‸", omittingEmptySubsequences: false)
      var (text, offsets) = (String(pieces[0]), [Int]())
      for piece in pieces.dropFirst() {
        offsets.append(text.utf8.count)
        text += piece
      }
      return (text, offsets)
    }
  }

  @Test("are told where they are, in order, with a remedy", arguments: samples)
  func faults(sample: Sample) throws {
    let (text, offsets) = sample.parts
    let error = try fault(text)
    #expect(error.errors.map { $0.range?.lowerBound } == offsets)
    #expect(error.errors.map(\.message) == sample.messages)
    #expect(error.first.code == sample.code)
    #expect(error.first == error.errors.first)
    #expect(error.errors.allSatisfy { $0.phase == .compileTime })
    if let remedy = sample.remedy { #expect(error.first.remedy == remedy) }
    #expect(error.first.candidates == sample.candidates)
  }

  static let samples = [
    Sample("‸", "the query is empty"),
    Sample("EXPLAIN ‸", "the query is empty"),
    Sample(
      "‸MTCH (n) RETURN n",
      "unexpected 'MTCH'; expected one of EXPLAIN, PROFILE or a clause",
      candidates: ["MATCH"]
    ),
    Sample(
      "MATCH (n) ‸RETRUN n",
      "unexpected 'RETRUN'; expected one of '-', '(', ',', WHERE or a clause",
      candidates: ["RETURN"]
    ),
    Sample(
      "MATCH (n) RETURN n.x ‸LIMT 3",
      "unexpected 'LIMT'; expected one of an operator, AS, ',', ORDER, SKIP, OFFSET, LIMIT or a clause",
      candidates: ["LIMIT"]
    ),
    Sample("MATCH (n) WHERE ‸RETURN n", "unexpected 'RETURN'; expected an expression"),
    Sample("WITH n, ‸MATCH (m) RETURN m", "unexpected 'MATCH'; expected an expression"),
    Sample(
      "MATCH ‸n RETURN n",
      "a node stands in brackets",
      remedy: "write brackets around it, as in (n)"
    ),
    Sample("MATCH (a)‸->(b) RETURN a", "an arrow has two dashes", remedy: "write -->, <-- or --"),
    Sample("MATCH (a)‸<-(b) RETURN a", "an arrow has two dashes"),
    Sample("MATCH (a)-[:T]‸>(b) RETURN a", "unexpected '>'; expected '-'"),
    Sample("MATCH (a)‸(b) RETURN a", "two nodes stand side by side"),
    Sample("MATCH (a)‸--> RETURN a", "a relationship ends at a node"),
    Sample("MATCH (a)‸-->((b)--(c))+ RETURN a", "a relationship ends at a node"),
    Sample(
      "MATCH (a)-[:T‸..3]->(b) RETURN a",
      "a number of steps needs an asterisk",
      code: .invalidRelationshipPattern,
      remedy: "write * before it, as in [:TYPE*1..3]"
    ),
    Sample(
      "MATCH (a)-[:T*‸-2]->(b) RETURN a",
      "a number of steps is a whole number, 0 or greater",
      code: .invalidRelationshipPattern
    ),
    Sample("MATCH ()-[:A‸:B]-() RETURN 1", "a relationship has one type"),
    Sample("MATCH (:A:B‸|C) RETURN 1", "':' cannot be mixed with '&' and '|' between labels"),
    Sample("MATCH (:A&B‸:C) RETURN 1", "':' cannot be mixed with '&' and '|' between labels"),
    Sample("MATCH ((a)--(b))‸{3,2} RETURN 1", "the quantifier allows no number of repetitions"),
    Sample("MATCH ((a)--(b))‸{0} RETURN 1", "the quantifier allows no number of repetitions"),
    Sample("MATCH SHORTEST ‸0 (a)--(b) RETURN 1", "the number of paths is 1 or greater"),
    Sample("RETURN 1 ‸!= 2", "'!=' is not an operator", remedy: "write <>"),
    Sample("RETURN 1 ‸== 2", "'==' is not an operator", remedy: "write ="),
    Sample("RETURN a ‸&& b", "'&' does not join conditions", remedy: "write AND"),
    Sample("RETURN ‸!a", "'!' does not negate a condition", remedy: "write NOT"),
    Sample("RETURN a ‸LIKE 'x'", "'LIKE' is not an operator"),
    Sample(
      "RETURN a ‸NOT IN b",
      "NOT stands before the whole condition",
      remedy: "write NOT a IN b"
    ),
    Sample("RETURN ‸(n)-->()", "a pattern is no value"),
    Sample("RETURN size(‸(n)-->())", "a pattern is no value"),
    Sample("MATCH (n) SET n.x = ‸((n)-->())", "a pattern is no value"),
    Sample("RETURN CASE ‸END", "CASE needs at least one WHEN"),
    Sample(
      "RETURN CASE WHEN 1‸, 2 THEN 3 END",
      "a CASE without an operand takes one condition after WHEN"
    ),
    Sample("RETURN COLLECT { ‸(a)-->(b) }", "COLLECT takes a query, not a pattern"),
    Sample("RETURN EXISTS { ‸}", "the subquery is empty"),
    Sample("RETURN {‸1B2c3e67:1}", "unexpected '1B2c3e67'; expected '}' or a name"),
    Sample("RETURN {k1‸.k: 1}", "unexpected '.'; expected ':'"),
    Sample("RETURN [‸, ]", "unexpected ','; expected ']' or an expression"),
    Sample("RETURN [1, 2‸", "unexpected end of the query; expected one of an operator, ',' or ']'"),
    Sample("RETURN [[','[‸]',']]", "unexpected ']'; expected an expression"),
    Sample("MATCH (n) SET ‸1 = 2", "'1' is no variable"),
    Sample("MATCH (n) REMOVE ‸n", "a property, a variable or labels are expected here"),
    Sample("‸OPTIONAL CALL f()", "OPTIONAL CALL of a procedure names its outputs"),
    Sample("MATCH (n:‸$a) RETURN n", "a label or type is written out, not computed"),
    Sample("RETURN 1 IS :: ‸WORD", "'WORD' is not a type"),
    Sample("‸SHOW INDEXES", "'SHOW' is a command for a database server, not a query"),
    Sample("CALL { FINISH } ‸IN TRANSACTIONS", "a query is one transaction"),
    Sample(
      "CREATE ‸INDEX FOR (n:A) ON (n.x)",
      "indexes, constraints, databases and users are not part of queries"
    ),
    Sample("RETURN 1; ‸RETURN 2", "a second query follows"),
    Sample("MATCH (n) ‸USING INDEX n:A(x) RETURN n", "hints are not part of queries"),
    Sample("RETURN n.x ‸GROUP BY n.x", "there is no GROUP BY or HAVING"),
    Sample("‸SELECT * FROM t", "a query begins with what to find"),
    Sample(
      "RETURN 42 ‸— 41",
      "'—' has no meaning in a query",
      code: .invalidUnicodeCharacter
    ),
    Sample(
      "MATCH (n ‸RETURN n\nMATCH ‸n WHERE n.x = 1\nCREATE (:A&‸) SET\n‸RETURN 1 ‸—2",
      "unexpected 'RETURN'; expected one of ':', IS, WHERE or ')'",
      "a node stands in brackets",
      "unexpected ')'; expected a name",
      "unexpected 'RETURN'; expected an expression",
      "'—' has no meaning in a query"
    ),
    Sample(
      "MATCH (n {x: [1, ‸}, y: 'RETURN'}) RETURN n ‸n",
      "unexpected '}'; expected an expression",
      "unexpected 'n'; expected one of an operator, AS, ',', ORDER, SKIP, OFFSET, LIMIT or a clause"
    ),
  ]

  @Test("are told at most twenty at a time")
  func limit() throws {
    let error = try fault(String(repeating: "MATCH n ", count: 100))
    #expect(error.errors.count == CypherSyntaxError.limit)
  }

  @Test("do not make errors of the words of names")
  func names() throws {
    let text = "MATCH (n) WHERE n.x ! n.match AND n:CREATE AND {set: 1} RETURN n AS delete, remove"
    #expect(try fault(text).errors.count == 1)
  }

  @Test("do not follow from other faults in the same brackets")
  func brackets() throws {
    let text = "MATCH (n) CALL (n) { MATCH n RETURN n UNION MATCH m RETURN m } RETURN n"
    #expect(try fault(text).errors.count == 1)
  }
}
