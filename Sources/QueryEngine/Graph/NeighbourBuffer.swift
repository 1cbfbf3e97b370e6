/// Holds relationships and the nodes at their other ends, in memory that is used again and again.
@safe final class NeighbourBuffer {
  /// Stands behind a pointer, so that every access is one to memory alone.
  @unsafe private struct State {
    var relationships: UnsafeMutablePointer<UInt32>
    var nodes: UnsafeMutablePointer<UInt32>
    var count = 0
    var capacity = 0
    var touched: UInt32 = 0
  }

  private let state: UnsafeMutablePointer<State>
  /// Whether somebody asks for the relationships; they may be anything where it is false.
  let needsRelationships: Bool

  init(needsRelationships: Bool = true) {
    self.needsRelationships = needsRelationships
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(
      to: State(relationships: .allocate(capacity: 0), nodes: .allocate(capacity: 0))
    )
  }

  deinit {
    unsafe state.pointee.relationships.deallocate()
    unsafe state.pointee.nodes.deallocate()
    unsafe state.deallocate()
  }

  /// The relationships.
  @inline(__always)
  var relationships: UnsafeMutablePointer<UInt32> { unsafe state.pointee.relationships }

  /// The nodes, as many.
  @inline(__always)
  var nodes: UnsafeMutablePointer<UInt32> { unsafe state.pointee.nodes }

  /// How many there are.
  @inline(__always)
  var count: Int { unsafe state.pointee.count }

  /// Somewhere to put what is read only to have it near.
  @inline(__always)
  var touched: UInt32 {
    get { unsafe state.pointee.touched }
    set { unsafe state.pointee.touched = newValue }
  }

  /// Forgets all.
  func removeAll() { truncate(to: 0) }

  /// Forgets all but the first pairs, of which there must be as many.
  func truncate(to count: Int) { unsafe state.pointee.count = count }

  /// Adds `added` pairs, which `write` puts behind the others.
  @inline(__always)
  func append(
    _ added: Int,
    _ write: (_ relationships: UnsafeMutablePointer<UInt32>, _ nodes: UnsafeMutablePointer<UInt32>)
      -> Void
  ) {
    let count = count
    if unsafe count &+ added > state.pointee.capacity { grow(to: count + added) }
    unsafe write(relationships + count, nodes + count)
    unsafe state.pointee.count = count &+ added
  }

  /// Adds one pair.
  @inline(__always)
  func append(_ relationship: UInt32, _ node: UInt32) {
    unsafe append(1) { relationships, nodes in
      unsafe relationships.pointee = relationship
      unsafe nodes.pointee = node
    }
  }

  /// The pair at a place, which must be below the count.
  @inline(__always)
  subscript(index: Int) -> (relationship: UInt32, node: UInt32) {
    unsafe (relationships[index], nodes[index])
  }

  /// Removes the pairs from `start` on that are not wanted.
  @inline(__always)
  func keep(from start: Int, where isWanted: (_ relationship: UInt32, _ node: UInt32) -> Bool) {
    let (relationships, nodes) = unsafe (relationships, nodes)
    var kept = start
    for index in start..<count {
      let (relationship, node) = unsafe (relationships[index], nodes[index])
      unsafe relationships[kept] = relationship
      unsafe nodes[kept] = node
      kept &+= isWanted(relationship, node) ? 1 : 0
    }
    unsafe state.pointee.count = kept
  }

  /// Removes the pairs from `start` on whose nodes are not wanted.
  @inline(__always)
  func keepNodes(from start: Int, where isWanted: (_ node: UInt32) -> Bool) {
    guard !needsRelationships else { return keep(from: start) { isWanted($1) } }
    let nodes = unsafe nodes
    var kept = start
    for index in start..<count {
      let node = unsafe nodes[index]
      unsafe nodes[kept] = node
      kept &+= isWanted(node) ? 1 : 0
    }
    unsafe state.pointee.count = kept
  }

  private func grow(to wanted: Int) {
    let capacity = unsafe max(wanted, 2 * state.pointee.capacity, 2 * DataChunk.capacityRows)
    unsafe state.pointee.relationships = Self.moved(relationships, count, capacity)
    unsafe state.pointee.nodes = Self.moved(nodes, count, capacity)
    unsafe state.pointee.capacity = capacity
  }

  private static func moved(_ old: UnsafeMutablePointer<UInt32>, _ count: Int, _ capacity: Int)
    -> UnsafeMutablePointer<UInt32>
  {
    let new = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    unsafe new.moveInitialize(from: old, count: count)
    unsafe old.deallocate()
    return unsafe new
  }
}
