/// A hash of text that is the same on every machine and in every run: FNV-1a of 128 bits, mixed at the
/// end so that every bit depends on every sign of the text.
///
/// It is for ids that must not change between exports; it keeps nobody from making two texts alike.
struct StableHash: Hashable, Sendable {
  /// As far as it has come; without the last step.
  private var running: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

  private var value: UInt128 { Self.mixed(running) }

  /// Hashes nothing yet.
  init() {}

  /// Hashes text in UTF-8.
  init(_ text: String) {
    for byte in text.utf8 { mix(byte) }
  }

  /// Adds a text of several; where one ends and the next begins makes a difference.
  mutating func add(_ text: String) {
    for byte in text.utf8 { mix(byte) }
    // No byte of UTF-8 is this.
    mix(0xFF)
  }

  private mutating func mix(_ byte: UInt8) {
    running ^= UInt128(byte)
    running &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
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

  /// 64 of the bits.
  var first: UInt64 { UInt64(truncatingIfNeeded: value) }

  /// 64 of the bits, in letters and digits that cannot be mistaken for others.
  var text: String {
    let signs = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var rest = first
    var text = ""
    for _ in 0..<13 {
      text.append(signs[Int(rest & 31)])
      rest >>= 5
    }
    return text
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
