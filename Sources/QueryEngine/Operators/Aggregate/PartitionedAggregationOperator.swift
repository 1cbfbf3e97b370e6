import Dispatch
import GraphModel
import Synchronization

/// Groups rows that are found from the nodes of a scan, where rows of different nodes are in different
/// groups: the groups of some nodes are finished, and forgotten, before those of others begin, and
/// several threads work at the same time.
///
/// Groups come in the order in which one thread would find them.
///
/// ```
/// for nodes in scan, some at a time, side by side:
///   groups = group(rows(nodes))
///   emit groups
/// ```
final class PartitionedAggregationOperator: PhysicalOperator {
  /// Makes the operators of one thread.
  typealias MakeWorker = () throws(QueryError) -> PartitionWorker

  private let plain: any PhysicalOperator
  private let plan: PartitionedPlan
  private let kind: PartitionedPlan.KeyKind
  private let makeWorker: MakeWorker
  private let workerLimit: Int
  private var workers: [PartitionWorker] = []
  private var argument = DataChunk(slotCount: 0, count: 0)
  private var state = State.new
  private var queue = ChunkQueue()

  private enum State {
    case new
    /// The rows are few, or cannot be told apart by their nodes.
    case plain
    case running(Partition)
  }

  /// Below so many nodes nothing is gained.
  private static let fewestNodes = 512

  /// - Parameter plain: Does the same without regard to nodes.
  init(
    _ plan: PartitionedPlan,
    _ kind: PartitionedPlan.KeyKind,
    plain: any PhysicalOperator,
    workerLimit: Int,
    makeWorker: @escaping MakeWorker
  ) {
    self.plan = plan
    self.kind = kind
    self.plain = plain
    self.workerLimit = workerLimit
    self.makeWorker = makeWorker
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    self.argument = argument
    state = .new
    queue = ChunkQueue()
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    if case .new = state { try start(context) }
    guard case .running(var partition) = state else { return try plain.next(context) }
    while true {
      if let chunk = queue.popFirst() { return chunk }
      guard !partition.isEmpty else { return nil }
      try context.check()
      try runRound(&partition, context)
      state = .running(partition)
    }
  }

  /// Decides how to go on, when all that comes before has done what it does to the graph.
  private func start(_ context: ExecutionContext) throws(QueryError) {
    let graph = context.graph
    let isFew = graph.nodeCount(labelled: plan.label) < Self.fewestNodes
    guard !isFew, argument.count == 1, graph.isApart(plan, kind) else {
      state = .plain
      try plain.open(context, argument: argument)
      return
    }
    graph.prepareAdjacency()
    while workers.count < workerLimit { workers.append(try makeWorker()) }
    let nodes = graph.members(plan.label)
    state = .running(Partition(nodes: nodes, workerCount: workers.count))
  }

  /// Lets all threads work until there are some rows.
  private func runRound(
    _ partition: inout Partition,
    _ context: ExecutionContext
  ) throws(QueryError) {
    let next = Atomic(partition.next)
    let (nodes, argument, node) = (partition, argument, plan.node)
    nonisolated(unsafe) let workers = workers
    nonisolated(unsafe) let contexts = unsafe workers.map { _ in context.forAnotherThread() }
    unsafe DispatchQueue.concurrentPerform(iterations: workers.count) { index in
      unsafe workers[index].run(contexts[index], next, nodes, argument, node)
    }
    partition.next = min(next.load(ordering: .relaxed), partition.count)
    var found = unsafe workers.flatMap { $0.takeFound() }
    found.sort { $0.morsel < $1.morsel }
    for morsel in found { queue.append(try morsel.groups.get()) }
  }
}

/// Holds nodes and how far they are worked off, morsel by morsel.
struct Partition {
  let nodes: ContiguousArray<UInt32>
  private let size: Int
  /// The next morsel.
  fileprivate(set) var next = 0

  init(nodes: ContiguousArray<UInt32>, workerCount: Int) {
    self.nodes = nodes
    size = max(1, min(32, nodes.count / (64 * workerCount)))
  }

  /// The number of morsels.
  var count: Int { (nodes.count + size - 1) / size }

  /// Whether nothing is left.
  var isEmpty: Bool { next >= count }

  /// Returns the nodes of a morsel.
  func morsel(_ index: Int) -> ContiguousArray<UInt32> {
    ContiguousArray(nodes[index * size..<min((index + 1) * size, nodes.count)])
  }
}

/// Finds and groups the rows of some nodes, on one thread at a time.
final class PartitionWorker {
  /// Holds the groups of a morsel, or why there are none.
  struct Found {
    let morsel: Int
    let groups: Result<DataChunk, QueryError>
  }

  private let rows: any PhysicalOperator
  private let groups: RowGrouping
  private var found: [Found] = []

  /// After so many groups the others are waited for.
  private static let groupsPerRound = 32_768

  init(_ rows: any PhysicalOperator, _ groups: RowGrouping) {
    self.rows = rows
    self.groups = groups
  }

  /// Returns what was found since the last time.
  func takeFound() -> [Found] {
    defer { found = [] }
    return found
  }

  /// Takes one morsel after the other until there are many groups, or an error.
  func run(
    _ context: ExecutionContext,
    _ next: borrowing Atomic<Int>,
    _ partition: Partition,
    _ argument: DataChunk,
    _ node: Slot
  ) {
    var count = 0
    while count < Self.groupsPerRound {
      let morsel = next.add(1, ordering: .relaxed).oldValue
      guard morsel < partition.count else { return }
      do throws(QueryError) {
        let nodes = partition.morsel(morsel)
        var chunk = argument.gathered(ContiguousArray(repeating: 0, count: nodes.count))
        chunk.fill(node, with: .nodes(nodes))
        try rows.open(context, argument: chunk)
        let groups = try groups.groups(of: rows, context)
        count += groups.count
        found.append(Found(morsel: morsel, groups: .success(groups)))
      } catch {
        found.append(Found(morsel: morsel, groups: .failure(error)))
        return
      }
    }
  }
}

extension PropertyGraph {
  /// Whether a key tells the nodes of a scan apart, each with a value of its own.
  fileprivate func isApart(_ plan: PartitionedPlan, _ kind: PartitionedPlan.KeyKind) -> Bool {
    guard case .property(let key) = kind else { return true }
    let nodes = members(plan.label)
    let column = nodeProperties.column(key, of: nodes)
    guard !column.isNull().contains(true) else { return false }
    var keys = ColumnKeys()
    _ = keys.numbers(column)
    return keys.count == nodes.count
  }
}
