import GraphModel

/// Sums up rows of integers: their number, and a sum of hashes that does not depend on the order
/// unless the rows are ordered, when each counts with its position.
struct RowChecksum: Hashable {
  let count: Int
  /// Sixteen digits of base 16.
  let sum: String

  init(count: Int, sum: String) {
    self.count = count
    self.sum = sum
  }

  init(_ rows: [[Value]], isOrdered: Bool) {
    var sum: UInt64 = 0
    for (position, row) in rows.enumerated() {
      var hash: UInt64 = 0
      if isOrdered { hash = Self.mixed(hash ^ Self.mixed(UInt64(position))) }
      for value in row { hash = Self.mixed(hash ^ Self.mixed(Self.bits(value))) }
      sum &+= hash
    }
    let digits = String(sum, radix: 16)
    count = rows.count
    self.sum = String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Days count as the number `yyyymmdd`; other values that are no integers are never expected.
  private static func bits(_ value: Value) -> UInt64 {
    switch value {
    case .integer(let number): return UInt64(bitPattern: number)
    case .date(let date):
      let (year, month, day) = date.components
      return UInt64(bitPattern: Int64(year * 10_000 + month * 100 + day))
    default: return .max
    }
  }

  /// Spreads the bits (SplitMix64); wrapping is meant.
  private static func mixed(_ bits: UInt64) -> UInt64 {
    var bits = bits &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
