/// Holds a time of day without a zone, to the nanosecond.
public struct LocalTime: Hashable, Sendable {
  /// The nanoseconds of a day.
  static let nanosecondsPerDay: Int64 = 86_400_000_000_000
  static let nanosecondsPerSecond: Int64 = 1_000_000_000
  /// The start of the day.
  public static let midnight = LocalTime(wrapping: 0)

  /// The nanoseconds since midnight, below 86,400,000,000,000.
  public let nanosecondOfDay: Int64

  /// Makes the time so many nanoseconds after midnight, or nothing if the day is over by then.
  public init?(nanosecondOfDay: Int64) {
    guard (0..<Self.nanosecondsPerDay).contains(nanosecondOfDay) else { return nil }
    self.nanosecondOfDay = nanosecondOfDay
  }

  /// Makes the time of its parts, or nothing if a part is out of range.
  public init?(hour: Int, minute: Int = 0, second: Int = 0, nanosecond: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (0..<1_000_000_000).contains(nanosecond)
    else { return nil }
    let seconds = Int64((hour * 60 + minute) * 60 + second)
    nanosecondOfDay = seconds * Self.nanosecondsPerSecond + Int64(nanosecond)
  }

  /// Makes the time so many nanoseconds after midnight of any day.
  init(wrapping nanoseconds: Int64) {
    let remainder = nanoseconds % Self.nanosecondsPerDay
    nanosecondOfDay = remainder < 0 ? remainder + Self.nanosecondsPerDay : remainder
  }

  /// The hour, from 0 to 23.
  public var hour: Int { secondOfDay / 3600 }
  /// The minute of the hour.
  public var minute: Int { secondOfDay / 60 % 60 }
  /// The second of the minute.
  public var second: Int { secondOfDay % 60 }
  /// The nanosecond of the second.
  public var nanosecond: Int { Int(nanosecondOfDay % Self.nanosecondsPerSecond) }
  /// The second of the day.
  public var secondOfDay: Int { Int(nanosecondOfDay / Self.nanosecondsPerSecond) }
}

extension LocalTime: Comparable {
  /// Orders by time.
  public static func < (left: Self, right: Self) -> Bool {
    left.nanosecondOfDay < right.nanosecondOfDay
  }
}

extension LocalTime: CustomStringConvertible {
  /// The time as `HH:MM`, with `:SS` and a fraction where they are not zero.
  public var description: String {
    var text = TemporalText.pair(hour) + ":" + TemporalText.pair(minute)
    guard second != 0 || nanosecond != 0 else { return text }
    text += ":" + TemporalText.pair(second)
    return text + TemporalText.fraction(nanosecond)
  }
}
