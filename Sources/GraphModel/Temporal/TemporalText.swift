/// Writes the parts that texts of temporal values have in common.
enum TemporalText {
  /// Writes a number below 100 with two digits.
  static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Writes a point and the digits of a fraction of a second without zeros at the end, or nothing.
  static func fraction(_ nanosecond: Int) -> String {
    guard nanosecond != 0 else { return "" }
    let digits = String(nanosecond)
    var text = String(repeating: "0", count: max(0, 9 - digits.utf8.count)) + digits
    while text.hasSuffix("0") { text.removeLast() }
    return "." + text
  }
}
