import CypherSyntax
import GraphModel
import QueryEngine
import Testing

@Suite("Queries that were damaged")
struct MutatedQueryTests {
  /// Makes the same numbers every time (SplitMix64).
  struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Texts from which words are taken, and put to other places.
  private static let queries = [
    "MATCH (a:A {v: 1}) - [r:T *1..2 {w: a.v}] -> (b) WHERE (a) --> (b) AND a.v < b.v RETURN a , r",
    "MATCH p = (a) --> (b) WITH a , count ( * ) AS c ORDER BY c + a.v SKIP 1 LIMIT $n RETURN a , c",
    "MATCH ( (a) -[r]-> (b) WHERE a.v = b.v ) {1,2} RETURN [ x IN a | x.v ] AS vs , r",
    "MERGE (a) -[r:T]-> (b) ON CREATE SET r.v = 1 , a += { w : b.v } REMOVE a:A DELETE r",
    "MATCH (n) CALL { WITH n MATCH (n) --> (m) RETURN m.v AS v UNION RETURN 1 AS v } RETURN n , v",
    "MATCH (n) WHERE EXISTS { MATCH (n) --> (m) WITH m AS k RETURN k } RETURN COUNT { (n) } AS c",
    "UNWIND $rows AS row FOREACH ( x IN row | CREATE (n { v : x }) -[:T]-> (m) ) RETURN row { .a }",
    "CALL test.pair ( 1 ) YIELD a , b AS c WHERE a > 1 RETURN DISTINCT a , collect ( c ) AS cs",
    "RETURN reduce ( s = 0 , x IN [ 1 , 2 ] | s + x ) + CASE WHEN true THEN 1 ELSE 'a' END AS r",
  ]

  @Test("No damage does harm, and errors stand in the text")
  func mutations() throws {
    var random = SeededGenerator(state: 7)
    let words = Self.queries.flatMap { $0.split(separator: " ") }
    var parsed = 0
    for round in 0..<6000 {
      var parts = Self.queries[round % Self.queries.count].split(separator: " ")
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let place = Int.random(in: 0..<parts.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: parts[place] = words[Int.random(in: 0..<words.count, using: &random)]
        case 1 where parts.count > 2: parts.remove(at: place)
        default: parts.insert(words[Int.random(in: 0..<words.count, using: &random)], at: place)
        }
      }
      let text = parts.joined(separator: " ")
      guard (try? CypherParser.parse(text)) != nil else { continue }
      parsed += 1
      for error in try AnalysisFixture.errors(text, parameters: ["n"]) {
        let range = try #require(error.range, "\(text)")
        #expect(range.upperBound <= text.utf8.count && !range.isEmpty, "\(error) in \(text)")
      }
      _ = try AnalysisFixture.columns(text)
    }
    #expect(parsed > 200)
  }
}
