import GraphModel

/// Keeps the operators of a plan from one run to the next: making them takes longer than a run that
/// looks at few rows.
///
/// Opening an operator makes it forget the run before.
final class KeptOperators {
  /// Holds the root and how many slots its chunks have.
  struct Tree {
    let root: any PhysicalOperator
    let slotCount: Int
  }

  private var tree: Tree?

  /// Operators of a run that counted more memory than this are not kept, since they may hold on to it.
  private static let memoryLimit = 1 << 20

  /// Takes the operators out, for one run.
  func take() -> Tree? {
    defer { tree = nil }
    return tree
  }

  /// Puts the operators back after a run that has ended well.
  func put(_ tree: Tree, after context: ExecutionContext) {
    guard context.peakBytes <= Self.memoryLimit else { return }
    // A run may end before its operators do; they shall not hold columns that the graph will change.
    let nothing = DataChunk(slotCount: tree.slotCount, count: 0)
    guard (try? tree.root.open(context, argument: nothing)) != nil else { return }
    self.tree = tree
  }
}
