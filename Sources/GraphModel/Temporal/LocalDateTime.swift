/// Holds a day and a time of day without a zone.
public struct LocalDateTime: Hashable, Sendable {
  /// The day.
  public let date: CalendarDate
  /// The time of day.
  public let time: LocalTime

  /// Makes a date and time.
  public init(date: CalendarDate, time: LocalTime) {
    self.date = date
    self.time = time
  }

  /// Makes the time so many seconds after 1970-01-01T00:00 on the same clock; nothing outside the
  /// supported years.
  public init?(epochSecond: Int64, nanosecond: Int64) {
    let day = Int(epochSecond).flooredQuotient(by: 86_400)
    guard let date = CalendarDate(dayNumber: day), (0..<1_000_000_000).contains(nanosecond) else {
      return nil
    }
    self.date = date
    let second = epochSecond - Int64(day) * 86_400
    time = LocalTime(wrapping: second * LocalTime.nanosecondsPerSecond + nanosecond)
  }

  /// The seconds since 1970-01-01T00:00 on the same clock.
  public var epochSecond: Int64 { Int64(date.dayNumber) * 86_400 + Int64(time.secondOfDay) }
}

extension LocalDateTime: Comparable {
  /// Orders by time.
  public static func < (left: Self, right: Self) -> Bool {
    (left.date, left.time) < (right.date, right.time)
  }
}

extension LocalDateTime: CustomStringConvertible {
  /// The day and the time with a `T` between them.
  public var description: String { "\(date)T\(time)" }
}

extension Int {
  /// Divides and rounds down; the divisor is above zero.
  func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
