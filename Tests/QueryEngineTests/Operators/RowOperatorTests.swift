import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Operators on rows")
struct RowOperatorTests {
  private let context = makeContext()
  private let isEven = Compute { chunk, row in
    .boolean((chunk.value(Slot(0), at: row).integerValue ?? 0).isMultiple(of: 2))
  }

  private func numbers(_ range: Range<Int>) -> [[Value]] { range.map { [.integer(Int64($0))] } }

  @Test("Filter, projection, eager and sort pass on every row once", arguments: chunkBorders)
  func everyRow(count: Int) throws {
    let half = FilterOperator(Numbers(count), [isEven, Compute(constant: .boolean(true))])
    #expect(
      try run(half, context, slots: [0])
        == numbers(0..<count).filter { row in
          row[0].integerValue?.isMultiple(of: 2) == true
        }
    )
    #expect(try run(EagerOperator(Numbers(count)), context, slots: [0]) == numbers(0..<count))
    let doubled = ProjectionOperator(
      Numbers(count),
      [ProjectionOperator.Item(slot: Slot(1), value: Compute(slot: 0))]
    )
    #expect(
      try run(doubled, context, slots: [1, 0]).map { $0[0] } == numbers(0..<count).map { $0[0] }
    )
    let sorted = SortOperator(
      Numbers(count),
      [SortKey(value: Compute(slot: 0), isDescending: true)]
    )
    #expect(try run(sorted, context, slots: [0]) == numbers(0..<count).reversed())
    let nothing = FilterOperator(Numbers(count), [Compute(constant: .null)])
    #expect(try run(nothing, context, slots: [0]).isEmpty)
  }

  @Test("Skip and limit cut anywhere", arguments: chunkBorders)
  func cut(count: Int) throws {
    for border in chunkBorders {
      let number = Compute(constant: .integer(Int64(border)))
      let skip = SkipOperator(Numbers(count), number)
      #expect(try run(skip, context, slots: [0]) == numbers(min(border, count)..<count))
      let limit = LimitOperator(Numbers(count), number, exhaustsChild: false)
      #expect(try run(limit, context, slots: [0]) == numbers(0..<min(border, count)))
      let keys = [SortKey(value: Compute(slot: 0), isDescending: true)]
      let top = TopOperator(Numbers(count), keys, number)
      let expected = Array(numbers(0..<count).reversed().prefix(border))
      #expect(try run(top, context, slots: [0]) == expected)
    }
  }

  @Test("Numbers of rows must be integers that are not negative")
  func badCounts() {
    func error(_ value: Value) -> QueryError? {
      #expect(throws: QueryError.self) {
        try run(SkipOperator(Numbers(1), Compute(constant: value)), context, slots: [])
      }
    }
    #expect(error(-1)?.code == .negativeIntegerArgument)
    #expect(error(-1)?.kind == .syntaxError)
    for value in [.float(1.5), .null, .string("a")] as [Value] {
      #expect(error(value)?.code == .invalidArgumentType)
      #expect(error(value)?.phase == .runtime)
    }
  }

  @Test("A limit reads no further than it must, but runs a writing child to its end")
  func laziness() throws {
    let lazy = Numbers(5_000)
    let one = Compute(constant: 1)
    #expect(try run(LimitOperator(lazy, one, exhaustsChild: false), context, slots: [0]).count == 1)
    #expect(lazy.handedOn == 1_024)
    let writing = Numbers(5_000)
    let zero = Compute(constant: 0)
    #expect(try run(LimitOperator(writing, zero, exhaustsChild: true), context, slots: []).isEmpty)
    #expect(writing.handedOn == 5_000)
  }

  @Test("Sorting keeps the order of equal rows and puts null last, or first when descending")
  func sorting() throws {
    let values: ContiguousArray<Value> = [
      .null, 2, .string("a"), .list([1]), 1, .float(.nan), .map([:]), .boolean(true), .float(1),
      .null,
    ]
    let rows = Rows([.values(values), .integers(ContiguousArray(0..<10), isNull: [])])
    let up = SortOperator(rows, [SortKey(value: Compute(slot: 0), isDescending: false)])
    #expect(try run(up, context, slots: [1]).map { $0[0] } == [6, 3, 2, 7, 4, 8, 1, 5, 0, 9])
    let down = SortOperator(rows, [SortKey(value: Compute(slot: 0), isDescending: true)])
    #expect(try run(down, context, slots: [1]).map { $0[0] } == [0, 9, 5, 1, 4, 8, 7, 2, 3, 6])
  }

  @Test("Top is the beginning of sort, by several keys", arguments: 1...5 as ClosedRange<UInt64>)
  func top(seed: UInt64) throws {
    var generator = Seeded(seed)
    let first = (0..<6_000).map { _ in Int64.random(in: 0..<50, using: &generator) }
    let second = (0..<6_000).map { _ in Double.random(in: 0..<1, using: &generator).rounded() }
    let rows = Rows([
      .integers(ContiguousArray(first), isNull: []), .floats(ContiguousArray(second), isNull: []),
      .integers(ContiguousArray(0..<6_000), isNull: []),
    ])
    let keys = [
      SortKey(value: Compute(slot: 0), isDescending: false),
      SortKey(value: Compute(slot: 1), isDescending: true),
    ]
    let sorted = try run(SortOperator(rows, keys), context, slots: [0, 1, 2])
    for limit in [0, 1, 10, 1_500, 9_000] {
      let top = TopOperator(rows, keys, Compute(constant: .integer(Int64(limit))))
      #expect(try run(top, context, slots: [0, 1, 2]) == Array(sorted.prefix(limit)))
    }
  }

  @Test("Of rows in order no more are looked at than may be wanted", arguments: [true, false])
  func topInOrder(isDescending: Bool) throws {
    var generator = Seeded(7)
    let first = (0..<3_000).map { isDescending ? -Int64($0 / 7) : Int64($0 / 7) }
    let second = first.map { _ in Int64.random(in: 0..<9, using: &generator) }
    let rows = Rows([
      .integers(ContiguousArray(first), isNull: []), .integers(ContiguousArray(second), isNull: []),
      .integers(ContiguousArray(0..<3_000), isNull: []),
    ])
    let keys = [
      SortKey(value: Compute(slot: 0), isDescending: isDescending),
      SortKey(value: Compute(slot: 1), isDescending: true),
    ]
    let sorted = try run(SortOperator(rows, keys), context, slots: [0, 1, 2])
    for limit in [0, 1, 6, 7, 8, 20, 1_023, 1_024, 1_025, 2_999, 3_000, 4_000] {
      let count = Compute(constant: .integer(Int64(limit)))
      let top = TopOperator(rows, keys, count, isSorted: true)
      #expect(try run(top, context, slots: [0, 1, 2]) == Array(sorted.prefix(limit)), "\(limit)")
    }
  }

  @Test("Unwinding makes a row of each element; null has none, and what is no list is one")
  func unwind() throws {
    let lists = Rows([.values([.list([1, .null, .list([2])]), .null, .list([]), 7])])
    let unwind = UnwindOperator(lists, list: Compute(slot: 0), variable: Slot(1))
    #expect(try run(unwind, context, slots: [1]).map { $0[0] } == [1, .null, .list([2]), 7])
  }

  @Test("Long lists and ranges come in chunks", arguments: chunkBorders)
  func longLists(count: Int) throws {
    let list = Value.list((0..<count).map { .integer(Int64($0)) })
    let unwind = UnwindOperator(Numbers(2), list: Compute(constant: list), variable: Slot(1))
    let expected = numbers(0..<count)
    #expect(try run(unwind, context, slots: [1]) == expected + expected)
    let range = UnwindRangeOperator(
      Numbers(2),
      UnwindRangeOperator.Bounds(
        first: Compute(constant: 0),
        last: Compute(constant: .integer(Int64(count) - 1)),
        step: nil
      ),
      variable: Slot(1)
    )
    #expect(try run(range, context, slots: [1]) == expected + expected)
  }

  @Test("Ranges go up and down to the ends of the integers, and never stand still")
  func ranges() throws {
    func numbers(_ first: Value, _ last: Value, _ step: Value) throws -> [Value] {
      let bounds = UnwindRangeOperator.Bounds(
        first: Compute(constant: first),
        last: Compute(constant: last),
        step: Compute(constant: step)
      )
      let range = UnwindRangeOperator(Numbers(1), bounds, variable: Slot(1))
      return try run(range, context, slots: [1]).map { $0[0] }
    }
    #expect(try numbers(5, 0, -2) == [5, 3, 1])
    #expect(try numbers(0, 3, -1) == [])
    #expect(try numbers(0, .null, 1) == [])
    #expect(try numbers(.integer(.max - 1), .integer(.max), 1).count == 2)
    #expect(throws: QueryError.self) { try numbers(0, 1, 0) }
    #expect(throws: QueryError.self) { try numbers(0, .float(1), 1) }
  }

  @Test("Rows are distinct by equivalence, in the order of first appearance")
  func distinct() throws {
    let values: ContiguousArray<Value> = [
      1, .float(1), .null, .null, .float(.nan), .float(.nan), 2,
    ]
    let rows = Rows([.values(values), .integers(ContiguousArray(0..<7), isNull: [])])
    let distinct = DistinctOperator(rows, [Slot(0)])
    #expect(try run(distinct, context, slots: [1]).map { $0[0] } == [0, 2, 4, 6])
    let pairs = DistinctOperator(rows, [Slot(0), Slot(1)])
    #expect(try run(pairs, context, slots: [1]).count == 7)
  }

  @Test("Keys keep their numbers when columns of another kind follow")
  func mixedKeys() {
    var keys = RowKeys()
    #expect(keys.numbers([.integers([3, 4, 3], isNull: [])], rowCount: 3) == [0, 1, 0])
    #expect(keys.numbers([.values([.null, 4, .float(3)])], rowCount: 3) == [2, 1, 0])
    #expect(keys.numbers([.integers([4, 9], isNull: [])], rowCount: 2) == [1, 3])
    var nodes = RowKeys()
    #expect(nodes.numbers([.nodes([3, Column.null])], rowCount: 2) == [0, 1])
    #expect(nodes.numbers([.values([.null, node(3), relationship(3)])], rowCount: 3) == [1, 0, 2])
    #expect(nodes.count == 3)
    var days = RowKeys()
    #expect(days.numbers([.dates([3, 4, 3], isNull: [])], rowCount: 3) == [0, 1, 0])
    let day = CalendarDate(dayNumber: 4).map(Value.date) ?? .null
    #expect(days.numbers([.values([.integer(4), day, .null])], rowCount: 3) == [2, 1, 3])
    #expect(days.numbers([.dates([9, 3], isNull: [true, false])], rowCount: 2) == [3, 0])
  }

  @Test("Nodes have the numbers of their first appearance, by hashing and by a table")
  func manyNodes() {
    var generator = Seeded(9)
    var (numbers, plain) = (IndexNumbers(), [UInt32: Int32]())
    for round in 0..<24 {
      if round % 12 == 0 {
        numbers.removeAll()
        plain = [:]
      }
      // Null comes with the sixth chunk only.
      let nodes = ContiguousArray(
        (0..<900).map { row in
          round % 12 > 4 && row % 99 == 0
            ? Column.null : UInt32.random(in: 0..<9_000, using: &generator)
        }
      )
      var found: ContiguousArray<Int32> = [-7]
      numbers.append(nodes, to: &found)
      for (row, node) in nodes.enumerated() {
        let expected = plain[node] ?? Int32(plain.count)
        plain[node] = expected
        #expect(found[row + 1] == expected)
        #expect(numbers.keys[Int(expected)] == node)
      }
      #expect(numbers.keys.count == plain.count)
    }
  }

  @Test("Integers have the numbers of their first appearance, however many there are")
  func manyIntegers() {
    var generator = Seeded(5)
    var (numbers, plain) = (IntegerNumbers(), [Int64: Int32]())
    for round in 0..<40 {
      let width: Int64 = round % 2 == 0 ? 1 << 10 : 1 << 40
      let integers = ContiguousArray(
        (0..<700).map { _ in Int64.random(in: -width...width, using: &generator) }
      )
      var found: ContiguousArray<Int32> = [-7]
      numbers.append(integers, to: &found)
      let expected = integers.map { integer in
        plain[integer]
          ?? {
            plain[integer] = Int32(plain.count); return Int32(plain.count - 1)
          }()
      }
      #expect(found.dropFirst().elementsEqual(expected))
      #expect(numbers.keys.count == plain.count)
      if round % 9 == 8 {
        numbers.removeAll()
        plain = [:]
        #expect(numbers.number(of: 5) == 0)
        plain[5] = 0
      }
    }
  }

  @Test("Union gives one plan after the other, and a procedure joins its rows to each row")
  func unionAndProcedures() throws {
    let union = UnionOperator(Numbers(1_500), Numbers(2))
    #expect(try run(union, context, slots: [0]) == numbers(0..<1_500) + numbers(0..<2))
    let pair = Procedure(
      name: "test.pair",
      inputs: [Procedure.Field(name: "in", type: .float)],
      outputs: [Procedure.Field(name: "a", type: .any), Procedure.Field(name: "b", type: .any)]
    ) { (values: [Value]) throws(QueryError) in [[values[0], 1], [values[0], 2]] }
    let context = makeContext(procedures: ProcedureCatalog([pair]))
    func call(_ name: String, isVoid: Bool) -> ProcedureCallOperator {
      ProcedureCallOperator(
        Numbers(2),
        LogicalPlan.ProcedureCall(
          name: name,
          arguments: [],
          outputs: [
            LogicalPlan.ProcedureCall.Output(name: "b", slot: Slot(1)),
            LogicalPlan.ProcedureCall.Output(name: "a", slot: Slot(2)),
          ],
          isVoid: isVoid
        ),
        arguments: [Compute(slot: 0)]
      )
    }
    let rows = try run(call("test.pair", isVoid: false), context, slots: [0, 1, 2])
    #expect(
      rows == [[0, 1, .float(0)], [0, 2, .float(0)], [1, 1, .float(1)], [1, 2, .float(1)]]
    )
    #expect(rows[0][2].isIdentical(to: .float(0)))
    #expect(try run(call("test.pair", isVoid: true), context, slots: [0]) == [[0], [1]])
    let error = #expect(throws: QueryError.self) {
      try run(call("test.none", isVoid: true), context, slots: [0])
    }
    #expect(error?.code == .procedureNotFound)
  }

  @Test("Blocking operators keep to the limit of memory, and give back what they kept")
  func memory() throws {
    let context = makeContext(limits: QueryLimits(memoryBytes: 100_000))
    let small = SortOperator(Numbers(2_000), [SortKey(value: Compute(slot: 0), isDescending: true)])
    for _ in 0..<20 { #expect(try run(small, context, slots: [0]).count == 2_000) }
    let error = #expect(throws: QueryError.self) {
      try run(EagerOperator(Numbers(50_000)), context, slots: [0])
    }
    #expect(error?.code == .memoryLimit)
  }

  @Test("A run can be ended from outside")
  func cancellation() {
    context.cancellation.set()
    let scan = FilterOperator(Numbers(10), [isEven])
    let error = #expect(throws: QueryError.self) { try run(scan, context, slots: [0]) }
    #expect(error?.code == .cancelled)
  }
}
