internal import Synchronization

/// Keeps what each thread works with from one parallel loop to the next.
struct Workers<State: Sendable>: Sendable {
  private final class Worker: Sendable {
    let state: Mutex<State>

    init(_ state: State) { self.state = Mutex(state) }
  }

  private let execution: Execution
  private let workers: [Worker]

  /// Makes one state per thread.
  init(_ execution: Execution, _ make: () -> State) {
    self.execution = execution
    workers = (0..<execution.threads).map { _ in Worker(make()) }
  }

  /// Runs `body` once per thread with its state; each draws ranges of `0..<n` from its `Portions`
  /// until none is left.
  func run(
    _ n: Int,
    portion: Int,
    _ body: @Sendable (Portions, inout State) throws -> Void
  ) throws {
    _ = try execution.parallel(n, portion: portion) { portions, part in
      try workers[part].state.withLock { try body(portions, &$0) }
    }
  }

  /// Lends the state of one thread.
  func withFirst(_ body: (inout State) throws -> Void) rethrows {
    try workers[0].state.withLock { try body(&$0) }
  }

  /// Lends the states one after the other.
  func forEach(_ body: (inout State) throws -> Void) rethrows {
    for worker in workers { try worker.state.withLock { try body(&$0) } }
  }
}
