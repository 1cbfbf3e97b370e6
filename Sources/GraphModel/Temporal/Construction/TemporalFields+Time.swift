extension TemporalFields {
  /// Makes the time of day that the fields name; what they leave open is taken from `base`, or is
  /// zero.
  func makeTime(base: LocalTime?) throws(QueryError) -> LocalTime {
    if base == nil { try requireLeadingFields() }
    let time = LocalTime(
      hour: self[.hour] ?? base?.hour ?? 0,
      minute: self[.minute] ?? base?.minute ?? 0,
      second: self[.second] ?? base?.second ?? 0,
      nanosecond: try makeNanosecond() ?? base?.nanosecond ?? 0
    )
    guard let time else {
      let fields = Self.timeFields.compactMap { field in self[field].map { "\(field) \($0)" } }
      throw .temporal("there is no time with \(fields.joined(separator: ", "))")
    }
    return time
  }

  private func requireLeadingFields() throws(QueryError) {
    var missing: TemporalField?
    for field in [TemporalField.hour, .minute, .second] {
      if self[field] == nil {
        missing = missing ?? field
      } else if let missing {
        throw .temporal("the field '\(field)' needs the field '\(missing)'")
      }
    }
    if let missing, contains(anyOf: [.millisecond, .microsecond, .nanosecond]) {
      throw .temporal("a fraction of a second needs the field '\(missing)'")
    }
  }

  /// Adds up the fractions of a second, of which a smaller one may not reach the next larger.
  private func makeNanosecond() throws(QueryError) -> Int? {
    var sum: Int?
    var room = 1_000_000_000
    let sizes: [(TemporalField, Int)] = [
      (.millisecond, 1_000_000), (.microsecond, 1_000), (.nanosecond, 1),
    ]
    for (field, size) in sizes {
      guard let number = self[field] else { continue }
      guard (0..<(room / size)).contains(number) else {
        throw .temporal("the field '\(field)' must lie between 0 and \(room / size - 1)")
      }
      sum = (sum ?? 0) + number * size
      room = size
    }
    return sum
  }
}
