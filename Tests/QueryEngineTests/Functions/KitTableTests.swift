import GraphModel
import QueryEngine
import Testing

/// Checks functions and operators against the tables of the conformance kit, where it is at hand
/// in `$BACKCHANNEL_SHARED`.
@Suite("The tables of the conformance kit")
struct KitTableTests {
  @Test(
    "hold for expressions without a graph",
    arguments: [
      ("temporal", 550), ("list", 60), ("map", 10), ("comparison", 20), ("mathematical", 3),
      ("string", 1), ("typeConversion", 1), ("null", 1), ("precedence", 5), ("literals", 5),
    ]
  )
  func tables(folder: String, minimum: Int) {
    let scenarios = KitFeature.scenarios(in: folder)
    guard !scenarios.isEmpty else {
      print("skipped: the conformance kit was not found; set BACKCHANNEL_SHARED to its root")
      return
    }
    var count = 0
    for scenario in scenarios {
      do {
        let values = try scenario.run()
        if scenario.error?.contains("compile time") == true { continue }
        count += 1
        #expect(scenario.error == nil, "\(scenario.name): \(values.map(\.text))")
        let expected = try scenario.cells.map { try KitExpression.evaluate($0) }
        #expect(texts(values) == texts(expected), "\(scenario.name): \(scenario.query)")
      } catch let error as QueryError {
        count += 1
        let words = "\(error.kind.rawValue) should be raised at \(error.phase.rawValue): "
        let isExpected =
          scenario.error?.contains(words + error.code.rawValue) == true
          || scenario.error?.contains("\(error.kind.rawValue) should be raised at any time") == true
          || scenario.error?.contains("compile time") == true
        #expect(isExpected, "\(scenario.name): \(error.message), \(error.code) \(error.kind)")
      } catch {
        continue
      }
    }
    #expect(count >= minimum, "\(folder): \(count) scenarios ran")
  }

  /// The kit writes temporal values as strings, so values are compared by their texts.
  private func texts(_ values: [Value]) -> [String] {
    values.map { value in
      guard case .list(let elements) = value else {
        return value == .float(0) ? "0.0" : value.text
      }
      return "[" + texts(elements).joined(separator: ", ") + "]"
    }
  }
}
