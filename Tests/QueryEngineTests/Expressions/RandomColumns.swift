import GraphModel

@testable import QueryEngine

/// Makes columns of chance, the same ones for the same seed.
struct RandomColumns {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Returns integers: many small ones, some at the limits, some nulls.
  mutating func integers(count: Int, withNulls: Bool = true) -> Column {
    let edges: [Int64] = [0, 1, -1, .max, .min, 2, 1 << 53]
    let numbers = (0..<count).map { _ in
      below(10) == 0 ? edges[below(edges.count)] : Int64(below(9)) - 4
    }
    return .integers(ContiguousArray(numbers), isNull: nulls(count, withNulls))
  }

  /// Returns integers whose sums and products do not overflow.
  mutating func smallIntegers(count: Int) -> Column {
    let numbers = (0..<count).map { _ in Int64(below(1_000)) + 1 }
    return .integers(ContiguousArray(numbers), isNull: nulls(count, true))
  }

  /// Returns floats: many small ones, some that are special, some nulls.
  mutating func floats(count: Int, withNulls: Bool = true) -> Column {
    let edges: [Double] = [0, -0.0, .nan, .infinity, -.infinity, 1e300, .leastNonzeroMagnitude]
    let numbers = (0..<count).map { _ in
      below(10) == 0 ? edges[below(edges.count)] : Double(below(9)) / 2 - 2
    }
    return .floats(ContiguousArray(numbers), isNull: nulls(count, withNulls))
  }

  /// Returns truth values, some of them unknown.
  mutating func booleans(count: Int) -> Column {
    let all: [Ternary] = [.yes, .no, .unknown]
    return .booleans(ContiguousArray((0..<count).map { _ in all[below(3)] }))
  }

  /// Returns nodes of a graph with so many, some of them null.
  mutating func nodes(count: Int, of nodeCount: Int) -> Column {
    let indices = (0..<count).map { _ in
      below(5) == 0 ? Column.null : UInt32(below(nodeCount))
    }
    return .nodes(ContiguousArray(indices))
  }

  /// Returns any number below a limit.
  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ (word >> 31)) % UInt64(limit))
  }

  private mutating func nulls(_ count: Int, _ withNulls: Bool) -> ContiguousArray<Bool> {
    withNulls ? ContiguousArray((0..<count).map { _ in below(5) == 0 }) : []
  }
}
