/// Names one day of the proleptic Gregorian calendar, from year -999,999,999 to year 999,999,999.
///
/// Year 0 exists (ISO 8601). The days are counted without a locale, time zone or leap second.
public struct CalendarDate: Hashable, Sendable {
  /// The supported years.
  public static let years = -999_999_999...999_999_999
  /// The first supported day, -999999999-01-01.
  public static let min = CalendarDate(validYear: years.lowerBound, month: 1, day: 1)
  /// The last supported day, +999999999-12-31.
  public static let max = CalendarDate(validYear: years.upperBound, month: 12, day: 31)
  private static let dayNumbers = min.dayNumber...max.dayNumber

  private let storage: Int64

  /// Makes the day, or nothing if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), let length = Self.length(ofMonth: month, year: year),
      (1...length).contains(day)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// Makes the day so many days after 1970-01-01, or nothing outside the supported years.
  public init?(dayNumber: Int) {
    guard Self.dayNumbers.contains(dayNumber) else { return nil }
    storage = Int64(dayNumber)
  }

  /// Makes the first day of a month, also just beyond the supported years.
  init(unchecked year: Int, month: Int) { self.init(validYear: year, month: month, day: 1) }

  /// Counts days from 1 March of year 0, so that a leap day ends the year it belongs to.
  private init(validYear: Int, month: Int, day: Int) {
    let marchYear = month > 2 ? validYear : validYear - 1
    let monthsSinceMarch = (month + 9) % 12
    let leapDays =
      Self.floor(marchYear, by: 4) - Self.floor(marchYear, by: 100)
      + Self.floor(marchYear, by: 400)
    let days = marchYear * 365 + leapDays + Self.days(beforeMonth: monthsSinceMarch) + day - 1
    storage = Int64(days - Self.epoch)
  }

  /// The days since 1970-01-01, negative before it.
  public var dayNumber: Int { Int(storage) }

  /// The year, of which 0 is the one before 1.
  public var year: Int { components.year }

  /// The month, from 1 to 12.
  public var month: Int { components.month }

  /// The day of the month, from 1.
  public var day: Int { components.day }

  /// The day of the week (ISO 8601): 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    let days = dayNumber + 3
    return days - Self.floor(days, by: 7) * 7 + 1
  }

  /// Returns the last day of a month, or nothing if there is no such month.
  public static func lastDay(ofMonth month: Int, year: Int) -> CalendarDate? {
    length(ofMonth: month, year: year).flatMap { Self(year: year, month: month, day: $0) }
  }

  /// Returns the day so many days later, or nothing outside the supported years.
  public func adding(days: Int) -> CalendarDate? {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : Self(dayNumber: sum)
  }

  /// The year, month and day together, at the price of one.
  public var components: (year: Int, month: Int, day: Int) {
    let days = dayNumber + Self.epoch
    let era = Self.floor(days, by: Self.daysPerEra)
    let dayOfEra = days - era * Self.daysPerEra
    let yearOfEra =
      (dayOfEra - dayOfEra / (Self.daysPerFourYears - 1) + dayOfEra / Self.daysPerCentury
        - dayOfEra / (Self.daysPerEra - 1)) / 365
    let dayOfYear = dayOfEra - (yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100)
    let monthsSinceMarch = (dayOfYear * 5 + 2) / 153
    let month = (monthsSinceMarch + 2) % 12 + 1
    return (
      year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - Self.days(beforeMonth: monthsSinceMarch) + 1
    )
  }
}

extension CalendarDate: Comparable {
  /// Orders by time.
  public static func < (left: Self, right: Self) -> Bool { left.storage < right.storage }
}

extension CalendarDate {
  private static let daysPerFourYears = 1461
  private static let daysPerCentury = 36_524
  private static let daysPerEra = 146_097
  /// The days from 1 March of year 0 to 1970-01-01.
  private static let epoch = 719_468

  /// Counts the days from 1 March to a month; five months from March or August have 153 days.
  private static func days(beforeMonth monthsSinceMarch: Int) -> Int {
    (monthsSinceMarch * 153 + 2) / 5
  }

  static func length(ofMonth month: Int, year: Int) -> Int? {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: nil
    }
  }

  static func floor(_ number: Int, by divisor: Int) -> Int {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
