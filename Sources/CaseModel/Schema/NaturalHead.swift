/// Sorts places of texts in natural order by the first bytes in which the texts differ.
///
/// The ids of a register begin alike in a few ways and differ soon: eight bytes decide nearly all
/// comparisons, and where these are equal eight later ones do.
enum NaturalHead {
  /// Returns the places of texts in their natural order; those that are equal keep their order.
  ///
  /// Complexity: O(n log n).
  static func order(of texts: [String]) -> [Int] {
    var places = Array(texts.indices)
    sort(&places, texts)
    return places
  }

  /// Sorts ascending places.
  private static func sort(_ places: inout [Int], _ texts: [String]) {
    guard places.count > fewest else {
      return places.sort { NaturalOrder.isAscending(texts[$0], texts[$1]) }
    }
    let start = commonLength(places, texts)
    // Pairs are sorted, so that nothing but they need be looked at.
    var pairs = places.map { (head: head(of: texts[$0], from: start), place: $0) }
    pairs.sort { ($0.head, $0.place) < ($1.head, $1.place) }
    places.removeAll(keepingCapacity: true)
    var first = 0
    while first < pairs.count {
      let head = pairs[first].head
      let end = pairs[first...].firstIndex { $0.head != head } ?? pairs.count
      var alike = pairs[first..<end].map(\.place)
      if alike.count == pairs.count {
        alike.sort { NaturalOrder.isAscending(texts[$0], texts[$1]) }
      } else if alike.count > 1 {
        sort(&alike, texts)
      }
      places += alike
      first = end
    }
  }

  /// So few texts are compared as they are.
  private static let fewest = 8

  /// How many bytes some texts begin with all alike, short of digits that a number may go on from.
  private static func commonLength(_ places: [Int], _ texts: [String]) -> Int {
    guard let first = places.first.map({ Array(texts[$0].utf8) }) else { return 0 }
    var length = first.count
    for place in places {
      var common = 0
      for byte in texts[place].utf8 {
        guard common < length, byte == first[common] else { break }
        common += 1
      }
      length = common
    }
    while length > 0, NaturalOrder.isDigit(first[length - 1]) { length -= 1 }
    return length
  }

  /// Eight bytes from a place on that are in the order of the texts: before the digits of a number
  /// stands one digit, as which it compares with anything else, and how many there are.
  private static func head(of text: String, from start: Int) -> UInt64 {
    var head: UInt64 = 0
    var free = 8
    func add(_ byte: UInt8) {
      guard free > 0 else { return }
      head = head << 8 | UInt64(byte)
      free -= 1
    }
    var rest = text.utf8.dropFirst(start)
    while free > 0, let byte = rest.first {
      guard NaturalOrder.isDigit(byte) else {
        add(byte)
        rest = rest.dropFirst()
        continue
      }
      let digits = rest.drop { $0 == UInt8(ascii: "0") }.prefix(while: NaturalOrder.isDigit)
      add(UInt8(ascii: "0"))
      add(UInt8(clamping: digits.count))
      // How long a longer number is does not show.
      guard digits.count < UInt8.max else { break }
      for digit in digits.prefix(8) { add(digit) }
      rest = rest[digits.endIndex...]
    }
    return head << UInt64(free * 8)
  }
}
