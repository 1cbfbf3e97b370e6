import Foundation
import GraphModel
import Synchronization

/// Holds what the operators of one run share.
final class ExecutionContext {
  /// The graph that is read and changed.
  let graph: PropertyGraph
  /// The parameters of the query.
  let parameters: [String: Value]
  /// The clock, the random numbers and the graph that functions see.
  let functions: FunctionContext
  /// The procedures that may be called.
  let procedures: ProcedureCatalog
  /// The number of slots of every chunk; final once all expressions are compiled.
  var slotCount: Int
  /// What the run may use.
  let limits: QueryLimits
  /// The flag by which somebody else ends the run.
  let cancellation: CancellationFlag
  /// The folder from which LOAD CSV may read.
  let loadFolder: String?
  /// The number of the run, which no other has.
  let run: Int
  private let deadline: ContinuousClock.Instant?
  private let memory: MemoryUse
  private static let lastRun = Atomic(0)

  /// How many threads work on one query at the same time.
  static let threadLimit = max(1, min(8, ProcessInfo.processInfo.activeProcessorCount))

  init(
    graph: PropertyGraph,
    parameters: [String: Value],
    functions: FunctionContext,
    procedures: ProcedureCatalog,
    slotCount: Int,
    limits: QueryLimits = QueryLimits(),
    cancellation: CancellationFlag = CancellationFlag(),
    loadFolder: String? = nil
  ) {
    self.graph = graph
    self.parameters = parameters
    self.functions = functions
    self.procedures = procedures
    self.slotCount = slotCount
    self.limits = limits
    self.cancellation = cancellation
    self.loadFolder = loadFolder
    run = Self.lastRun.wrappingAdd(1, ordering: .relaxed).newValue
    deadline = limits.time.map { .now + $0 }
    memory = MemoryUse()
  }

  /// Shares all that several threads may share with the context of another thread.
  private init(sharing context: ExecutionContext) {
    graph = context.graph
    parameters = context.parameters
    functions = context.functions
    procedures = context.procedures
    slotCount = context.slotCount
    limits = context.limits
    cancellation = context.cancellation
    loadFolder = context.loadFolder
    run = context.run
    deadline = context.deadline
    memory = context.memory
  }

  /// Returns the context for a thread that reads what this one reads, counts the memory together with
  /// it, and ends when it must end.
  func forAnotherThread() -> ExecutionContext { ExecutionContext(sharing: self) }

  /// Throws when the run was cancelled or takes too long; to be called once per chunk.
  func check() throws(QueryError) { try Self.check(cancellation, deadline) }

  /// Does what `check` does, from any thread.
  var checker: @Sendable () throws(QueryError) -> Void {
    let (cancellation, deadline) = (cancellation, deadline)
    return { () throws(QueryError) in try Self.check(cancellation, deadline) }
  }

  private static func check(
    _ cancellation: CancellationFlag,
    _ deadline: ContinuousClock.Instant?
  ) throws(QueryError) {
    if cancellation.isSet {
      throw QueryError(.cancelled, .runtime, "the query was cancelled")
    }
    if let deadline, .now > deadline {
      throw QueryError(
        .timeLimit,
        .runtime,
        "the query takes longer than its time limit",
        remedy: "ask for less, or allow more time"
      )
    }
  }

  /// How much more memory may be counted; `nil` without a limit.
  var freeBytes: Int? { limits.memoryBytes.map { max(0, $0 - memory.add(0)) } }

  /// The most memory that was counted at one time.
  var peakBytes: Int { memory.peak }

  /// Counts memory as free again.
  func release(bytes: Int) { memory.add(-bytes) }

  /// Counts memory that a blocking operator keeps; throws beyond the limit.
  func account(bytes: Int) throws(QueryError) {
    let used = memory.add(bytes)
    guard let limit = limits.memoryBytes, used > limit else { return }
    throw .memoryLimit
  }
}

extension QueryError {
  /// The error of a run that keeps more than it may.
  static var memoryLimit: QueryError {
    QueryError(
      .memoryLimit,
      .runtime,
      "the query needs more memory than its limit",
      remedy: "ask for less, or allow more memory"
    )
  }
}

/// Counts the memory that the operators of a run keep, on all threads.
private final class MemoryUse: Sendable {
  private let bytes = Atomic(0)
  private let highest = Atomic(0)

  /// The most that was counted at one time.
  var peak: Int { highest.load(ordering: .relaxed) }

  /// Adds to the count and returns it.
  @discardableResult
  func add(_ change: Int) -> Int {
    let count = bytes.wrappingAdd(change, ordering: .relaxed).newValue
    if count > peak { highest.max(count, ordering: .relaxed) }
    return count
  }
}

/// Says what a query may use.
public struct QueryLimits: Hashable, Sendable {
  /// Time on the clock; `nil` without a limit.
  public var time: Duration?
  /// Memory kept by blocking operators; `nil` without a limit.
  public var memoryBytes: Int?
  /// Rows of the result; `nil` without a limit.
  public var rows: Int?
  /// Whether clauses that change the graph are refused.
  public var isReadOnly: Bool

  /// Makes limits.
  public init(
    time: Duration? = nil,
    memoryBytes: Int? = nil,
    rows: Int? = nil,
    isReadOnly: Bool = false
  ) {
    self.time = time
    self.memoryBytes = memoryBytes
    self.rows = rows
    self.isReadOnly = isReadOnly
  }
}

/// Tells a running query from another thread to end.
public final class CancellationFlag: Sendable {
  private let flag = Atomic(false)

  /// Makes a flag that is not set.
  public init() {}

  /// Whether the query shall end.
  public var isSet: Bool { flag.load(ordering: .relaxed) }

  /// Takes the word back, before another query.
  public func clear() { flag.store(false, ordering: .relaxed) }

  /// Tells the query to end.
  public func set() { flag.store(true, ordering: .relaxed) }
}
