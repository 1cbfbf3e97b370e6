/// Holds what a temporal value says: a day, a time, how the clock is set, or some of these.
public struct TemporalParts: Sendable {
  /// The day.
  public var date: CalendarDate?
  /// The time of day.
  public var time: LocalTime?
  /// How the clock is set.
  public var clock: ZoneOrOffset?
  /// The offset, where a time comes twice.
  var offset: UTCOffset?

  /// Takes a value apart, or returns nothing if it is no day and no time.
  public init?(_ value: Value) {
    switch value {
    case .date(let day): date = day
    case .localTime(let time): self.time = time
    case .time(let zoned):
      (time, clock) = (zoned.time, .offset(zoned.offset))
    case .localDateTime(let local): (date, time) = (local.date, local.time)
    case .dateTime(let zoned):
      (date, time) = (zoned.local.date, zoned.local.time)
      (clock, offset) = (zoned.clock, zoned.offset)
    default: return nil
    }
  }

  /// Puts the parts together, with a day and a clock for those that are missing.
  func moment(date other: CalendarDate?, clock otherClock: ZoneOrOffset?) -> ZonedDateTime {
    let day = date ?? other ?? CalendarDate(unchecked: 1970, month: 1)
    let local = LocalDateTime(date: day, time: time ?? .midnight)
    return ZonedDateTime(
      local: local,
      clock: clock ?? otherClock ?? .offset(.utc),
      preferred: offset
    )
  }
}
