/// Holds a number as a whole number of fractions, so that 0.1 is a tenth.
public struct DecimalNumber: Sendable {
  /// At most this many digits after the point are kept.
  private static let maximumScale = 18

  /// How many fractions.
  public let numerator: Int128
  /// How many fractions make one; a power of ten.
  public let denominator: Int128

  /// Nothing.
  static let zero = DecimalNumber(numerator: 0, denominator: 1)

  private init(numerator: Int128, denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Takes a whole number.
  public init(_ number: Int64) {
    numerator = Int128(number)
    denominator = 1
  }

  /// Takes the shortest decimal number that reads back to the same float; nothing for what is not
  /// finite or has no place in 64 bits.
  public init?(_ number: Double) {
    guard number.isFinite, number.magnitude < 0x1p63 else { return nil }
    let parts = "\(number.magnitude)".split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halves = parts[0].split(separator: ".")
    let fraction = halves.count > 1 ? String(halves[1]) : ""
    let mantissa = Int128(halves[0] + fraction) ?? 0
    let scale = fraction.utf8.count - exponent
    let sign: Int128 = number < 0 ? -1 : 1
    if scale <= 0 {
      numerator = sign * mantissa * Self.power(min(-scale, 20))
      denominator = 1
    } else {
      let kept = min(scale, Self.maximumScale)
      numerator = sign * mantissa / Self.power(min(scale - kept, 36))
      denominator = Self.power(kept)
    }
  }

  /// Takes a whole part and the digits after the point.
  init?(whole: Int64, fractionDigits: String, isNegative: Bool) {
    let digits = fractionDigits.prefix(Self.maximumScale)
    guard let fraction = digits.isEmpty ? 0 : Int128(digits) else { return nil }
    let scale = Self.power(digits.utf8.count)
    let size = Int128(whole) * scale + fraction
    numerator = isNegative ? -size : size
    denominator = scale
  }

  /// Multiplies by a small number; nothing on overflow.
  func multiplied(by factor: Int64) -> DecimalNumber? {
    let (product, overflow) = numerator.multipliedReportingOverflow(by: Int128(factor))
    return overflow ? nil : DecimalNumber(numerator: product, denominator: denominator)
  }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<max(0, exponent)).reduce(into: 1) { product, _ in product *= 10 }
  }
}
