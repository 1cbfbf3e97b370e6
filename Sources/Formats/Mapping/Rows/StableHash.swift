/// Makes numbers of texts that are the same on every machine and in every run.
struct StableHash: Hashable, Sendable {
  private(set) var first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private(set) var second: UInt64 = 0xD1B5_4A32_D192_ED03

  init() {}

  init(_ texts: String...) {
    for text in texts { add(text) }
  }

  /// Adds a text; where one ends and the next begins makes a difference.
  mutating func add(_ text: String) {
    for byte in text.utf8 { mix(UInt64(byte)) }
    mix(0x1_00)
  }

  private mutating func mix(_ value: UInt64) {
    first = (first ^ value) &* 0x0000_0100_0000_01B3
    first ^= first >> 29
    second = (second &+ value &+ 1) &* 0xBF58_476D_1CE4_E5B9
    second ^= second >> 31
  }

  /// The first 64 bits, in letters and digits that cannot be mistaken for others.
  var text: String {
    let signs = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var value = first ^ (second << 32 | second >> 32)
    var text = ""
    for _ in 0..<13 {
      text.append(signs[Int(value & 31)])
      value >>= 5
    }
    return text
  }
}
