import GraphModel
import TestSupport
import Testing

@testable import QueryEngine

@Suite("Marks of a search")
struct SearchMarksTests {
  @Test(
    "They are those that were set since the last clearing, however many",
    arguments: [(40, 10), (3_000, 5_000), (200_000, 2_047), (200_000, 9_000), (200_000, 90_000)]
  )
  func marks(capacity: Int, count: Int) throws {
    var random = SeededGenerator(seed: UInt64(count))
    let marks = SearchMarks()
    for round in 0..<3 {
      try marks.clear(capacity: capacity)
      var known: [UInt32: (distance: Int, step: UInt32)] = [:]
      for number in 0..<count {
        let node = UInt32.random(in: 0..<UInt32(capacity), using: &random)
        let isNew = try marks.mark(node, distance: number, step: UInt32(number + round))
        #expect(isNew == (known[node] == nil))
        if isNew { known[node] = (number, UInt32(number + round)) }
      }
      for node in 0..<UInt32(capacity) {
        guard marks.distance(node) == known[node]?.distance,
          marks.step(node) == known[node]?.step ?? Column.null
        else {
          Issue.record("node \(node) of round \(round) is marked otherwise")
          return
        }
      }
    }
  }

  @Test("No node is marked that is not below the capacity")
  func strangers() throws {
    let marks = SearchMarks()
    try marks.clear(capacity: 5)
    #expect(try !marks.mark(5, distance: 1, step: 1))
    #expect(try !marks.mark(.max, distance: 1, step: 1))
    #expect(marks.distance(5) == nil && marks.step(.max) == Column.null)
  }

  @Test("Nodes that lie at equal distances are told apart")
  func regularNodes() throws {
    let marks = SearchMarks()
    try marks.clear(capacity: 1 << 24)
    for number in 0..<4_000 as Range<UInt32> {
      #expect(try marks.mark(number << 12, distance: Int(number), step: number))
    }
    for number in 0..<4_000 as Range<UInt32> {
      #expect(marks.distance(number << 12) == Int(number))
      #expect(marks.distance(number << 12 + 1) == nil)
    }
  }
}
