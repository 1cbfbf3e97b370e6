import Foundation
import GraphModel

/// Holds for nodes at what distance and over which relationship a search came to them.
///
/// A search that comes to few nodes has their marks in a small table, which stays in the caches of
/// the processor; one that comes to many has a place for every node of the graph. Clearing takes no
/// time: marks of earlier searches have an earlier number. So a graph keeps marks for the next search.
@safe final class SearchMarks {
  /// All zero where no search was.
  private struct Mark {
    var node: UInt32
    var search: UInt32
    var distance: Int32
    var step: UInt32
  }

  /// Holds places for marks; the system gives memory, full of zeros, page by page where it is first
  /// written to.
  @unsafe private struct Places {
    var marks: UnsafeMutablePointer<Mark>?
    var count = 0
    /// The number of the last search that used them.
    var search: UInt32 = 0

    /// Prepares for a search with at least so many places.
    mutating func begin(_ wanted: Int) throws(QueryError) {
      unsafe search &+= 1
      guard unsafe wanted > count || search == 0 else { return }
      unsafe free(marks)
      unsafe (search, count) = (1, wanted)
      unsafe marks = calloc(max(1, wanted), MemoryLayout<Mark>.stride)?.bindMemory(
        to: Mark.self,
        capacity: max(1, wanted)
      )
      guard unsafe marks == nil else { return }
      unsafe count = 0
      throw .memoryLimit
    }
  }

  /// An open hash table, of which a search uses the first places only.
  private var table = unsafe Places()
  /// One place for each node.
  private var all = unsafe Places()
  private var isTable = true
  /// The marks that are used, and the number of the search in them.
  private var marks: UnsafeMutablePointer<Mark>?
  private var search: UInt32 = 0
  /// One less than the places of the table that are used, a power of two.
  private var mask = 0
  private var markedCount = 0
  private var nodeCapacity = 0

  private static let fewPlaces = 1 << 12
  private static let mostPlaces = 1 << 16

  init() {}

  deinit {
    unsafe free(table.marks)
    unsafe free(all.marks)
  }

  /// Forgets all marks, and makes room for nodes below a number.
  func clear(capacity: Int) throws(QueryError) {
    nodeCapacity = capacity
    markedCount = 0
    isTable = true
    mask = Self.fewPlaces - 1
    unsafe try table.begin(Self.mostPlaces)
    unsafe (marks, search) = unsafe (table.marks, table.search)
  }

  /// The place for the mark of a node; `nil` for one that is not below the capacity, which no search
  /// comes to.
  @inline(__always)
  private func place(_ node: UInt32) -> UnsafeMutablePointer<Mark>? {
    guard let marks = unsafe marks, Int(node) < nodeCapacity else { return nil }
    guard isTable else { return unsafe marks + Int(node) }
    var place = Int((node &* 0x9E37_79B1) &>> 12) & mask
    // There are always free places.
    while unsafe marks[place].search == search, unsafe marks[place].node != node {
      place = (place &+ 1) & mask
    }
    return unsafe marks + place
  }

  /// Returns the distance of a node; `nil` if the search has not come to it.
  @inline(__always)
  func distance(_ node: UInt32) -> Int? {
    guard let mark = unsafe place(node)?.pointee, mark.search == search else { return nil }
    return Int(mark.distance)
  }

  /// The relationship over which the search came to a node that it has come to.
  func step(_ node: UInt32) -> UInt32 {
    guard let mark = unsafe place(node)?.pointee, mark.search == search else { return Column.null }
    return mark.step
  }

  /// Marks a node; returns false if it was marked before.
  @inline(__always)
  func mark(_ node: UInt32, distance: Int, step: UInt32) throws(QueryError) -> Bool {
    guard let place = unsafe place(node), unsafe place.pointee.search != search else {
      return false
    }
    let distance = Int32(clamping: distance)
    unsafe place.pointee = Mark(node: node, search: search, distance: distance, step: step)
    markedCount &+= 1
    if isTable, markedCount &* 2 > mask { try grow() }
    return true
  }

  /// Moves the marks to more places.
  @inline(never)
  private func grow() throws(QueryError) {
    guard let old = unsafe marks else { return }
    let kept = (0...mask).compactMap { unsafe old[$0].search == search ? old[$0] : nil }
    if mask < Self.mostPlaces - 1 {
      mask = mask * 4 + 3
      unsafe try table.begin(Self.mostPlaces)
      unsafe (marks, search) = unsafe (table.marks, table.search)
    } else {
      isTable = false
      unsafe try all.begin(nodeCapacity)
      unsafe (marks, search) = unsafe (all.marks, all.search)
    }
    for mark in kept {
      guard let place = unsafe place(mark.node) else { continue }
      unsafe place.pointee = mark
      unsafe place.pointee.search = search
    }
  }

  /// Returns the relationships from a node back to where the search began.
  func way(from node: UInt32, _ table: borrowing RelationshipTable) -> ContiguousArray<UInt32> {
    var way: ContiguousArray<UInt32> = []
    var node = node
    while step(node) != Column.null {
      way.append(step(node))
      node = table.otherEnd(of: step(node), from: node)
    }
    return way
  }
}

/// Keeps marks between searches; several searches may run at the same time, one inside another.
final class SearchMarksPool {
  private var free: [SearchMarks] = []

  /// Takes marks out, for one search.
  func take() -> SearchMarks { free.popLast() ?? SearchMarks() }

  /// Puts marks back.
  func put(_ marks: SearchMarks) { free.append(marks) }
}
