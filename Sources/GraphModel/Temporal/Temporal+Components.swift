extension Value {
  /// Returns a component of a temporal value or a point by its name, such as `year` of a date;
  /// nothing if it has no such component.
  ///
  /// - Throws: `integerOverflow` where a component has no place in 64 bits.
  public func component(_ name: String) throws(QueryError) -> Value? {
    switch self {
    case .date(let day): return day.component(name)
    case .localTime(let time): return time.component(name)
    case .time(let zoned):
      return zoned.time.component(name) ?? zoned.offset.component(name, zone: nil)
    case .localDateTime(let local):
      return local.date.component(name) ?? local.time.component(name)
    case .dateTime(let zoned): return try zoned.component(name)
    case .duration(let duration): return try duration.component(name)
    case .point(let point): return point.component(name)
    default: return nil
    }
  }

  /// The names of the components of temporal values and points.
  public static let componentNames = [
    "year", "quarter", "month", "week", "weekYear", "dayOfQuarter", "day", "ordinalDay",
    "dayOfWeek", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond", "timezone",
    "offset", "offsetMinutes", "offsetSeconds", "epochSeconds", "epochMillis", "years", "quarters",
    "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds",
    "nanoseconds", "x", "y", "z", "longitude", "latitude", "height", "crs", "srid",
  ]

  /// Whether the value has components.
  public var hasComponents: Bool {
    switch self {
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration, .point: true
    default: false
    }
  }
}

extension CalendarDate {
  /// Returns what reads a component of any day by its name; `nil` where days have no such.
  public static func component(named name: String) -> ((CalendarDate) -> Int)? {
    switch name {
    case "year": \.year
    case "quarter": \.quarter
    case "month": \.month
    case "week": \.week
    case "weekYear": \.weekYear
    case "dayOfQuarter", "quarterDay": \.dayOfQuarter
    case "day": \.day
    case "ordinalDay", "dayOfYear": \.ordinalDay
    case "dayOfWeek", "weekDay": \.weekday
    default: nil
    }
  }

  fileprivate func component(_ name: String) -> Value? {
    Self.component(named: name).map { .integer(Int64($0(self))) }
  }
}

extension LocalTime {
  fileprivate func component(_ name: String) -> Value? {
    let number: Int
    switch name {
    case "hour": number = hour
    case "minute": number = minute
    case "second": number = second
    case "millisecond": number = nanosecond / 1_000_000
    case "microsecond": number = nanosecond / 1000
    case "nanosecond": number = nanosecond
    default: return nil
    }
    return .integer(Int64(number))
  }
}

extension UTCOffset {
  fileprivate func component(_ name: String, zone: String?) -> Value? {
    switch name {
    case "timezone": .string(zone ?? description)
    case "offset": .string(description)
    case "offsetMinutes": .integer(Int64(seconds / 60))
    case "offsetSeconds": .integer(Int64(seconds))
    default: nil
    }
  }
}

extension ZonedDateTime {
  fileprivate func component(_ name: String) throws(QueryError) -> Value? {
    if let part = local.date.component(name) ?? local.time.component(name) { return part }
    if let part = offset.component(name, zone: zone) { return part }
    return try epochComponent(name)
  }

  private func epochComponent(_ name: String) throws(QueryError) -> Value? {
    switch name {
    case "epochSeconds": return .integer(epochSecond)
    case "epochMillis":
      let millis = epochNanoseconds / 1_000_000 - (epochNanoseconds % 1_000_000 < 0 ? 1 : 0)
      guard let millis = Int64(exactly: millis) else { throw .componentOverflow(name, "\(self)") }
      return .integer(millis)
    default: return nil
    }
  }
}

extension TemporalDuration {
  fileprivate func component(_ name: String) throws(QueryError) -> Value? {
    if let number = calendarComponent(name) ?? clockComponent(name) { return .integer(number) }
    let size: Int128
    switch name {
    case "milliseconds": size = 1000
    case "microseconds": size = 1_000_000
    case "nanoseconds": size = 1_000_000_000
    default: return nil
    }
    let number = Int128(seconds) * size + Int128(nanosecond) / (1_000_000_000 / size)
    guard let number = Int64(exactly: number) else {
      throw .componentOverflow(name, "\(self)")
    }
    return .integer(number)
  }

  private func calendarComponent(_ name: String) -> Int64? {
    switch name {
    case "years": months / 12
    case "quarters": months / 3
    case "months": months
    case "weeks": days / 7
    case "days": days
    case "quartersOfYear": months / 3 % 4
    case "monthsOfYear": months % 12
    case "monthsOfQuarter": months % 3
    case "daysOfWeek": days % 7
    default: nil
    }
  }

  private func clockComponent(_ name: String) -> Int64? {
    switch name {
    case "hours": seconds / 3600
    case "minutes": seconds / 60
    case "seconds": seconds
    case "minutesOfHour": seconds / 60 % 60
    case "secondsOfMinute": seconds % 60
    case "millisecondsOfSecond": nanosecond / 1_000_000
    case "microsecondsOfSecond": nanosecond / 1000
    case "nanosecondsOfSecond": nanosecond
    default: nil
    }
  }
}

extension Point {
  fileprivate func component(_ name: String) -> Value? {
    switch name {
    case "x": .float(x)
    case "y": .float(y)
    case "z": z.map(Value.float)
    case "longitude": system.isGeographic ? .float(x) : nil
    case "latitude": system.isGeographic ? .float(y) : nil
    case "height": system.isGeographic ? z.map(Value.float) : nil
    case "crs": .string(system.rawValue)
    case "srid": .integer(system.srid)
    default: nil
    }
  }
}

extension QueryError {
  fileprivate static func componentOverflow(_ name: String, _ value: String) -> QueryError {
    QueryError(
      .integerOverflow,
      .runtime,
      "the \(name) of \(value) have no place in 64 bits",
      kind: .arithmeticError
    )
  }
}
