import Dispatch
import GraphModel
import Synchronization

/// Finds rows from the nodes of a scan on several threads, some nodes at a time.
final class PartitionRun {
  /// Makes the operators of one thread.
  typealias MakeWorker = () throws(QueryError) -> PartitionWorker

  private let plan: PartitionedPlan
  private let makeWorker: MakeWorker
  private var workers: [PartitionWorker] = []
  private var partition = Partition(nodes: [], workerCount: 1)
  private var argument = DataChunk(slotCount: 0, count: 0)

  /// Below so many nodes nothing is gained.
  private static let fewestNodes = 512

  init(_ plan: PartitionedPlan, makeWorker: @escaping MakeWorker) {
    self.plan = plan
    self.makeWorker = makeWorker
  }

  /// Whether there are nodes enough, and one row that they are looked for from.
  func isWorthwhile(_ context: ExecutionContext, argument: DataChunk) -> Bool {
    argument.count == 1 && context.graph.nodeCount(labelled: plan.label) >= Self.fewestNodes
  }

  /// Makes the operators, and begins with the first node.
  func start(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    context.graph.prepareAdjacency()
    while workers.count < ExecutionContext.threadLimit { workers.append(try makeWorker()) }
    let nodes = context.graph.members(plan.label)
    partition = Partition(nodes: nodes, workerCount: workers.count)
    self.argument = argument
  }

  /// Lets all threads work until there are some rows; returns what each morsel has given, in order,
  /// or `nil` when no nodes are left.
  func next(_ context: ExecutionContext) throws(QueryError) -> [DataChunk]? {
    guard !partition.isEmpty else { return nil }
    try context.check()
    let next = Atomic(partition.next)
    let (partition, argument, node) = (partition, argument, plan.node)
    nonisolated(unsafe) let workers = workers
    nonisolated(unsafe) let contexts = unsafe workers.map { _ in context.forAnotherThread() }
    unsafe DispatchQueue.concurrentPerform(iterations: workers.count) { index in
      unsafe workers[index].run(contexts[index], next, partition, argument, node)
    }
    self.partition.next = min(next.load(ordering: .relaxed), partition.count)
    var found = unsafe workers.flatMap { $0.takeFound() }
    found.sort { $0.morsel < $1.morsel }
    var chunks: [DataChunk] = []
    for morsel in found { chunks.append(try morsel.rows.get()) }
    return chunks
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

/// Makes one chunk of all rows of an operator, as often as it is asked.
protocol RowGathering {
  func gathered(_ rows: any PhysicalOperator, _ context: ExecutionContext) throws(QueryError)
    -> DataChunk
}

/// Finds the rows of some nodes, on one thread at a time.
final class PartitionWorker {
  /// Holds the rows of a morsel, or why there are none.
  struct Found {
    let morsel: Int
    let rows: Result<DataChunk, QueryError>
  }

  private let rows: any PhysicalOperator
  private let gathering: any RowGathering
  private var found: [Found] = []

  /// After so many rows the others are waited for.
  private static let rowsPerRound = 32_768

  init(_ rows: any PhysicalOperator, _ gathering: any RowGathering) {
    self.rows = rows
    self.gathering = gathering
  }

  /// Returns what was found since the last time.
  func takeFound() -> [Found] {
    defer { found = [] }
    return found
  }

  /// Takes one morsel after the other until there are many rows, or an error.
  func run(
    _ context: ExecutionContext,
    _ next: borrowing Atomic<Int>,
    _ partition: Partition,
    _ argument: DataChunk,
    _ node: Slot
  ) {
    var count = 0
    while count < Self.rowsPerRound {
      let morsel = next.add(1, ordering: .relaxed).oldValue
      guard morsel < partition.count else { return }
      do throws(QueryError) {
        let nodes = partition.morsel(morsel)
        var chunk = argument.gathered(ContiguousArray(repeating: 0, count: nodes.count))
        chunk.fill(node, with: .nodes(nodes))
        try rows.open(context, argument: chunk)
        let gathered = try gathering.gathered(rows, context)
        count += gathered.count
        found.append(Found(morsel: morsel, rows: .success(gathered)))
      } catch {
        found.append(Found(morsel: morsel, rows: .failure(error)))
        return
      }
    }
  }
}
