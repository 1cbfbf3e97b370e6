/// Holds a time of day with its distance from UTC.
public struct ZonedTime: Hashable, Sendable {
  /// What the clock shows.
  public let time: LocalTime
  /// How far the clock is from UTC.
  public let offset: UTCOffset

  /// Makes a time.
  public init(time: LocalTime, offset: UTCOffset) {
    self.time = time
    self.offset = offset
  }

  /// The nanoseconds since midnight of the same day in UTC, which can lie outside of that day.
  public var nanosecondOfDayInUTC: Int64 {
    time.nanosecondOfDay - Int64(offset.seconds) * LocalTime.nanosecondsPerSecond
  }

  /// Returns the same moment of the day on another clock.
  public func converted(to other: UTCOffset) -> ZonedTime {
    let moved = nanosecondOfDayInUTC + Int64(other.seconds) * LocalTime.nanosecondsPerSecond
    return ZonedTime(time: LocalTime(wrapping: moved), offset: other)
  }
}

extension ZonedTime: Comparable {
  /// Orders by the moment, then by offset.
  public static func < (left: Self, right: Self) -> Bool {
    (left.nanosecondOfDayInUTC, left.offset) < (right.nanosecondOfDayInUTC, right.offset)
  }
}

extension ZonedTime: CustomStringConvertible {
  /// The time and the offset, such as `12:31:14.5+01:00`.
  public var description: String { "\(time)\(offset)" }
}
