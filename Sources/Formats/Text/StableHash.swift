/// A hash of text that is the same on every machine and in every run (FNV-1a, 128 bits).
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
    self.value = value
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
