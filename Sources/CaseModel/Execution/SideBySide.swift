import Dispatch
import Synchronization

/// Works on parts of long lists side by side, with the same results as one after the other.
enum SideBySide {
  /// Parts of fewer elements are not worth another thread.
  private static let smallestPart = 4_096
  /// More parts than threads, since parts differ in what they take.
  private static let mostParts = 32

  /// Returns what `body` makes of the parts of a range, in their order.
  static func map<Result: Sendable>(
    _ range: Range<Int>,
    _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let count = min(mostParts, range.count / smallestPart)
    guard count > 1 else { return [body(range)] }
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { part in
      let (first, end) = (range.count * part / count, range.count * (part + 1) / count)
      let result = body(range.lowerBound + first..<range.lowerBound + end)
      results.withLock { $0[part] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Returns what `body` makes of the parts of a range, in their order, as one list.
  static func flatMap<Element: Sendable>(
    _ range: Range<Int>,
    _ body: @Sendable (Range<Int>) -> [Element]
  ) -> [Element] {
    let parts = map(range, body)
    return parts.count == 1 ? parts[0] : parts.flatMap(\.self)
  }

  /// Returns what two pieces of work on so many elements make.
  static func both<First: Sendable, Second: Sendable>(
    elementCount: Int,
    _ first: @Sendable () -> First,
    _ second: @Sendable () -> Second
  ) -> (First, Second) {
    guard elementCount >= 2 * smallestPart else { return (first(), second()) }
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      if part == 0 {
        let made = first()
        results.withLock { $0.0 = made }
      } else {
        let made = second()
        results.withLock { $0.1 = made }
      }
    }
    guard case (let one?, let other?) = results.withLock({ $0 }) else { return (first(), second()) }
    return (one, other)
  }
}
