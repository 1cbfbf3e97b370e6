/// Lists the keys of maps from which temporal values are made.
enum TemporalField: String, CaseIterable, Hashable, Sendable {
  case year, month, day, week, dayOfWeek, quarter, dayOfQuarter, ordinalDay
  case hour, minute, second, millisecond, microsecond, nanosecond
  case epochSeconds, epochMillis
  case date, time, datetime, timezone

  /// Finds a field by its name, in any case.
  init?(name: String) {
    guard let field = Self.byName[name.lowercased()] else { return nil }
    self = field
  }

  private static let byName: [String: TemporalField] = {
    var names = Dictionary(
      uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) }
    )
    names["weekyear"] = .year
    names["weekday"] = .dayOfWeek
    return names
  }()
}

extension QueryError {
  /// Says that a temporal value cannot be made or changed so.
  static func temporal(
    _ message: String,
    remedy: String? = nil,
    candidates: [String] = []
  ) -> QueryError {
    QueryError(
      .invalidArgumentValue,
      .runtime,
      message,
      kind: .argumentError,
      remedy: remedy,
      candidates: candidates
    )
  }
}
