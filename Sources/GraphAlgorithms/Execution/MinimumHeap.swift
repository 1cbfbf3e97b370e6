/// Keeps elements so that the least is found first: a binary heap.
struct MinimumHeap<Element: Comparable> {
  private var elements: ContiguousArray<Element> = []

  var isEmpty: Bool { elements.isEmpty }

  /// Adds an element.
  ///
  /// O(log n).
  mutating func insert(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0, elements[child] < elements[(child - 1) / 2] {
      elements.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes the least element out.
  ///
  /// O(log n).
  mutating func popMinimum() -> Element? {
    guard let last = elements.popLast() else { return nil }
    guard let least = elements.first else { return last }
    elements[0] = last
    var parent = 0
    while 2 * parent + 1 < elements.count {
      var child = 2 * parent + 1
      if child + 1 < elements.count, elements[child + 1] < elements[child] { child += 1 }
      guard elements[child] < elements[parent] else { break }
      elements.swapAt(child, parent)
      parent = child
    }
    return least
  }
}

/// A node waiting in a heap, ordered by key and then by node.
struct QueuedNode<Key: Comparable>: Comparable {
  let key: Key
  let node: UInt32

  static func < (left: Self, right: Self) -> Bool {
    left.key != right.key ? left.key < right.key : left.node < right.node
  }
}
