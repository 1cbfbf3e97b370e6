import GraphModel

/// Holds indices in ascending order, each once; puts them in order when they are read.
///
/// Appending in ascending order costs nothing; anything else marks the list, and the next reader
/// pays once. A list that begins as one of an image reads that when it is first read itself.
struct IndexList {
  private var indices: ContiguousArray<UInt32> = []
  private var isStale = false
  private var base: ImageMembers?

  init(_ base: ImageMembers? = nil) { self.base = base }

  /// Adds an index.
  mutating func add(_ index: UInt32) {
    if let last = indices.last, last >= index { isStale = true }
    indices.append(index)
  }

  /// Tells that an index no longer belongs to the list.
  mutating func markRemoval() { isStale = true }

  /// Returns the indices that still belong to the list.
  mutating func ordered(where belongs: (UInt32) -> Bool) -> ContiguousArray<UInt32> {
    if let base { load(base) }
    guard isStale else { return indices }
    var kept: ContiguousArray<UInt32> = []
    kept.reserveCapacity(indices.count)
    for index in indices.sorted() where index != kept.last && belongs(index) { kept.append(index) }
    indices = kept
    isStale = false
    return indices
  }

  private mutating func load(_ base: ImageMembers) {
    let added = indices
    indices = []
    indices.reserveCapacity(base.count + added.count)
    base.append(to: &indices)
    self.base = nil
    for index in added { add(index) }
  }
}
