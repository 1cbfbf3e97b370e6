import GraphModel

/// Finds all trails (walks without a repeated relationship) from a node, one after another, depth
/// first.
///
/// ```
/// visit(node, trail):
///   if length(trail) ≥ lower: emit trail
///   if length(trail) < upper:
///     for relationship, next in relationships(node): if it is not in trail: visit(next, trail + it)
/// ```
struct TrailSearch {
  /// Holds what is searched for.
  struct Pattern {
    let reader: NeighbourReader
    let lower: Int
    let upper: Int
    let condition: RelationshipCondition
  }

  /// The relationships of the current trail.
  private(set) var trail: ContiguousArray<UInt32> = []
  /// The node where the current trail ends.
  private(set) var end: UInt32 = 0
  private let pattern: Pattern
  private let row: Int
  private let candidates = NeighbourBuffer()
  private var frames: [Frame] = []
  private var isFresh = true
  private var steps = 0

  /// Holds which candidates continue a trail, and which of them is next.
  private struct Frame {
    let start: Int
    let end: Int
    var next: Int
  }

  init(_ pattern: Pattern, from node: UInt32, row: Int) {
    self.pattern = pattern
    self.row = row
    end = node
  }

  /// Goes to the next trail that is long enough; returns false when there are no more.
  mutating func advance(
    _ chunk: DataChunk,
    _ excluded: ExcludedRelationships,
    _ context: ExecutionContext
  ) throws(QueryError) -> Bool {
    if isFresh {
      isFresh = false
      try pushFrame(chunk, context)
      if pattern.lower <= 0, pattern.upper >= 0 { return true }
    }
    while let frame = frames.last {
      guard frame.next < frame.end else {
        popFrame(frame)
        continue
      }
      frames[frames.count - 1].next += 1
      let (relationship, node) = candidates[frame.next]
      guard !trail.contains(relationship), !excluded.contains(relationship, row: row) else {
        continue
      }
      trail.append(relationship)
      end = node
      steps += 1
      if steps.isMultiple(of: 4_096) { try context.check() }
      try pushFrame(chunk, context)
      if trail.count >= pattern.lower { return true }
    }
    return false
  }

  private mutating func pushFrame(
    _ chunk: DataChunk,
    _ context: ExecutionContext
  ) throws(QueryError) {
    let start = candidates.count
    if trail.count < pattern.upper {
      pattern.reader.read(end, to: candidates)
      try pattern.condition.filter(candidates, from: start, row: row, of: chunk, context)
    }
    frames.append(Frame(start: start, end: candidates.count, next: start))
  }

  private mutating func popFrame(_ frame: Frame) {
    frames.removeLast()
    if !trail.isEmpty { trail.removeLast() }
    candidates.truncate(to: frame.start)
  }
}
