/// Writes floats as Cypher does, which took it from Java: `1.0`, `1.0E-9`, `1.0E10`, `Infinity`.
public enum FloatText {
  /// Returns the shortest text that reads back to the same number; from 0.001 to 10,000,000
  /// without exponent.
  public static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    let sign = number.sign == .minus ? "-" : ""
    let (digits, exponent) = decimal(number.magnitude)
    if number == 0 { return sign + "0.0" }
    if (1e-3..<1e7).contains(number.magnitude) { return sign + plain(digits, exponent) }
    let tail = digits.count > 1 ? String(digits.dropFirst()) : "0"
    return sign + String(digits.prefix(1)) + "." + tail + "E\(exponent)"
  }

  /// Returns the significant digits, and the exponent of the first one.
  private static func decimal(_ number: Double) -> (digits: String, exponent: Int) {
    let parts = "\(number)".split(separator: "e")
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let whole = halves[0]
    let fraction = halves.count > 1 ? halves[1] : ""
    var digits = (whole + fraction)[...]
    exponent += whole.count - 1
    while digits.count > 1, digits.first == "0" {
      digits = digits.dropFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.last == "0" { digits = digits.dropLast() }
    return (String(digits), exponent)
  }

  private static func plain(_ digits: String, _ exponent: Int) -> String {
    guard exponent >= 0 else {
      return "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    let missing = max(0, exponent + 1 - digits.count)
    let padded = digits + String(repeating: "0", count: missing)
    let tail = padded.dropFirst(exponent + 1)
    return padded.prefix(exponent + 1) + "." + (tail.isEmpty ? "0" : tail)
  }
}
