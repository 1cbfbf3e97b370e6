/// Compares texts so that runs of digits count as numbers.
public enum NaturalOrder {
  /// Tells whether `left` comes before `right`; equal numbers fall back to byte order.
  ///
  /// Complexity: linear in the shorter text.
  public static func isAscending(_ left: String, _ right: String) -> Bool {
    var first = Substring(left).utf8
    var second = Substring(right).utf8
    while let one = first.first, let two = second.first {
      guard isDigit(one), isDigit(two) else {
        if one != two { return one < two }
        first.removeFirst()
        second.removeFirst()
        continue
      }
      let firstNumber = first.prefix(while: isDigit).drop { $0 == UInt8(ascii: "0") }
      let secondNumber = second.prefix(while: isDigit).drop { $0 == UInt8(ascii: "0") }
      if firstNumber.count != secondNumber.count { return firstNumber.count < secondNumber.count }
      if !firstNumber.elementsEqual(secondNumber) {
        return firstNumber.lexicographicallyPrecedes(secondNumber)
      }
      first = first.drop(while: isDigit)
      second = second.drop(while: isDigit)
    }
    guard first.isEmpty, second.isEmpty else { return first.isEmpty }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
