extension CalendarDate {
  /// The quarter of the year, from 1 to 4.
  public var quarter: Int { (month - 1) / 3 + 1 }

  /// The day of the quarter, from 1.
  public var dayOfQuarter: Int {
    let (year, month, _) = components
    let start = Self.dayNumber(year: year, month: (month - 1) / 3 * 3 + 1)
    return dayNumber - start + 1
  }

  /// The day of the year, from 1.
  public var ordinalDay: Int { dayNumber - Self.dayNumber(year: year, month: 1) + 1 }

  /// The week of the year that the week belongs to (ISO 8601), from 1.
  public var week: Int { (dayNumber - Self.firstMonday(ofWeekYear: weekYear)) / 7 + 1 }

  /// The year that the week belongs to: that of its Thursday.
  public var weekYear: Int {
    let year = year
    if dayNumber < Self.firstMonday(ofWeekYear: year) { return year - 1 }
    return dayNumber >= Self.firstMonday(ofWeekYear: year + 1) ? year + 1 : year
  }

  /// Makes the day of a week, or nothing if the year has no such week.
  public init?(weekYear: Int, week: Int, dayOfWeek: Int) {
    guard Self.years.contains(weekYear), (1...53).contains(week), (1...7).contains(dayOfWeek) else {
      return nil
    }
    let start = Self.firstMonday(ofWeekYear: weekYear) + (week - 1) * 7
    guard start < Self.firstMonday(ofWeekYear: weekYear + 1) else { return nil }
    self.init(dayNumber: start + dayOfWeek - 1)
  }

  /// Makes the day of a quarter, or nothing if the quarter has no such day.
  public init?(year: Int, quarter: Int, dayOfQuarter: Int) {
    guard Self.years.contains(year), (1...4).contains(quarter) else { return nil }
    let start = Self.dayNumber(year: year, month: quarter * 3 - 2)
    let next =
      quarter == 4
      ? Self.dayNumber(year: year + 1, month: 1)
      : Self.dayNumber(year: year, month: quarter * 3 + 1)
    guard (1...(next - start)).contains(dayOfQuarter) else { return nil }
    self.init(dayNumber: start + dayOfQuarter - 1)
  }

  /// Makes the day of a year, or nothing if the year has no such day.
  public init?(year: Int, ordinalDay: Int) {
    guard Self.years.contains(year) else { return nil }
    let start = Self.dayNumber(year: year, month: 1)
    let length = Self.dayNumber(year: year + 1, month: 1) - start
    guard (1...length).contains(ordinalDay) else { return nil }
    self.init(dayNumber: start + ordinalDay - 1)
  }

  /// Returns the same day so many months later, or the last of the month where that is shorter;
  /// nothing outside the supported years.
  public func adding(months: Int64) -> CalendarDate? {
    let (year, month, day) = components
    let (sum, overflow) = Int64(year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow else { return nil }
    let newYear = Int(sum).flooredQuotient(by: 12)
    guard Self.years.contains(newYear) else { return nil }
    let newMonth = Int(sum) - newYear * 12 + 1
    let length = Self.length(ofMonth: newMonth, year: newYear) ?? 31
    return CalendarDate(year: newYear, month: newMonth, day: Swift.min(day, length))
  }

  /// The months since year 0.
  var monthNumber: Int64 {
    let (year, month, _) = components
    return Int64(year * 12 + month - 1)
  }

  /// The number of the first day of a month, also one year beyond the supported years.
  private static func dayNumber(year: Int, month: Int) -> Int {
    CalendarDate(unchecked: year, month: month).dayNumber
  }

  /// The number of the Monday of the week that holds 4 January.
  private static func firstMonday(ofWeekYear year: Int) -> Int {
    let fourth = CalendarDate(unchecked: year, month: 1).dayNumber + 3
    return fourth - (fourth + 3 - (fourth + 3).flooredQuotient(by: 7) * 7)
  }
}
