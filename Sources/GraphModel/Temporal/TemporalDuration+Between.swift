extension TemporalDuration {
  /// Lists the units in which the time between two values can be measured.
  public enum Measure: Sendable {
    /// Months, then days, then seconds.
    case mixed
    /// Whole months.
    case months
    /// Whole days.
    case days
    /// Seconds, as they pass.
    case seconds
  }

  /// Measures from one temporal value to another; nothing if one is no day and no time.
  ///
  /// A part that only one of the two has is taken for the other as well: its day, its zone. A
  /// missing time is midnight.
  public static func between(_ first: Value, _ second: Value, in measure: Measure = .mixed)
    -> TemporalDuration?
  {
    guard let from = TemporalParts(first), let to = TemporalParts(second) else { return nil }
    let start = from.moment(date: to.date, clock: to.clock)
    let end = to.moment(date: from.date, clock: from.clock)
    let hasDays = from.date != nil && to.date != nil
    // The calendar is that of the first clock.
    let local = (end.converted(to: start.clock) ?? end).local
    switch measure {
    case .seconds: return elapsed(start, end)
    case .months:
      return TemporalDuration(months: hasDays ? months(from: start.local, to: local) : 0)
    case .days: return TemporalDuration(days: hasDays ? days(from: start.local, to: local) : 0)
    case .mixed: return hasDays ? mixed(start, end, local: local) : elapsed(start, end)
    }
  }

  private static func mixed(_ start: ZonedDateTime, _ end: ZonedDateTime, local: LocalDateTime)
    -> TemporalDuration?
  {
    let months = months(from: start.local, to: local)
    guard let whole = TemporalDuration(months: months), let next = start.adding(whole) else {
      return nil
    }
    let days = days(from: next.local, to: local)
    guard let calendar = TemporalDuration(months: months, days: days),
      let last = TemporalDuration(days: days).flatMap(next.adding)
    else { return nil }
    return elapsed(last, end).flatMap(calendar.adding)
  }

  private static func elapsed(_ start: ZonedDateTime, _ end: ZonedDateTime) -> TemporalDuration? {
    TemporalDuration(
      months: 0,
      days: 0,
      nanoseconds: end.epochNanoseconds - start.epochNanoseconds
    )
  }

  /// Counts whole months.
  private static func months(from start: LocalDateTime, to end: LocalDateTime) -> Int64 {
    let day = lastWholeDay(from: start, to: end)
    let first = start.date.monthNumber * 32 + Int64(start.date.day)
    return (day.monthNumber * 32 + Int64(day.day) - first) / 32
  }

  /// Counts whole days.
  private static func days(from start: LocalDateTime, to end: LocalDateTime) -> Int64 {
    Int64(lastWholeDay(from: start, to: end).dayNumber - start.date.dayNumber)
  }

  /// Returns the last day towards `end` which the time of day of `start` reaches.
  private static func lastWholeDay(from start: LocalDateTime, to end: LocalDateTime)
    -> CalendarDate
  {
    if end.date > start.date, end.time < start.time { return end.date.adding(days: -1) ?? end.date }
    if end.date < start.date, end.time > start.time { return end.date.adding(days: 1) ?? end.date }
    return end.date
  }
}
