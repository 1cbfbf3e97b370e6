import GraphModel
import QueryEngine
import Testing

@Suite("Aggregates")
struct AggregatorTests {
  private static let rows: [(name: String, values: [Value], parameter: Value, result: String)] = [
    ("count", [1, .null, "a"], .null, "2"), ("count", [], .null, "0"),
    ("collect", [1, .null, 1], .null, "[1, 1]"), ("sum", [1, 2, .null], .null, "3"),
    ("sum", [], .null, "0"), ("sum", [1, 0.5], .null, "1.5"), ("avg", [1, 2], .null, "1.5"),
    ("avg", [.null], .null, "null"), ("min", ["a", "b", "B", .null], .null, "B"),
    ("min", [1, "a", [1, 2], 0.2], .null, "[1, 2]"), ("max", [1, "a", [1, 2], 0.2], .null, "1"),
    ("max", [1, 2.0, 5, 3.2], .null, "5"), ("max", [], .null, "null"),
    ("stDev", [2, 4, 4, 4, 5, 5, 7, 9], .null, "2.138089935299395"),
    ("stDevP", [2, 4, 4, 4, 5, 5, 7, 9], .null, "2.0"), ("stDev", [1], .null, "0.0"),
    ("percentileDisc", [30, 10, 20], 0.5, "20"), ("percentileDisc", [30, 10, 20], 0, "10"),
    ("percentileDisc", [30, 10, 20], 1.0, "30"), ("percentileCont", [10, 20, 30], 0.25, "15.0"),
    ("percentileCont", [10], 0.9, "10.0"), ("percentileCont", [], 0.9, "null"),
  ]

  private func make(_ name: String) throws -> any Aggregator {
    try #require(FunctionCatalog.standard.aggregate(name)).make()
  }

  @Test("give the same result at once and in parts", arguments: rows.indices)
  func results(index: Int) throws {
    let row = Self.rows[index]
    for split in 0...row.values.count {
      var first = try make(row.name)
      var second = try make(row.name)
      for value in row.values[..<split] { try first.add(value, parameter: row.parameter) }
      for value in row.values[split...] { try second.add(value, parameter: row.parameter) }
      try first.merge(any: second)
      let result = try first.result()
      if case .float(let number) = result, let expected = Double(row.result) {
        #expect(abs(number - expected) < 1e-12, "\(row.name), split at \(split)")
      } else {
        #expect(result.text == row.result, "\(row.name), split at \(split)")
      }
    }
  }

  @Test("of durations are durations")
  func durations() throws {
    let parts = ["P1M", "P2DT1S"].compactMap { TemporalDuration(parsing: $0).map(Value.duration) }
    for (name, result) in [("sum", "P1M2DT1S"), ("avg", "P16DT5H14M33.5S")] {
      var aggregator = try make(name)
      for part in parts { try aggregator.add(part) }
      #expect(try aggregator.result().text == result)
      #expect(throws: QueryError.self) { try aggregator.add(1) }
    }
  }

  @Test("refuse what they cannot take")
  func errors() throws {
    for percentile: Value in [1000, -1, 1.1] {
      var aggregator = try make("percentileDisc")
      let error = #expect(throws: QueryError.self) {
        try aggregator.add(10.0, parameter: percentile)
      }
      #expect(error?.code == .numberOutOfRange)
    }
    for name in ["sum", "avg", "stDev", "percentileCont"] {
      var aggregator = try make(name)
      #expect(throws: QueryError.self) { try aggregator.add("a", parameter: 0.5) }
    }
    var sum = try make("sum")
    for _ in 0..<2 { try sum.add(.integer(.max)) }
    #expect(throws: QueryError.self) { try sum.result() }
  }
}
