/// Holds the elements of a column in the order of their texts.
///
/// An element is known by its place in the order. Elements of the same text are in ascending order.
public struct ImageTextOrder: Sendable {
  /// Holds what an image has of it.
  struct Sections: Sendable {
    /// Elements in the order of the bytes of their texts.
    let elements: ImageIndices
    /// Places in `elements`, in the order of the bytes read backwards.
    let backwards: ImageIndices
    /// The first bytes of some texts, from either end.
    let heads: TextHeads
    let tails: TextHeads
  }

  private let column: ImageColumn
  private let sections: Sections

  init(_ column: ImageColumn, _ sections: Sections) {
    self.column = column
    self.sections = sections
  }

  /// Returns the places of the texts that begin with some bytes.
  ///
  /// Complexity: O(log n) texts are looked at.
  public func places(withPrefix prefix: [UInt8]) -> Range<Int> {
    range(sections.heads, prefix) { place in
      unsafe withText(at: place) { text in
        for (index, byte) in prefix.enumerated() {
          guard index < text.count else { return -1 }
          let own = unsafe text[index]
          if own != byte { return own < byte ? -1 : 1 }
        }
        return 0
      }
    }
  }

  /// Returns the places of the texts that end with some bytes, in no order.
  ///
  /// Complexity: O(log n) texts are looked at.
  public func places(withSuffix suffix: [UInt8]) -> ContiguousArray<UInt32> {
    let reversed = Array(suffix.reversed())
    let found = range(sections.tails, reversed) { place in
      unsafe withText(at: Int(sections.backwards[place])) { text in
        for (index, byte) in reversed.enumerated() {
          guard index < text.count else { return -1 }
          let own = unsafe text[text.count - 1 - index]
          if own != byte { return own < byte ? -1 : 1 }
        }
        return 0
      }
    }
    return sections.backwards.numbers(found)
  }

  /// Returns the elements at consecutive places.
  public func elements(at places: Range<Int>) -> ContiguousArray<UInt32> {
    sections.elements.numbers(places)
  }

  /// Returns how many of the elements at consecutive places are in a range.
  public func count(at places: Range<Int>, in range: Range<UInt32>) -> Int {
    let (few, length) = (1_024, UInt32(range.count))
    return unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: few) { elements in
      guard let first = elements.baseAddress else { return 0 }
      var count = 0
      for start in stride(from: places.lowerBound, to: places.upperBound, by: few) {
        let end = min(start + few, places.upperBound)
        unsafe sections.elements.copy(start..<end, to: first)
        for index in 0..<end - start {
          let distance = unsafe first[index] &- range.lowerBound
          count &+= distance < length ? 1 : 0
        }
      }
      return count
    }
  }

  /// Returns the elements at some places.
  public func elements(at places: ContiguousArray<UInt32>) -> ContiguousArray<UInt32> {
    sections.elements.numbers(at: places)
  }

  /// Returns those of some places whose texts have nearly so many bytes and fulfil a condition.
  package func places(
    _ places: ContiguousArray<UInt32>,
    withBytes count: ClosedRange<Int>,
    where isWanted: (UnsafeRawBufferPointer) -> Bool
  ) -> ContiguousArray<UInt32> {
    let codes = column.textCodes(of: elements(at: places))
    var kept: ContiguousArray<UInt32> = []
    for (row, place) in places.enumerated() {
      let isKept = unsafe column.texts.withBytes(Int(codes[row])) { text in
        unsafe count.contains(text.count) && isWanted(text)
      }
      if isKept { kept.append(place) }
    }
    return kept
  }

  private func withText<Result>(at place: Int, _ body: (UnsafeRawBufferPointer) -> Result)
    -> Result
  {
    guard let value = column.place(of: sections.elements[place]) else {
      return unsafe body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    return unsafe column.texts.withBytes(Int(truncatingIfNeeded: column.numbers[value]), body)
  }

  /// Returns the places for which a number, which is negative up to some place and positive from
  /// another one on, is 0; that is where texts begin with some bytes.
  private func range(
    _ heads: TextHeads,
    _ prefix: [UInt8],
    sign: (Int) -> Int
  ) -> Range<Int> {
    let bounds = heads.bounds(of: prefix, among: sections.elements.count)
    let first = bounds.first.partition { sign($0) < 0 }
    // A forged image can say that the end is before the first one.
    let start = max(first, bounds.end.lowerBound)
    return first..<(start..<max(start, bounds.end.upperBound)).partition { sign($0) <= 0 }
  }
}

extension ImageColumn {
  /// The order of the texts of a column; `nil` where the image has none.
  public var textOrder: ImageTextOrder? { order.map { ImageTextOrder(self, $0) } }
}
