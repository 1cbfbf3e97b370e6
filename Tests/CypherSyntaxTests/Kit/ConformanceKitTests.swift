import CypherSyntax
import GraphModel
import Testing

@Suite("The queries of the conformance kit")
struct ConformanceKitTests {
  /// Details that the parser must find by itself.
  private static let ours: Set<String> = [
    "UnexpectedSyntax", "InvalidNumberLiteral", "InvalidUnicodeLiteral", "InvalidUnicodeCharacter",
    "IntegerOverflow", "FloatingPointOverflow", "InvalidRelationshipPattern",
  ]

  @Test("parse, but for those with a fault in their syntax")
  func parse() throws {
    guard let queries = ConformanceKit.queries else { return print(ConformanceKit.absence) }
    try #require(queries.count > 2000)
    var (parsed, refused) = (0, 0)
    for query in queries {
      do {
        _ = try CypherParser.parse(query.text)
        parsed += 1
        let isOurs = query.compileTimeError.map(Self.ours.contains) ?? false
        #expect(!isOurs, "\(query.place)")
      } catch {
        refused += 1
        #expect(query.compileTimeError == error.first.code.rawValue, "\(query.place)\n\(error)")
      }
    }
    print("conformance kit: \(parsed) queries parsed, \(refused) refused as expected")
  }
}
