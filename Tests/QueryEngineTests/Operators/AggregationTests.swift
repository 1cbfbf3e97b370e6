import GraphModel
import Testing

@testable import QueryEngine

@Suite("Aggregation")
struct AggregationTests {
  private func item(
    _ slot: Int,
    _ collector: some Aggregator,
    of value: Compute,
    isDistinct: Bool = false
  ) -> AggregationOperator.Item {
    AggregationOperator.Item(slot: Slot(slot)) {
      ValueAggregate(collector, value: value, parameter: nil, isDistinct: isDistinct)
    }
  }

  private func key(_ slot: Int, _ value: Compute) -> ProjectionOperator.Item {
    ProjectionOperator.Item(slot: Slot(slot), value: value)
  }

  @Test("Without keys there is one row, also of no rows", arguments: chunkBorders)
  func withoutKeys(count: Int) throws {
    let aggregation = AggregationOperator(
      Numbers(count),
      keys: [],
      aggregates: [
        AggregationOperator.Item(slot: Slot(1)) { RowCounter() },
        item(2, SumAggregator(), of: Compute(slot: 0)),
      ]
    )
    let sum = Int64(count) * Int64(max(count - 1, 0)) / 2
    #expect(
      try run(aggregation, makeContext(), slots: [1, 2]) == [
        [.integer(Int64(count)), .integer(sum)]
      ]
    )
  }

  @Test("Groups come in the order of first appearance", arguments: chunkBorders)
  func groups(count: Int) throws {
    let remainder = Compute { chunk, row in
      .integer(((chunk.value(Slot(0), at: row).integerValue ?? 0) + 3) % 7)
    }
    let boxed = Compute { chunk, row in
      .string("\(((chunk.value(Slot(0), at: row).integerValue ?? 0) + 3) % 7)")
    }
    for keys in [[key(1, remainder)], [key(1, remainder), key(2, boxed)], [key(1, boxed)]] {
      let aggregation = AggregationOperator(
        Numbers(count),
        keys: keys,
        aggregates: [
          AggregationOperator.Item(slot: Slot(3)) { RowCounter() },
          item(4, ExtremeAggregator(.after, name: "max"), of: Compute(slot: 0)),
        ]
      )
      let rows = try run(aggregation, makeContext(), slots: [1, 3, 4])
      #expect(rows.map { $0[0].text } == (0..<min(count, 7)).map { "\(($0 + 3) % 7)" })
      #expect(rows.reduce(0) { $0 + ($1[1].integerValue ?? 0) } == Int64(count))
      #expect(
        rows.map { $0[2] }.max { $0.ordering(to: $1) == .before }?.integerValue
          == (count == 0 ? nil : Int64(count - 1))
      )
    }
  }

  @Test("Distinct values count once per group, and null does not count")
  func distinct() throws {
    let rows = Rows([
      .integers([1, 1, 1, 2, 2, 2], isNull: []),
      .values([5, .float(5), .null, 5, 6, .null]),
    ])
    let aggregation = AggregationOperator(
      rows,
      keys: [key(2, Compute(slot: 0))],
      aggregates: [
        item(3, CountAggregator(), of: Compute(slot: 1), isDistinct: true),
        item(4, CollectAggregator(), of: Compute(slot: 1)),
      ]
    )
    let found = try run(aggregation, makeContext(), slots: [2, 3, 4])
    #expect(found == [[1, 1, .list([5, 5])], [2, 2, .list([5, 6])]])
  }

  @Test("Evidence is sorted, unique, and joined over the rows of a group")
  func evidence() throws {
    let rows = Rows([
      .nodes([4, 1, 4]),
      .values([.list([relationship(2), relationship(0)]), .null, relationship(2)]),
    ])
    let collected = CollectEvidenceOperator<EvidenceSet>(
      rows,
      [Slot(0), Slot(1)],
      evidence: Slot(8)
    )
    let context = makeContext()
    #expect(
      try run(collected, context, slots: [8]).map { $0[0] } == [
        .list([node(4), relationship(0), relationship(2)]), .list([node(1)]),
        .list([node(4), relationship(2)]),
      ]
    )
    let grouped = AggregationOperator(
      CollectEvidenceOperator<EvidenceSet>(collected, [Slot(0)], evidence: Slot(8)),
      keys: [],
      aggregates: [
        AggregationOperator.Item(slot: Slot(8)) { EvidenceAggregate<EvidenceSet>(Slot(8)) }
      ]
    )
    let all: Value = .list([node(1), node(4), relationship(0), relationship(2)])
    #expect(try run(grouped, context, slots: [8]) == [[all]])
  }
}
