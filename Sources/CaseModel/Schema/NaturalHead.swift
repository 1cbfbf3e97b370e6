/// Sorts places of texts in natural order by the first bytes in which the texts differ.
///
/// The ids of a register begin alike and differ soon: eight bytes decide nearly all comparisons, and
/// only where they are equal the texts themselves are compared.
enum NaturalHead {
  /// Returns the places of texts in their natural order; those that are equal keep their order.
  ///
  /// Complexity: O(n log n).
  static func order(of texts: [String]) -> [Int] {
    let start = commonLength(texts)
    // Pairs are sorted, so that nothing but they need be looked at.
    var pairs = texts.enumerated().map { (head: head(of: $1, from: start), place: $0) }
    pairs.sort { ($0.head, $0.place) < ($1.head, $1.place) }
    var places = pairs.map(\.place)
    var first = 0
    while first < pairs.count {
      var end = first + 1
      while end < pairs.count, pairs[end].head == pairs[first].head { end += 1 }
      if end - first > 1 {
        places[first..<end].sort { NaturalOrder.isAscending(texts[$0], texts[$1]) }
      }
      first = end
    }
    return places
  }

  /// How many bytes all texts begin with, short of digits that a number may go on from.
  private static func commonLength(_ texts: [String]) -> Int {
    guard let first = texts.first.map({ Array($0.utf8) }) else { return 0 }
    var length = first.count
    for text in texts {
      var place = 0
      for byte in text.utf8 {
        guard place < length, byte == first[place] else { break }
        place += 1
      }
      length = place
    }
    while length > 0, isDigit(first[length - 1]) { length -= 1 }
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
      guard isDigit(byte) else {
        add(byte)
        rest = rest.dropFirst()
        continue
      }
      let digits = rest.drop { $0 == UInt8(ascii: "0") }.prefix(while: isDigit)
      add(UInt8(ascii: "0"))
      add(UInt8(clamping: digits.count))
      // How long a longer number is does not show.
      guard digits.count < UInt8.max else { break }
      for digit in digits.prefix(8) { add(digit) }
      rest = rest[digits.endIndex...]
    }
    return head << UInt64(free * 8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
