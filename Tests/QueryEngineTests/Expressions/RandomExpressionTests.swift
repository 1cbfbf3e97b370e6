import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite struct RandomExpressionTests {
  private static let rows = 12

  /// Variables of chance, and a graph for the nodes among them.
  private func variables(seed: UInt64) -> (graph: [Properties], columns: [String: Column]) {
    var random = RandomColumns(seed: seed)
    let graph = (0..<30).map { index -> Properties in
      index % 4 == 0 ? [:] : ["age": .integer(Int64(index % 7))]
    }
    let lists = (0..<Self.rows).map { row -> Value in
      guard row % 5 != 4 else { return .null }
      let numbers = Int64(row)..<Int64(row + row % 4)
      return .list(numbers.map(Value.integer))
    }
    return (
      graph,
      [
        "i": random.integers(count: Self.rows), "f": random.floats(count: Self.rows),
        "b": random.booleans(count: Self.rows), "n": random.nodes(count: Self.rows, of: 30),
        "l": .values(ContiguousArray(lists)),
      ]
    )
  }

  private func fixture(_ graph: [Properties]) -> ExpressionFixture {
    let fixture = ExpressionFixture()
    for properties in graph { fixture.graph.createNode(labels: [], properties: properties) }
    return fixture
  }

  @Test(arguments: 0..<300)
  func chunksAgreeWithSingleRowsAndTypedWithBoxedColumns(seed: Int) throws {
    var random = RandomExpressions(seed: UInt64(seed))
    let expression =
      switch seed % 3 {
      case 0: random.number(4)
      case 1: random.condition(4)
      default: random.list(4)
      }
    let (graph, columns) = variables(seed: UInt64(seed))
    let typed = Result { () throws(QueryError) in try fixture(graph).values(expression, columns) }
    let untyped = columns.mapValues(\.untyped)
    let boxed = Result { () throws(QueryError) in try fixture(graph).values(expression, untyped) }
    let single = (0..<Self.rows).map { row in
      let one = columns.mapValues { $0.gathered([Int32(row)]) }
      return Result { () throws(QueryError) in try fixture(graph).values(expression, one) }
    }
    switch typed {
    case .success(let values):
      let expected = try single.flatMap { try $0.get() }
      #expect(values.isIdentical(to: expected))
      #expect(try boxed.get().isIdentical(to: expected))
    case .failure(let error):
      #expect(single.contains { Self.code($0) == error.code })
      #expect(Self.code(boxed) == error.code)
    }
  }

  private static func code(_ result: Result<[Value], QueryError>) -> QueryErrorCode? {
    guard case .failure(let error) = result else { return nil }
    return error.code
  }
}
