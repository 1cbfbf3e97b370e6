import GraphModel

/// Gives the rows of two plans, one after the other.
///
/// ```
/// for row in first: emit row
/// for row in second: emit row
/// ```
final class UnionOperator: PhysicalOperator {
  private let first: any PhysicalOperator
  private let second: any PhysicalOperator
  private var argument: DataChunk?

  init(_ first: any PhysicalOperator, _ second: any PhysicalOperator) {
    self.first = first
    self.second = second
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    self.argument = argument
    try first.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    if let argument {
      if let chunk = try first.next(context) { return chunk }
      // Opened only now: it must see what the first plan has changed.
      self.argument = nil
      try second.open(context, argument: argument)
    }
    return try second.next(context)
  }
}
