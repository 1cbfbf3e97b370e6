import GraphModel

/// Computes a number that tells whether a row is still what it was.
///
/// The numbers of many rows are added, wrapping, so that one row can be taken out again. It guards
/// against accidents, not against people who can also change the sum.
enum RowDigest {
  static func of(_ row: StoredRow) -> Int64 {
    var text = row.value
    let digest = text.withUTF8 { bytes in
      unsafe of(row.id, row.shape, row.source, row.target, Span(_unsafeElements: bytes))
    }
    return digest &+ of(key: row.key ?? "")
  }

  /// What the key of a row adds, if it has one of its own.
  static func of(key: String) -> Int64 {
    var text = key
    return text.withUTF8 { bytes in unsafe of(key: Span(_unsafeElements: bytes)) }
  }

  /// - Parameter key: The UTF-8 of the key.
  static func of(key: Span<UInt8>) -> Int64 { key.isEmpty ? 0 : of(0, 0, 0, 0, key) }

  /// - Parameter value: The UTF-8 of the value.
  @inline(__always)
  static func of(
    _ id: Int64,
    _ shape: Int64,
    _ source: Int64,
    _ target: Int64,
    _ value: Span<UInt8>
  ) -> Int64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    state = mix(state, UInt64(bitPattern: id))
    state = mix(state, UInt64(bitPattern: shape))
    state = mix(state, UInt64(bitPattern: source))
    state = mix(state, UInt64(bitPattern: target))
    // FNV-1a, 64 bits.
    for index in value.indices {
      state = (state ^ UInt64(value[index])) &* 0x100_0000_01B3
    }
    return Int64(bitPattern: mix(state, UInt64(value.count)))
  }

  @inline(__always)
  private static func mix(_ state: UInt64, _ number: UInt64) -> UInt64 {
    var mixed = (state ^ number) &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 31
    return mixed &* 0x94D0_49BB_1331_11EB
  }
}
