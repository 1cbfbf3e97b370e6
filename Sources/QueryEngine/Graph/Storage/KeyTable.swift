import GraphModel

/// Holds the names that elements have in a store: those of an image, then those added.
struct KeyTable {
  private let base: ImageKeys?
  private let baseCount: Int
  private var added: [UInt32: String] = [:]
  /// The elements with an added key; made by the first search.
  private var elements: [String: UInt32]?

  init() { (base, baseCount) = (nil, 0) }

  init(_ base: ImageKeys) { (self.base, baseCount) = (base, base.count) }

  /// The key of an element; those of an image keep theirs.
  subscript(element: UInt32) -> String? {
    get {
      guard let base, element < baseCount else { return added[element] }
      return base[Int(element)]
    }
    set {
      guard element >= baseCount else { return }
      if elements != nil {
        if let old = added[element], elements?[old] == element { elements?[old] = nil }
        if let newValue { elements?[newValue] = element }
      }
      added[element] = newValue
    }
  }

  /// Tells whether an element has a key.
  func hasKey(_ element: UInt32) -> Bool { element < baseCount || added[element] != nil }

  /// Returns the element that was given a key last; it may have been deleted.
  mutating func element(_ key: String) -> UInt32? {
    if let found = addedElements()[key] { return found }
    return base?.element(key)
  }

  private mutating func addedElements() -> [String: UInt32] {
    if let elements { return elements }
    let made = Dictionary(added.map { ($1, $0) }, uniquingKeysWith: max)
    elements = made
    return made
  }
}
