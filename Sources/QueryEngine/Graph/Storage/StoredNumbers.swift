import GraphModel

/// Holds a number per element: of an image those that it has, changed or not, then those added.
struct StoredNumbers {
  private let base: ImageIndices
  private var changed: [UInt32: UInt32] = [:]
  private var added: ContiguousArray<UInt32> = []

  init(_ base: ImageIndices = .empty) { self.base = base }

  /// The number of elements.
  var count: Int { base.count + added.count }

  /// The number of elements of the image.
  var baseCount: Int { base.count }

  /// Whether any of them has another number now.
  var hasChanges: Bool { !changed.isEmpty }

  /// The number of an element.
  subscript(index: Int) -> UInt32 {
    @inline(__always) get {
      guard index < base.count else { return added[index - base.count] }
      if !changed.isEmpty, let number = changed[UInt32(index)] { return number }
      return base[index]
    }
    set {
      if index < base.count {
        changed[UInt32(index)] = newValue
      } else {
        added[index - base.count] = newValue
      }
    }
  }

  /// Adds an element.
  mutating func append(_ number: UInt32) { added.append(number) }
}
