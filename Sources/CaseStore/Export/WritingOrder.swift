import Foundation
import GraphModel

/// Hands parts of a file out to several threads, and writes what they make of them in the order of
/// the parts.
///
/// Who is ahead of the others goes on with another part, up to a limit.
final class WritingOrder: @unchecked Sendable {
  // Unchecked because the condition guards what changes.

  private let partCount: Int
  private let write: (ByteBuffer) throws -> Void
  private let condition = NSCondition()
  private var handedOut = 0
  private var written = 0
  private var isWriting = false
  private var spare: [ByteBuffer]
  /// What was made of parts and is not yet written.
  private var made: [Int: ByteBuffer] = [:]
  private var failure: (any Error)?

  /// - Parameter spare: Buffers, of which there must be one.
  init(partCount: Int, spare: [ByteBuffer], write: @escaping (ByteBuffer) throws -> Void) {
    self.partCount = partCount
    self.spare = spare
    self.write = write
  }

  /// Returns the part that the caller is to make next, and an empty buffer for it; `nil` where none
  /// is left, or one could not be written.
  func next() -> (part: Int, bytes: ByteBuffer)? {
    condition.withLock {
      // Who has the first part that is not written has a buffer, so that somebody always goes on.
      while spare.isEmpty, failure == nil, handedOut < partCount { condition.wait() }
      guard handedOut < partCount, failure == nil, let bytes = spare.popLast() else { return nil }
      bytes.removeAll()
      handedOut += 1
      return (handedOut - 1, bytes)
    }
  }

  /// Takes what was made of a part, and writes all whose turn it is unless another thread does.
  func take(_ part: Int, _ bytes: ByteBuffer) {
    condition.lock()
    defer { condition.unlock() }
    made[part] = bytes
    guard !isWriting else { return }
    isWriting = true
    while failure == nil, let bytes = made.removeValue(forKey: written) {
      condition.unlock()
      let result = Result { try write(bytes) }
      condition.lock()
      if case .failure(let error) = result { failure = error }
      written += 1
      spare.append(bytes)
      condition.broadcast()
    }
    isWriting = false
  }

  /// Throws what was thrown by the first part that could not be written.
  func finish() throws {
    if let failure = condition.withLock({ failure }) { throw failure }
  }
}
