import Backchannel
import Dispatch
import Synchronization

/// Work that is done on another thread while the caller does something else.
final class Meanwhile<Value: Sendable>: Sendable {
  private let work: @Sendable () throws(BackchannelError) -> Value
  private let result = Mutex<Result<Value, BackchannelError>?>(nil)

  /// Begins with the work.
  init(_ work: @escaping @Sendable () throws(BackchannelError) -> Value) {
    self.work = work
    DispatchQueue.global(qos: .userInitiated).async { _ = self.done() }
  }

  /// Returns what came out of it, as often as it is asked, when that is known.
  func value() throws(BackchannelError) -> Value { try done().get() }

  /// Whoever comes first does the work, and all others wait for it.
  private func done() -> Result<Value, BackchannelError> {
    result.withLock { result in
      let known = result ?? Result(catching: work)
      result = known
      return known
    }
  }
}
