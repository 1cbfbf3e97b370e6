/// Finds circles among claims of which each names at most one other.
enum ClaimCircles {
  /// Returns each circle once, from its first claim on, in natural order of the first claims.
  ///
  /// Complexity: O(n log n) in the number of claims.
  static func circles(in next: [ClaimID: ClaimID]) -> [[ClaimID]] {
    var finished: Set<ClaimID> = []
    var circles: [[ClaimID]] = []
    for start in next.keys.sorted() {
      var path: [ClaimID] = []
      var places: [ClaimID: Int] = [:]
      var current: ClaimID? = start
      while let claim = current, !finished.contains(claim), places[claim] == nil {
        places[claim] = path.count
        path.append(claim)
        current = next[claim]
      }
      if let claim = current, let place = places[claim] {
        circles.append(fromFirst(Array(path[place...])))
      }
      finished.formUnion(path)
    }
    return circles.sorted { ($0.first ?? "") < ($1.first ?? "") }
  }

  /// Returns a circle as text, such as `c1 → c2 → c1`.
  static func text(_ circle: [ClaimID]) -> String {
    (circle + circle.prefix(1)).map(\.rawValue).joined(separator: " → ")
  }

  private static func fromFirst(_ circle: [ClaimID]) -> [ClaimID] {
    guard let first = circle.min(), let place = circle.firstIndex(of: first) else { return circle }
    return Array(circle[place...] + circle[..<place])
  }
}
