extension TemporalDuration {
  private enum Unit { case months, days, seconds, nanoseconds }

  private static let units: [String: (unit: Unit, size: Int64)] = [
    "years": (.months, 12), "quarters": (.months, 3), "months": (.months, 1),
    "weeks": (.days, 7), "days": (.days, 1),
    "hours": (.seconds, 3600), "minutes": (.seconds, 60), "seconds": (.seconds, 1),
    "milliseconds": (.nanoseconds, 1_000_000), "microseconds": (.nanoseconds, 1000),
    "nanoseconds": (.nanoseconds, 1),
  ]

  /// Adds up the parts that a map names, such as `{months: 0.75, days: -1}`; nothing if one is
  /// null.
  ///
  /// - Throws: `invalidArgumentValue` for other names, for other values than numbers, and where a
  ///   part has no place in 64 bits.
  public static func make(from map: Properties) throws(QueryError) -> TemporalDuration? {
    var sum: TemporalDuration? = .zero
    guard !map.isEmpty else { throw .temporal("a duration needs at least one part") }
    for (key, value) in map.sorted(by: { $0.key < $1.key }) {
      guard let (unit, size) = units[key.lowercased()] else {
        throw .temporal(
          "a duration has no part '\(key)'",
          candidates: NearMiss.candidates(for: key, among: units.keys)
        )
      }
      guard let number = try number(value, key) else { return nil }
      let part =
        switch unit {
        case .months: TemporalDuration.of(months: number, times: size)
        case .days: TemporalDuration.of(days: number, times: size)
        case .seconds: TemporalDuration.of(seconds: number, times: size)
        case .nanoseconds: TemporalDuration.of(nanoseconds: number, times: size)
        }
      sum = sum.flatMap { total in part.flatMap(total.adding) }
    }
    guard let sum else { throw .temporal("the duration has no place in 64 bits") }
    return sum
  }

  private static func number(_ value: Value, _ key: String) throws(QueryError) -> DecimalNumber? {
    switch value {
    case .null: return nil
    case .integer(let number): return DecimalNumber(number)
    case .float(let number):
      guard let decimal = DecimalNumber(number) else { break }
      return decimal
    default: break
    }
    throw .temporal("the part '\(key)' must be a number, not \(value.typeName) \(value.text)")
  }
}
