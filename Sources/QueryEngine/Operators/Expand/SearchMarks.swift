import Foundation
import GraphModel

/// Holds for nodes at what distance and over which relationship a search came to them.
///
/// Clearing takes no time: marks of earlier searches have an earlier number. So a graph keeps marks for
/// the next search. Making them takes no time either: the system gives memory, full of zeros, page by
/// page where it is first written to.
@safe final class SearchMarks {
  /// All zero where no search was.
  private struct Mark {
    var search: UInt32
    var distance: Int32
    var step: UInt32
  }

  private var search: UInt32 = 0
  private var marks: UnsafeMutablePointer<Mark>?
  private var capacity = 0

  init() {}

  deinit { unsafe free(marks) }

  /// Forgets all marks, and makes room for nodes below a number.
  func clear(capacity wanted: Int) throws(QueryError) {
    search &+= 1
    guard wanted > capacity || search == 0 else { return }
    unsafe free(marks)
    (search, capacity) = (1, wanted)
    unsafe marks = calloc(wanted, MemoryLayout<Mark>.stride)?.bindMemory(
      to: Mark.self,
      capacity: wanted
    )
    guard unsafe marks != nil else {
      capacity = 0
      throw .memoryLimit
    }
  }

  /// The mark of a node; `nil` for one that is not below the capacity, which no search comes to.
  @inline(__always)
  private func mark(_ node: UInt32) -> UnsafeMutablePointer<Mark>? {
    guard let marks = unsafe marks, Int(node) < capacity else { return nil }
    return unsafe marks + Int(node)
  }

  /// Returns the distance of a node; `nil` if the search has not come to it.
  func distance(_ node: UInt32) -> Int? {
    guard let mark = unsafe mark(node)?.pointee, mark.search == search else { return nil }
    return Int(mark.distance)
  }

  /// The relationship over which the search came to a node that it has come to.
  func step(_ node: UInt32) -> UInt32 { unsafe mark(node)?.pointee.step ?? Column.null }

  /// Marks a node; returns false if it was marked before.
  func mark(_ node: UInt32, distance: Int, step: UInt32) -> Bool {
    guard let mark = unsafe mark(node), unsafe mark.pointee.search != search else { return false }
    unsafe mark.pointee = Mark(search: search, distance: Int32(clamping: distance), step: step)
    return true
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
