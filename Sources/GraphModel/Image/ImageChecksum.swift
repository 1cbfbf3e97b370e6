/// Computes XXH64, the 64-bit hash of the xxHash family, by which images are checked and their keys
/// are found.
///
/// It is no defence against forgery: whatever an image says is bounds-checked where it is read. See
/// the specification, <https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md>.
public enum ImageChecksum {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// Returns the hash of bytes with seed 0.
  ///
  /// Complexity: linear; four lanes of 8 bytes at a time.
  public static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64
    var offset = 0
    if bytes.count >= 32 {
      (hash, offset) = unsafe stripes(bytes)
    } else {
      hash = prime5
    }
    hash &+= UInt64(bytes.count)
    while offset + 8 <= bytes.count {
      hash ^= round(0, unsafe word(bytes, offset))
      hash = rotated(hash, 27) &* prime1 &+ prime4
      offset += 8
    }
    if offset + 4 <= bytes.count {
      let half = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      hash ^= UInt64(UInt32(littleEndian: half)) &* prime1
      hash = rotated(hash, 23) &* prime2 &+ prime3
      offset += 4
    }
    while offset < bytes.count {
      hash ^= UInt64(unsafe bytes[offset]) &* prime5
      hash = rotated(hash, 11) &* prime1
      offset += 1
    }
    return avalanche(hash)
  }

  /// Returns the hash of the UTF-8 form of a text.
  public static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { unsafe hash(UnsafeRawBufferPointer($0)) }
  }

  private static func stripes(_ bytes: UnsafeRawBufferPointer) -> (hash: UInt64, offset: Int) {
    var (lane1, lane2) = (prime1 &+ prime2, prime2)
    var (lane3, lane4): (UInt64, UInt64) = (0, 0 &- prime1)
    var offset = 0
    while offset + 32 <= bytes.count {
      lane1 = round(lane1, unsafe word(bytes, offset))
      lane2 = round(lane2, unsafe word(bytes, offset + 8))
      lane3 = round(lane3, unsafe word(bytes, offset + 16))
      lane4 = round(lane4, unsafe word(bytes, offset + 24))
      offset += 32
    }
    var hash = rotated(lane1, 1) &+ rotated(lane2, 7) &+ rotated(lane3, 12) &+ rotated(lane4, 18)
    for lane in [lane1, lane2, lane3, lane4] {
      hash = (hash ^ round(0, lane)) &* prime1 &+ prime4
    }
    return (hash, offset)
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotated(lane &+ input &* prime2, 31) &* prime1
  }

  private static func rotated(_ number: UInt64, _ count: UInt64) -> UInt64 {
    number &<< count | number &>> (64 - count)
  }

  private static func avalanche(_ input: UInt64) -> UInt64 {
    var hash = input
    hash = (hash ^ hash &>> 33) &* prime2
    hash = (hash ^ hash &>> 29) &* prime3
    return hash ^ hash &>> 32
  }
}
