/// Holds the elements of an image that have a label, or a type, in ascending order.
public enum ImageMembers: Sendable {
  /// Elements that follow one another.
  case run(Range<UInt32>)
  /// Any others.
  case list(ImageIndices)

  /// How many there are.
  public var count: Int {
    switch self {
    case .run(let range): range.count
    case .list(let indices): indices.count
    }
  }

  /// Appends all of them to an array.
  public func append(to elements: inout ContiguousArray<UInt32>) {
    switch self {
    case .run(let range): elements.append(contentsOf: range)
    case .list(let indices): indices.append(0..<indices.count, to: &elements)
    }
  }

  /// The elements, where they follow one another.
  public var run: Range<UInt32>? {
    if case .run(let range) = self { range } else { nil }
  }
}
