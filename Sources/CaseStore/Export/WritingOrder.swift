import Foundation

/// Hands parts of a file out to several threads, and lets them write in the order of the parts.
final class WritingOrder: @unchecked Sendable {
  // Unchecked because the condition guards what changes.

  private let partCount: Int
  private let condition = NSCondition()
  private var handedOut = 0
  private var written = 0
  private var failure: (any Error)?

  init(partCount: Int) { self.partCount = partCount }

  /// Returns the part that the caller is to write next; `nil` where none is left, or one could not
  /// be written.
  func next() -> Int? {
    condition.withLock {
      guard handedOut < partCount, failure == nil else { return nil }
      handedOut += 1
      return handedOut - 1
    }
  }

  /// Runs `body` when all parts before this one were written; not at all where one could not.
  func write(_ part: Int, _ body: () throws -> Void) {
    condition.lock()
    // Whoever has an earlier part waits for even earlier ones alone, so that somebody always goes on.
    while written < part { condition.wait() }
    let isWanted = failure == nil
    condition.unlock()
    let result = isWanted ? Result { try body() } : .success(())
    condition.withLock {
      if case .failure(let error) = result { failure = error }
      written += 1
      condition.broadcast()
    }
  }

  /// Throws what was thrown by the first part that could not be written.
  func finish() throws {
    if let failure = condition.withLock({ failure }) { throw failure }
  }
}
