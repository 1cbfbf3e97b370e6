import CypherSyntax
import GraphModel
import Testing

@Suite("Printing the queries of the conformance kit")
struct KitRoundTripTests {
  @Test("and parsing them again gives the same trees and the same text")
  func roundTrip() {
    guard let queries = ConformanceKit.queries else { return print(ConformanceKit.absence) }
    var count = 0
    for query in queries {
      guard let tree = try? CypherParser.parse(query.text) else { continue }
      count += 1
      let text = tree.text
      do {
        let again = try CypherParser.parse(text)
        #expect(again == tree, "\(query.place)\nprinted as\n\(text)")
        #expect(again.text == text, "\(query.place)")
      } catch {
        Issue.record("\(query.place)\nprinted as\n\(text)\n\(error.first.message)")
      }
    }
    print("round trip: \(count) queries")
  }
}
