import Synchronization

/// Keeps what the answer of a verb was made of until the program ends: the system takes memory back
/// at once, while to free millions of records one by one takes seconds.
enum UntilExit {
  private static let kept = Mutex<[any Sendable]>([])

  /// Keeps a value, where the program ends after the verb.
  static func keep(_ value: some Sendable) {
    guard Console.current.isProgram else { return }
    kept.withLock { $0.append(value) }
  }
}
