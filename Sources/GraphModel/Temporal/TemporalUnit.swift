/// Lists the units to which temporal values can be truncated, the largest first.
public enum TemporalUnit: String, CaseIterable, Comparable, Sendable {
  case millennium, century, decade, year, weekYear, quarter, month, week, day
  case hour, minute, second, millisecond, microsecond

  /// Finds a unit by its name, in any case.
  public init?(name: String) {
    let wanted = name.lowercased()
    guard let unit = Self.allCases.first(where: { $0.rawValue.lowercased() == wanted }) else {
      return nil
    }
    self = unit
  }

  /// Orders by size, the largest first.
  public static func < (left: Self, right: Self) -> Bool { left.position < right.position }

  private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension CalendarDate {
  /// Returns the first day of the unit; nothing outside the supported years.
  public func truncated(to unit: TemporalUnit) -> CalendarDate? {
    switch unit {
    case .millennium: start(ofYears: 1000)
    case .century: start(ofYears: 100)
    case .decade: start(ofYears: 10)
    case .year: start(ofYears: 1)
    case .weekYear: CalendarDate(weekYear: weekYear, week: 1, dayOfWeek: 1)
    case .quarter: CalendarDate(year: year, quarter: quarter, dayOfQuarter: 1)
    case .month: CalendarDate(year: year, month: month, day: 1)
    case .week: adding(days: 1 - weekday)
    default: self
    }
  }

  private func start(ofYears count: Int) -> CalendarDate? {
    CalendarDate(year: year.flooredQuotient(by: count) * count, month: 1, day: 1)
  }
}

extension LocalTime {
  /// Returns the start of the unit; that of a day and of all longer units is midnight.
  public func truncated(to unit: TemporalUnit) -> LocalTime {
    let size: Int64 =
      switch unit {
      case .hour: 3600 * Self.nanosecondsPerSecond
      case .minute: 60 * Self.nanosecondsPerSecond
      case .second: Self.nanosecondsPerSecond
      case .millisecond: 1_000_000
      case .microsecond: 1_000
      default: Self.nanosecondsPerDay
      }
    return LocalTime(wrapping: nanosecondOfDay / size * size)
  }
}
