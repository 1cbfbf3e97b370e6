/// Knows the row number of each node of a table, by the number or text that the table gives it.
///
/// Numbers that count up cost nothing; others cost an entry of a hash map.
package struct NodeIDs: Sendable {
  struct Run {
    var numbers: ClosedRange<Int64>
    let firstID: Int64
  }

  private(set) var runs: [Run] = []
  private var others: [Int64: Int64] = [:]
  private var texts: [String: Int64] = [:]
  private var count = 0

  /// Knows no node.
  package init() {}

  /// Returns the row number of the node with a number.
  @inline(__always)
  package func id(of number: Int64) -> Int64? {
    if runs.count == 1, runs[0].numbers.contains(number) {
      return runs[0].firstID + (number - runs[0].numbers.lowerBound)
    }
    return slowID(of: number)
  }

  private func slowID(of number: Int64) -> Int64? {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].numbers.upperBound < number { low = middle + 1 } else { high = middle }
    }
    if low < runs.count, runs[low].numbers.contains(number) {
      return runs[low].firstID + (number - runs[low].numbers.lowerBound)
    }
    return others[number]
  }

  /// Returns the row number of the node with a text.
  package func id(of text: String) -> Int64? { texts[text] }

  /// What became of a node that was added.
  enum Outcome {
    /// Its key follows from its row number.
    case counted
    /// It needs a key of its own.
    case keyed
    /// There is one with that number or text.
    case duplicate
  }

  mutating func add(_ number: Int64, id: Int64) -> Outcome {
    count += 1
    if let last = runs.indices.last {
      let run = runs[last]
      if number == run.numbers.upperBound + 1, id - run.firstID == number - run.numbers.lowerBound {
        guard others.isEmpty || others[number] == nil else { return .duplicate }
        runs[last].numbers = run.numbers.lowerBound...number
        return .counted
      }
    }
    guard self.id(of: number) == nil else { return .duplicate }
    // A run costs a row of `key_range` that every look-up of a key may meet.
    if runs.count < 16 + count / 256, number > runs.last?.numbers.upperBound ?? -1 {
      runs.append(Run(numbers: number...number, firstID: id))
      return .counted
    }
    others[number] = id
    return .keyed
  }

  mutating func add(_ text: String, id: Int64) -> Outcome {
    count += 1
    return texts.updateValue(id, forKey: text) == nil ? .keyed : .duplicate
  }
}
