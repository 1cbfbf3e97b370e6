import GraphModel
import Testing

@testable import QueryEngine

@Suite("Tables of hash joins")
struct JoinTableTests {
  private let keys = [Slot(0), Slot(1)]

  private func chunk(_ columns: [[UInt32]]) -> DataChunk {
    var chunk = DataChunk(slotCount: 3, count: columns[0].count)
    for (index, column) in columns.enumerated() {
      chunk.fill(Slot(index), with: .nodes(ContiguousArray(column)))
    }
    chunk.fill(Slot(2), with: .integers(ContiguousArray(0..<Int64(chunk.count)), isNull: []))
    return chunk
  }

  /// All pairs of rows with the same nodes, by their positions.
  private func pairs(_ table: JoinTable, _ probing: DataChunk, _ slots: [Slot])
    throws -> Set<[Int64]>
  {
    var found: Set<[Int64]> = []
    var matches = try table.matches(probing, nodes: slots)
    while let pairs = matches.next() {
      #expect(pairs.rows.count == pairs.found.count && pairs.count <= DataChunk.capacityRows)
      for (row, other) in zip(pairs.rows, pairs.found) {
        guard case .integer(let position) = table.rows.value(Slot(2), at: Int(other)) else {
          Issue.record("the table has lost a column")
          continue
        }
        #expect(found.insert([Int64(row), position]).inserted)
      }
    }
    return found
  }

  @Test("Pairs are those that comparing all rows gives", arguments: [40, 1 << 20], [1, 2])
  func pairs(range: UInt32, keyCount: Int) throws {
    var random = Seeded(UInt64(range) + UInt64(keyCount))
    func column(_ count: Int) -> [UInt32] {
      (0..<count).map { _ in
        let node = UInt32.random(in: 0..<20, using: &random) * (range / 20) + 5
        return Bool.random(using: &random) || Bool.random(using: &random) ? node : Column.null
      }
    }
    let stored = [column(700), column(700)]
    let probing = [column(900), column(900)]
    let slots = Array(keys.prefix(keyCount))
    let found = try pairs(JoinTable(chunk(stored), nodes: slots), chunk(probing), slots)
    var expected: Set<[Int64]> = []
    for row in 0..<900 {
      for other in 0..<700
      where (0..<keyCount).allSatisfy({
        probing[$0][row] != Column.null && probing[$0][row] == stored[$0][other]
      }) {
        expected.insert([Int64(row), Int64(other)])
      }
    }
    #expect(found == expected && found.count > 300)
  }

  @Test("A table of many rows has each of them at its node")
  func manyRows() throws {
    let nodes = (0..<100_000).map { UInt32($0 * 7 % 30_011) }
    let table = try JoinTable(chunk([nodes]), nodes: [Slot(0)])
    var expected: Set<[Int64]> = []
    for (row, node) in nodes.enumerated() where node == 5 || node == 6 {
      expected.insert([Int64(node) - 5, Int64(row)])
    }
    let found = try pairs(table, chunk([[5, 6, 40_000]]), [Slot(0)])
    #expect(found == expected && found.count >= 6)
  }

  @Test("Nothing is found in a table without rows, or with nulls alone")
  func empty() throws {
    let nothing = try JoinTable(DataChunk(slotCount: 0, count: 0), nodes: [Slot(0)])
    #expect(try pairs(nothing, chunk([[1, 2, Column.null]]), [Slot(0)]).isEmpty)
    let nulls = try JoinTable(chunk([[Column.null, Column.null]]), nodes: [Slot(0)])
    #expect(try pairs(nulls, chunk([[1, Column.null]]), [Slot(0)]).isEmpty)
  }
}
