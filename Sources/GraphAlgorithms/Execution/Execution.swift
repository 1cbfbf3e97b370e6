internal import Dispatch
internal import Synchronization

/// Says with how many threads an algorithm runs and who may stop it.
///
/// Results are the same for every number of threads.
public struct Execution: Sendable {
  /// How many parts of the work may run at once, at least 1.
  public let threads: Int
  private let check: @Sendable () throws -> Void
  private let account: @Sendable (Int) throws -> Void

  /// Makes the terms of a run.
  ///
  /// `check` is asked about every 100,000 steps, and `account` is told how many bytes are needed
  /// where that grows faster than the input; both from any thread. What they throw ends the
  /// algorithm and reaches its caller unchanged.
  public init(
    threads: Int = 1,
    check: @escaping @Sendable () throws -> Void = {},
    account: @escaping @Sendable (Int) throws -> Void = { _ in }
  ) {
    self.threads = max(1, threads)
    self.account = account
    self.check = check
  }

  /// Throws what ends the run.
  public func proceed() throws { try check() }

  /// Tells that so many more bytes are needed; throws where that is too much.
  public func reserve(bytes: Int) throws { try account(bytes) }

  /// Runs `body` once per thread and returns what each returned, in no order that depends on `n`.
  ///
  /// Each draws ranges of `0..<n` from its `Portions` until none is left.
  func parallel<Result: Sendable>(
    _ n: Int,
    portion: Int,
    _ body: @Sendable (Portions) throws -> Result
  ) throws -> [Result] {
    try parallel(n, portion: portion) { portions, _ in try body(portions) }
  }

  /// Does the same with the number of the part, below that of threads.
  func parallel<Result: Sendable>(
    _ n: Int,
    portion: Int,
    _ body: @Sendable (Portions, Int) throws -> Result
  ) throws -> [Result] {
    try proceed()
    let portions = Portions(count: n, portion: portion, execution: self)
    let parts = min(threads, max(1, (n + portion - 1) / portion))
    guard parts > 1 else { return [try body(portions, 0)] }
    let results = Mutex<[Swift.Result<Result, any Error>]>([])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let result = Swift.Result { try body(portions, part) }
      if case .failure = result { portions.stop() }
      results.withLock { $0.append(result) }
    }
    return try results.withLock { try $0.map { try $0.get() } }
  }
}

/// Hands out consecutive ranges of a count to several threads.
final class Portions: Sendable {
  private let count: Int
  private let portion: Int
  private let execution: Execution
  private let place = Atomic(0)

  init(count: Int, portion: Int, execution: Execution) {
    self.count = count
    self.portion = portion
    self.execution = execution
  }

  /// Returns a range that nobody else gets; `nil` when none is left.
  func next() throws -> Range<Int>? {
    try execution.proceed()
    let start = place.add(portion, ordering: .relaxed).oldValue
    return start < count ? start..<min(count, start + portion) : nil
  }

  /// Leaves nothing for the others, after a failure.
  func stop() { place.store(count, ordering: .relaxed) }
}

/// Counts steps of a sequential loop and asks now and then whether to go on.
struct StepCounter {
  private static let interval = 100_000
  private let execution: Execution
  private var left = Self.interval

  init(_ execution: Execution) { self.execution = execution }

  mutating func advance(_ steps: Int = 1) throws {
    left -= steps
    guard left <= 0 else { return }
    left = Self.interval
    try execution.proceed()
  }
}
