import GraphModel

/// Gives texts of nodes by their places in the order of their bytes, which is that of their code
/// points; nodes with the same text are in ascending order.
protocol TextPlaces {
  /// Returns the places of the texts that begin with some bytes.
  func places(withPrefix prefix: [UInt8]) -> Range<Int>

  /// Returns the places of the texts that end with some bytes, in any order.
  func places(withSuffix suffix: [UInt8]) -> ContiguousArray<UInt32>

  /// Returns those of some places whose texts are within one edit of another.
  func places(_ places: ContiguousArray<UInt32>, withinOneEditOf text: [UInt8])
    -> ContiguousArray<UInt32>

  /// Returns the nodes at consecutive places.
  func nodes(at places: Range<Int>) -> ContiguousArray<UInt32>

  /// Returns the nodes at some places.
  func nodes(at places: ContiguousArray<UInt32>) -> ContiguousArray<UInt32>
}

extension TextPlaces {
  /// Returns the nodes whose text begins with another, in the order of their texts.
  ///
  /// Complexity: O(log n) and the number of nodes.
  func nodes(withPrefix prefix: String) -> ContiguousArray<UInt32> {
    nodes(at: places(withPrefix: Array(prefix.utf8)))
  }

  /// Returns the nodes whose text becomes another by inserting, removing or replacing one code point
  /// at most, in the order of their texts.
  ///
  /// One edit leaves the first half of a text or its second one as it is, so that only texts that
  /// begin with the one or end with the other need be looked at.
  func nodes(withinOneEditOf text: String) -> ContiguousArray<UInt32> {
    let wanted = Array(text.utf8)
    let middle = OneEdit.boundary(before: wanted.count / 2, in: wanted)
    let beginnings = places(withPrefix: Array(wanted[..<middle]))
    let endings = places(withSuffix: Array(wanted[middle...]))
    let others = endings.filter { !beginnings.contains(Int($0)) }
    var found = places(
      ContiguousArray(UInt32(beginnings.lowerBound)..<UInt32(beginnings.upperBound)),
      withinOneEditOf: wanted
    )
    found.append(contentsOf: places(ContiguousArray(others), withinOneEditOf: wanted))
    found.sort()
    return nodes(at: found)
  }
}

extension ImageTextOrder: TextPlaces {
  func places(_ places: ContiguousArray<UInt32>, withinOneEditOf text: [UInt8])
    -> ContiguousArray<UInt32>
  {
    // No code point has more than four bytes.
    unsafe self.places(places, withBytes: max(0, text.count - 4)...text.count + 4) { own in
      unsafe OneEdit.areWithin(own, text[...])
    }
  }

  func nodes(at places: Range<Int>) -> ContiguousArray<UInt32> { elements(at: places) }

  func nodes(at places: ContiguousArray<UInt32>) -> ContiguousArray<UInt32> {
    elements(at: places)
  }
}
