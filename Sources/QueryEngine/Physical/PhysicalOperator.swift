import CypherSyntax
import GraphModel

/// Gives the rows of a plan, chunk by chunk.
///
/// An operator passes on all columns that its child has filled and fills its own. One dynamic call
/// per chunk, none per row.
protocol PhysicalOperator: AnyObject {
  /// Starts, or starts anew, for the rows of `argument`, which leaf `argument` will give.
  ///
  /// Every operator opens its children with the same argument.
  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError)

  /// Returns the next rows, at least one; `nil` when there are no more.
  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk?
}

/// Computes a column from the columns of a chunk.
protocol ExpressionEvaluator {
  /// Returns one value per row of `chunk`.
  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column
}

/// Plans what stands inside expressions, and gives out slots.
protocol NestedPlanner: AnyObject {
  /// Returns a slot that nothing else uses.
  func newSlot() -> Slot

  /// Plans a pattern; its new variables are in the scope of the result.
  func plan(_ pattern: GraphPattern, condition: Expression?, in scope: Scope) throws(QueryError)
    -> NestedPlan

  /// Plans a whole query; `resultSlot` is its one column, if it returns any.
  func plan(_ query: Query, in scope: Scope) throws(QueryError) -> NestedPlan
}

/// Holds a plan inside an expression; its `argument` is the chunk for which the expression is
/// evaluated.
struct NestedPlan {
  /// The plan.
  let root: LogicalPlan
  /// The variables that its rows have.
  let scope: Scope
  /// The slot of the one column of a query.
  let resultSlot: Slot?

  /// Whether rows of the plan can be told apart by the argument row that they come from: then the
  /// whole chunk is the argument, with a hidden column of row numbers; else one row at a time.
  var isStreaming: Bool { root.isStreaming }
}
