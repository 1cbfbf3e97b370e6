extension CalendarDate {
  /// Adds months, then days, then the whole days of the seconds; nothing outside the supported
  /// years.
  public func adding(_ duration: TemporalDuration) -> CalendarDate? {
    let time = duration.totalNanoseconds / Int128(LocalTime.nanosecondsPerDay)
    guard let days = Int(exactly: Int128(duration.days) + time) else { return nil }
    return adding(months: duration.months)?.adding(days: days)
  }
}

extension LocalTime {
  /// Adds the seconds, round the clock.
  public func adding(_ duration: TemporalDuration) -> LocalTime {
    let day = Int128(Self.nanosecondsPerDay)
    return LocalTime(wrapping: Int64((Int128(nanosecondOfDay) + duration.totalNanoseconds) % day))
  }
}

extension ZonedTime {
  /// Adds the seconds, round the clock.
  public func adding(_ duration: TemporalDuration) -> ZonedTime {
    ZonedTime(time: time.adding(duration), offset: offset)
  }
}

extension LocalDateTime {
  /// Adds months, then days, then seconds; nothing outside the supported years.
  public func adding(_ duration: TemporalDuration) -> LocalDateTime? {
    guard let days = Int(exactly: duration.days),
      let date = date.adding(months: duration.months)?.adding(days: days)
    else { return nil }
    let start = Int128(LocalDateTime(date: date, time: time).epochSecond) * 1_000_000_000
    return LocalDateTime(
      epochNanoseconds: start + Int128(time.nanosecond) + duration.totalNanoseconds
    )
  }

  init?(epochNanoseconds: Int128) {
    var (second, rest) = epochNanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    if rest < 0 { (second, rest) = (second - 1, rest + 1_000_000_000) }
    guard let second = Int64(exactly: second) else { return nil }
    self.init(epochSecond: second, nanosecond: Int64(rest))
  }
}

extension ZonedDateTime {
  /// Adds months and days by the calendar of the zone, then seconds as they pass; nothing outside
  /// the supported years.
  public func adding(_ duration: TemporalDuration) -> ZonedDateTime? {
    guard let days = Int(exactly: duration.days),
      let date = local.date.adding(months: duration.months)?.adding(days: days)
    else { return nil }
    let clock = clock
    let start =
      date == local.date
      ? self
      : ZonedDateTime(
        local: LocalDateTime(date: date, time: local.time),
        clock: clock,
        preferred: offset
      )
    let moment = start.epochNanoseconds + duration.totalNanoseconds
    guard let utc = LocalDateTime(epochNanoseconds: moment) else { return nil }
    return ZonedDateTime(
      epochSecond: utc.epochSecond,
      nanosecond: Int64(utc.time.nanosecond),
      clock: clock
    )
  }

  /// The nanoseconds since 1970-01-01T00:00Z.
  var epochNanoseconds: Int128 {
    Int128(epochSecond) * 1_000_000_000 + Int128(local.time.nanosecond)
  }
}
