import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Plans within plans")
struct JoinTests {
  /// A second plan that keeps some of its argument's rows, each as often as its number says.
  private func second(_ copies: @escaping @Sendable (Int64) -> Int) -> any PhysicalOperator {
    UnwindOperator(
      ArgumentOperator(),
      list: Compute { chunk, row in
        let number = chunk.value(Slot(0), at: row).integerValue ?? 0
        return .list((0..<copies(number)).map { .integer(Int64($0)) })
      },
      variable: Slot(1)
    )
  }

  private func expected(
    _ count: Int,
    isOptional: Bool,
    _ copies: (Int64) -> Int
  ) -> [[Value]] {
    (0..<Int64(count)).flatMap { number -> [[Value]] in
      let copies = copies(number)
      if copies == 0 { return isOptional ? [[.integer(number), .null]] : [] }
      return (0..<copies).map { [.integer(number), .integer(Int64($0))] }
    }
  }

  private static let patterns: [@Sendable (Int64) -> Int] = [
    { _ in 0 }, { _ in 1 }, { Int($0 % 3) }, { $0 % 700 == 699 ? 3_000 : 0 },
    { $0 < 1_023 ? 0 : 2 },
  ]

  @Test("Apply gives the same rows chunk by chunk and row by row", arguments: chunkBorders)
  func apply(count: Int) throws {
    for pattern in Self.patterns {
      for isStreaming in [true, false] {
        let apply = ApplyOperator(Numbers(count), second(pattern), isStreaming: isStreaming)
        let rows = try run(apply, makeContext(), slots: [0, 1])
        #expect(rows == expected(count, isOptional: false, pattern))
      }
    }
  }

  @Test("Optional keeps rows without a match, in their order", arguments: chunkBorders)
  func optional(count: Int) throws {
    for pattern in Self.patterns {
      for isStreaming in [true, false] {
        let optional = OptionalOperator(
          Numbers(count),
          second(pattern),
          nullable: [Slot(1)],
          isStreaming: isStreaming
        )
        let rows = try run(optional, makeContext(), slots: [0, 1])
        #expect(rows == expected(count, isOptional: true, pattern))
      }
    }
  }

  @Test("Optionals stand within one another, and their columns keep their types")
  func nested() throws {
    let graph = randomGraph(2, nodes: 30, relationships: 40)
    let context = makeContext(graph)
    func nested(isStreaming: Bool) -> any PhysicalOperator {
      let inner = OptionalOperator(
        ExpandOperator(ArgumentOperator(), .sample(.outgoing, types: ["R"])),
        ExpandOperator(
          ArgumentOperator(),
          LogicalPlan.Expand(
            from: Slot(2),
            to: Slot(4),
            isInto: false,
            relationship: Slot(3),
            isRelationshipBound: false,
            types: ["S"],
            direction: .outgoing,
            distinctFrom: []
          )
        ),
        nullable: [Slot(3), Slot(4)],
        isStreaming: isStreaming
      )
      return OptionalOperator(
        AllNodesScanOperator(ArgumentOperator(), node: Slot(0)),
        inner,
        nullable: [Slot(1), Slot(2), Slot(3), Slot(4)],
        isStreaming: isStreaming
      )
    }
    let rows = try run(nested(isStreaming: true), context, slots: [0, 1, 2, 3, 4])
    #expect(rows == (try run(nested(isStreaming: false), context, slots: [0, 1, 2, 3, 4])))
    #expect(rows.contains { $0[1] == .null } && rows.contains { $0[1] != .null && $0[4] == .null })
    let plan = nested(isStreaming: true)
    try plan.open(context, argument: DataChunk(slotCount: 12, count: 1))
    let chunk = try #require(try plan.next(context))
    guard case .nodes = chunk.column(Slot(4)) else {
      Issue.record("nodes have become boxes")
      return
    }
  }

  @Test("What a subquery aggregates is joined to the row that it came from")
  func aggregated() throws {
    let counted = AggregationOperator(
      second { Int($0) % 3 },
      keys: [],
      aggregates: [AggregationOperator.Item(slot: Slot(2)) { RowCounter() }]
    )
    let apply = ApplyOperator(Numbers(2_000), counted, isStreaming: false)
    let rows = try run(apply, makeContext(), slots: [0, 2])
    #expect(rows == (0..<2_000).map { [.integer($0), .integer($0 % 3)] })
  }
}
