import GraphModel

/// Holds for nodes at what distance and over which relationship a search came to them.
///
/// Clearing takes no time: marks of earlier searches have an earlier number. So a graph keeps marks for
/// the next search.
struct SearchMarks {
  private struct Mark {
    var search: UInt32 = 0
    var distance: Int32 = 0
    var step: UInt32 = 0
  }

  private var search: UInt32 = 0
  private var marks: ContiguousArray<Mark> = []

  /// Forgets all marks.
  mutating func clear(capacity: Int) {
    let missing = capacity - marks.count
    if missing > 0 { marks.append(contentsOf: repeatElement(Mark(), count: missing)) }
    if search == .max {
      for node in marks.indices { marks[node].search = 0 }
      search = 0
    }
    search += 1
  }

  /// Returns the distance of a node; `nil` if the search has not come to it.
  func distance(_ node: UInt32) -> Int? {
    let mark = marks[Int(node)]
    return mark.search == search ? Int(mark.distance) : nil
  }

  /// The relationship over which the search came to a node that it has come to.
  func step(_ node: UInt32) -> UInt32 { marks[Int(node)].step }

  /// Marks a node; returns false if it was marked before.
  mutating func mark(_ node: UInt32, distance: Int, step: UInt32) -> Bool {
    guard marks[Int(node)].search != search else { return false }
    marks[Int(node)] = Mark(search: search, distance: Int32(clamping: distance), step: step)
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
  func put(_ marks: consuming SearchMarks) { free.append(marks) }
}
