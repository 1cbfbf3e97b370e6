import GraphModel

/// Joins conditions by `AND` or `OR`; a condition is evaluated only for the rows that the ones
/// before it have not decided, so that `x <> 0 AND 1 / x > 2` is safe.
struct LogicEvaluator: ExpressionEvaluator {
  /// The conditions, at least two.
  let conditions: [SelectiveEvaluator]
  /// The truth that decides: `no` for AND, `yes` for OR.
  let deciding: Ternary

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let neutral: Ternary = deciding == .no ? .yes : .no
    var truths = ContiguousArray(repeating: neutral, count: chunk.count)
    var open = chunk.allRows
    for condition in conditions where !open.isEmpty {
      let found = try condition.evaluate(chunk, rows: open, context).truths()
      unsafe truths.withUnsafeMutableBufferPointer { truths in
        for index in open.indices where found[index] != neutral {
          // What is open is not decided yet.
          unsafe truths[Int(open[index])] = found[index]
        }
      }
      let undecided = unsafe found.withUnsafeBufferPointer { found in
        ContiguousArray.places(below: found.count) { unsafe found[$0] != deciding }
      }
      open = undecided.count == open.count ? open : open.gathered(undecided)
    }
    return .booleans(truths)
  }
}

/// Joins two conditions by `XOR`.
struct ExclusiveOrEvaluator: ExpressionEvaluator {
  /// The first condition.
  let left: any ExpressionEvaluator
  /// The second condition.
  let right: any ExpressionEvaluator

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let first = try left.evaluate(chunk, context).truths()
    let second = try right.evaluate(chunk, context).truths()
    var truths = ContiguousArray(repeating: Ternary.unknown, count: chunk.count)
    for row in truths.indices where first[row] != .unknown && second[row] != .unknown {
      truths[row] = first[row] == second[row] ? .no : .yes
    }
    return .booleans(truths)
  }
}

/// Turns a condition round.
struct NotEvaluator: ExpressionEvaluator {
  /// The condition.
  let condition: any ExpressionEvaluator

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let truths = try condition.evaluate(chunk, context).truths()
    return .booleans(ContiguousArray(truths.lazy.map(\.negated)))
  }
}
