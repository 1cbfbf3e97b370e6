/// A hash of text that is the same on every machine and in every run: FNV-1a of 128 bits, mixed at the
/// end so that every bit depends on every sign of the text.
///
/// It is for ids that must not change between exports; it keeps nobody from making two texts alike.
struct StableHash: Hashable, Sendable {
  private let value: UInt128

  /// Hashes text in UTF-8.
  init(_ text: String) {
    var value: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in text.utf8 {
      value ^= UInt128(byte)
      value &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
    self.value = Self.mixed(value)
  }

  /// Loses nothing: each step can be undone.
  private static func mixed(_ value: UInt128) -> UInt128 {
    var high = UInt64(truncatingIfNeeded: value >> 64)
    var low = UInt64(truncatingIfNeeded: value)
    high &+= low
    low &+= high
    high = mixed(high)
    low = mixed(low)
    high &+= low
    low &+= high
    return UInt128(high) << 64 | UInt128(low)
  }

  /// The last step of MurmurHash 3.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 33
    value &*= 0xff51_afd7_ed55_8ccd
    value ^= value >> 33
    value &*= 0xc4ce_b9fe_1a85_ec53
    return value ^ value >> 33
  }

  /// Returns 32 lower-case hexadecimal digits.
  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 32 - digits.utf8.count) + digits
  }

  /// Returns the bits as a UUID in the form of version 4 (RFC 9562).
  ///
  /// Version 4 says that the bits are random or look so, which those of a hash do.
  var uuid: String {
    var digits = Array(hexadecimal)
    digits[12] = "4"
    let variant = (digits[16].hexDigitValue ?? 0) & 0x3 | 0x8
    digits[16] = Character(String(variant, radix: 16))
    let parts = [digits[0..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20...]]
    return parts.map { String($0) }.joined(separator: "-")
  }
}
