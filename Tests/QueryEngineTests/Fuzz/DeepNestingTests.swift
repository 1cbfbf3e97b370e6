import GraphModel
import Testing

@testable import QueryEngine

@Suite("Values nested deeply")
struct DeepNestingTests {
  @Test(
    "A value nested too deeply is an error, not a crash",
    arguments: [
      "RETURN reduce(a = [], x IN range(1, 10000) | [y IN [1] | a]) AS r",
      "RETURN size(reduce(a = [], x IN range(1, 10000) | [a])) AS r",
      "WITH reduce(a = [], x IN range(1, 10000) | [a]) AS v RETURN v = v AS r",
      "WITH reduce(a = [], x IN range(1, 10000) | {k: a}) AS v RETURN DISTINCT v AS r ORDER BY r",
      "RETURN reduce(a = {}, x IN range(1, 10000) | a {k: a}) AS r",
      "RETURN reduce(a = [], x IN range(1, 10000) | COLLECT { WITH a RETURN a }) AS r",
      "CREATE ()-[:R]->() RETURN reduce(a = [], x IN range(1, 10000) | [()-->() | a]) AS r",
      "WITH 1 AS a " + String(repeating: "WITH collect(a) AS a ", count: 600) + "RETURN a",
      "WITH 1 AS a " + String(repeating: "WITH [a] AS a ", count: 600) + "RETURN a",
    ]
  )
  func deep(query: String) {
    let error = #expect(throws: QueryFailure.self) { try QuerySession().run(query) }
    #expect(error?.errors.first?.code == .nestingTooDeep)
  }

  @Test("A parameter nested too deeply is refused before the query runs")
  func parameter() {
    let deep = (0..<1_000).reduce(Value.null) { value, _ in .list([value]) }
    let error = #expect(throws: QueryFailure.self) {
      try QuerySession().run("RETURN 1", parameters: ["p": deep])
    }
    #expect(error?.errors.first?.code == .nestingTooDeep)
  }

  @Test("Values nested a hundred deep are allowed")
  func shallow() throws {
    let query = "WITH reduce(a = [], x IN range(1, 100) | [a]) AS v RETURN v = v AS r"
    #expect(try QuerySession().run(query).rows == [[.boolean(true)]])
  }
}
