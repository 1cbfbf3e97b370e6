import GraphModel

/// Finds a pattern, or creates it.
///
/// Rows are done in order, and each finds what those before it have created.
///
/// ```
/// for row in all of child:
///   found = find(row)
///   if there is some: for match in found: on match(match); emit match
///   else: create the elements; on create(row); emit row + elements
/// ```
final class MergeOperator: PhysicalOperator {
  /// Holds what MERGE does.
  struct Actions {
    let find: any PhysicalOperator
    let creator: ElementCreator
    let onMatch: SetActions
    let onCreate: SetActions
    let path: LogicalPlan.NamedPath?
  }

  private let child: any PhysicalOperator
  private let actions: Actions
  private var writes = WriteQueue()

  init(_ child: any PhysicalOperator, _ actions: Actions) {
    self.child = child
    self.actions = actions
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    try writes.reset(context)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    try writes.next(child, context) { (chunk) throws(QueryError) in
      var merged: [DataChunk] = []
      for row in 0..<chunk.count { try merge(chunk.slice(row..<row + 1), &merged, context) }
      chunk = DataChunk.joined(merged)
    }
  }

  private func merge(
    _ row: DataChunk,
    _ merged: inout [DataChunk],
    _ context: ExecutionContext
  ) throws(QueryError) {
    try context.check()
    try actions.creator.refuseNullProperties(row, context)
    // All matches are found before the first is changed.
    var matches: [DataChunk] = []
    try actions.find.open(context, argument: row)
    while var match = try actions.find.next(context) {
      match.fillEmptySlots(from: row, row: 0)
      matches.append(match)
    }
    if matches.isEmpty {
      var created = row
      try actions.creator.create(&created, context)
      try actions.onCreate.apply(created, context)
      matches = [created]
    } else {
      for match in matches { try actions.onMatch.apply(match, context) }
    }
    for var match in matches {
      if let path = actions.path { match.project(path, context.graph) }
      merged.append(match)
    }
  }
}
