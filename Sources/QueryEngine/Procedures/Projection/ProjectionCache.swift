import Synchronization

/// Keeps the projections of a graph as long as that does not change, those used last.
///
/// Graphs that begin from the same snapshot share one, so that queries one after the other do not
/// project the same again.
final class ProjectionCache: Sendable {
  /// The most bytes that are kept, but for a single projection.
  private static let capacity = 512 << 20

  private struct Entry {
    let key: ProjectionKey
    let projection: GraphProjection
  }

  /// The entry used last stands at the end.
  private let entries = Mutex<[Entry]>([])

  /// Returns a projection that was kept.
  func projection(_ key: ProjectionKey) -> GraphProjection? {
    entries.withLock { entries in
      guard let place = entries.firstIndex(where: { $0.key == key }) else { return nil }
      let entry = entries.remove(at: place)
      entries.append(entry)
      return entry.projection
    }
  }

  /// Keeps a projection; those used longest ago make room.
  func keep(_ projection: GraphProjection, for key: ProjectionKey) {
    entries.withLock { entries in
      entries.removeAll { $0.key == key }
      entries.append(Entry(key: key, projection: projection))
      var bytes = entries.reduce(0) { $0 + $1.projection.byteCount }
      while bytes > Self.capacity, entries.count > 1 {
        bytes -= entries.removeFirst().projection.byteCount
      }
    }
  }

  /// The number of projections that are kept.
  var count: Int { entries.withLock { $0.count } }
}
