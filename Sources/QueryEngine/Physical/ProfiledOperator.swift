import GraphModel

/// Holds what one operator did in a run, for PROFILE.
final class OperatorProfile {
  /// The rows that it handed on.
  fileprivate(set) var rows = 0
  /// The chunks in which it handed them on.
  fileprivate(set) var chunks = 0
  /// How often it was started.
  fileprivate(set) var starts = 0
  /// The time spent in it and in the operators below it.
  fileprivate(set) var time = Duration.zero
  /// The operators below it: children first, then plans run for its rows.
  let inputs: [OperatorProfile]
  /// What it does.
  let plan: LogicalPlan

  init(_ plan: LogicalPlan, inputs: [OperatorProfile]) {
    self.plan = plan
    self.inputs = inputs
  }

  /// The time spent in the operator itself.
  var ownTime: Duration { max(.zero, inputs.reduce(time) { $0 - $1.time }) }
}

/// Counts the rows, chunks and time of an operator.
///
/// ```
/// for chunk in child: count it; emit chunk
/// ```
final class ProfiledOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  /// What was counted.
  let profile: OperatorProfile

  init(_ child: any PhysicalOperator, _ profile: OperatorProfile) {
    self.child = child
    self.profile = profile
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    let start = ContinuousClock.now
    defer { profile.time += ContinuousClock.now - start }
    profile.starts += 1
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    let start = ContinuousClock.now
    defer { profile.time += ContinuousClock.now - start }
    guard let chunk = try child.next(context) else { return nil }
    profile.rows += chunk.count
    profile.chunks += 1
    return chunk
  }
}
