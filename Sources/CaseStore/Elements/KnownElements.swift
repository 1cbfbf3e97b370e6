import Synchronization

/// What many elements have in common, as far as it was read at one position of the log: no row of it
/// ever changes, and whoever adds one adds an entry to the log.
struct KnownElements {
  var shapes: [Int64: Shape] = [:]
  var shapeIDs: [Shape: Int64] = [:]
  var ranges: KeyRanges?
}

/// Keeps what the last transaction knew for the next one, which would read it again.
final class KnownElementsCache: Sendable {
  /// Of so many shapes nothing is kept.
  private static let maximumShapes = 1000

  private let kept = Mutex<(position: Int64, known: KnownElements)?>(nil)

  /// Returns what was known at a position of the log.
  func known(at position: Int64) -> KnownElements {
    kept.withLock { kept in
      guard let kept, kept.position == position else { return KnownElements() }
      return kept.known
    }
  }

  /// Keeps what is known at a position of the log, once what is there is committed.
  func keep(_ known: KnownElements, at position: Int64) {
    let isSmall = max(known.shapes.count, known.shapeIDs.count) <= Self.maximumShapes
    kept.withLock { $0 = isSmall ? (position, known) : nil }
  }
}
