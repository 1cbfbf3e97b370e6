import TestSupport

/// Breaks bytes at random.
enum ByteMutation {
  /// Returns some bytes with pieces cut out, doubled, replaced by pieces of others, or cut off.
  static func broken(
    _ bytes: [UInt8],
    with others: [[UInt8]],
    _ random: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0..<4, using: &random) where bytes.count > 2 {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 1..<24, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
      case 2: bytes[start] = UInt8.random(in: 0...255, using: &random)
      case 3: bytes.removeSubrange(start...)
      default:
        let other = random.pick(others, or: [])
        let from = Int.random(in: 0..<max(1, other.count), using: &random)
        bytes.insert(contentsOf: other[from..<min(other.count, from + 30)], at: start)
      }
    }
    return bytes
  }
}
