import CaseStore
import GraphModel
import Testing

@Suite("Random histories")
struct HistoryTests {
  /// A generator with a seed, so that a failure can be repeated.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      // SplitMix64 (Steele, Lea, Flood 2014).
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Makes one random change; one that the store refuses changes nothing.
  private func change(_ store: CaseStore, _ random: inout Seeded) {
    let keys = ["a", "b", "c"]
    var steps: [(kind: Int, first: String, second: String, number: Int64)] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      steps.append(
        (
          Int.random(in: 0..<5, using: &random), keys.randomElement(using: &random) ?? "a",
          keys.randomElement(using: &random) ?? "a", Int64.random(in: 0..<3, using: &random)
        )
      )
    }
    _ = try? store.write(.tester) { transaction throws(StorageError) in
      for (kind, first, second, number) in steps {
        switch kind {
        case 0, 1:
          let properties: Properties = ["x": .integer(number)]
          try transaction.put(KeyedNode(key: first, labels: [second], properties: properties))
        case 2:
          let key = "\(first)\(number)"
          try transaction.put(
            KeyedRelationship(key: key, type: "T", source: first, target: second)
          )
        case 3: try transaction.removeNode(key: first)
        default: try transaction.removeRelationship(key: "\(first)\(number)")
        }
      }
    }
  }

  @Test(
    "of changes, undos and redos keep the log true to the graph",
    arguments: 1...6 as ClosedRange<UInt64>
  )
  func logIsTrue(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let store = try CaseStore.inMemory()
    for step in 0..<60 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0, 1: _ = try? store.undo(by: .tester)
      case 2: _ = try? store.redo(by: .tester)
      case 3:
        let position = Int64.random(in: 1...20, using: &random)
        _ = try? store.undo(position, by: .tester)
      default: change(store, &random)
      }
      if step % 10 == 9 { try store.checkIntegrity() }
    }
  }

  @Test(
    "can be undone to the beginning and redone to the end",
    arguments: 1...6 as ClosedRange<UInt64>
  )
  func thereAndBack(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let store = try CaseStore.inMemory()
    var states = [KeyedGraph()]
    while states.count < 25 {
      change(store, &random)
      let graph = try store.readGraph().graph
      if graph != states.last { states.append(graph) }
    }
    var undone: [KeyedGraph] = [states[states.count - 1]]
    for _ in 1..<states.count {
      try store.undo(by: .tester)
      undone.append(try store.readGraph().graph)
    }
    #expect(undone == states.reversed())
    var redone: [KeyedGraph] = [states[0]]
    for _ in 1..<states.count {
      try store.redo(by: .tester)
      redone.append(try store.readGraph().graph)
    }
    #expect(redone == states)
    try store.checkIntegrity()
  }
}
