import GraphModel

/// Dates and times of day: what stands between the punctuation of intervals and lists.
extension EDTFParser {
  /// Reads a year, month, season or day, with a qualifier.
  mutating func parseDate() throws(EDTFError) -> Date {
    let start = position
    let years = try parseYears()
    var date = Date(bounds: try months(years.lowerBound, 1, years.upperBound, 12, at: start))
    if skip("-") {
      guard years.count == 1 else {
        throw error(
          "A year with X in it takes no month.",
          "Write the year alone.",
          at: position - 1
        )
      }
      date.bounds = try parseMonth(year: years.lowerBound, whole: date.bounds)
    }
    if skip("%") {
      date.isApproximate = true
      date.isUncertain = true
    } else if skip("~") {
      date.isApproximate = true
    } else if skip("?") {
      date.isUncertain = true
    }
    return date
  }

  /// Reads `2018`, `201X`, `20XX` or one of them after a minus sign.
  private mutating func parseYears() throws(EDTFError) -> ClosedRange<Int> {
    let start = position
    if peek == UInt8(ascii: "Y"), let next = bytes[position...].dropFirst().first,
      next == UInt8(ascii: "-") || Self.digits.contains(next)
    {
      throw error(
        "Years written with Y are out of range.",
        "Write a year from -9999 to 9999 in four digits.",
        at: start
      )
    }
    let isNegative = skip("-")
    var low = 0
    var size = 1
    for _ in 0..<4 {
      if size == 1, let digit = peekDigit {
        low = low * 10 + digit
      } else if peek == .unspecified {
        low *= 10
        size *= 10
      } else {
        throw unexpected()
      }
      position += 1
    }
    guard size <= 100, peekDigit == nil, peek != .unspecified else {
      throw error(
        "A year has four digits, of which the last one or two may be X.",
        "Write a year such as \"2018\", \"201X\" or \"20XX\".",
        at: start
      )
    }
    guard isNegative else { return low...(low + size - 1) }
    guard low + size > 1 else {
      throw error("Year 0 has no minus sign.", "Write \"0000\".", at: start)
    }
    return -(low + size - 1)...(-Swift.max(low, 1))
  }

  /// Reads what follows the first hyphen: `01`, `01-30`, `01-XX`, `XX`, `XX-XX` or a season.
  private mutating func parseMonth(
    year: Int,
    whole: DateBounds
  ) throws(EDTFError) -> DateBounds {
    let start = position
    guard let month = try parsePair() else {
      let hyphen = position
      guard skip("-"), try parsePair() != nil else { return whole }
      throw error(
        "A day needs its month.",
        "Write \"XX\" for the day too, or a list of days.",
        at: hyphen + 1
      )
    }
    switch month {
    case 1...12:
      let bounds = try months(year, month, year, month, at: start)
      return skip("-") ? try parseDay(month: month, year: year, whole: bounds) : bounds
    case 21...23:
      return try months(year, month * 3 - 60, year, month * 3 - 58, at: start)
    case 24:
      return try months(year, 12, year + 1, 2, at: start)
    default:
      throw error(
        "There is no month \(month).",
        "Write a month from 01 to 12, or a season from 21 (spring) to 24 (winter).",
        at: start
      )
    }
  }

  private mutating func parseDay(
    month: Int,
    year: Int,
    whole: DateBounds
  ) throws(EDTFError) -> DateBounds {
    let start = position
    guard let day = try parsePair() else { return whole }
    if let date = CalendarDate(year: year, month: month, day: day) { return DateBounds(day: date) }
    let length = whole.latest?.day ?? 31
    throw error(
      "\(EDTFTokens.monthNames[month - 1]) \(year) has \(length) days.",
      "Write a day from 01 to \(length), or leave it out if it is not known.",
      at: start
    )
  }

  /// Reads two digits, or nothing for `XX`.
  private mutating func parsePair() throws(EDTFError) -> Int? {
    let start = position
    let tens = peekDigit
    guard tens != nil || peek == .unspecified else { throw unexpected() }
    position += 1
    let ones = peekDigit
    guard ones != nil || peek == .unspecified else { throw unexpected() }
    position += 1
    if let tens, let ones { return tens * 10 + ones }
    guard tens == nil, ones == nil else {
      throw error(
        "X stands for both digits of a month or day, or for none.",
        "Write \"XX\", or an interval or list of days.",
        at: start
      )
    }
    return nil
  }

  /// Checks a time of day and its zone, such as `T10:00:00+01:00`.
  mutating func parseTime() throws(EDTFError) {
    position += 1
    try parsePair(upTo: 23)
    for _ in 0..<2 {
      guard skip(":") else { throw unexpected() }
      try parsePair(upTo: 59)
    }
    if skip("Z") || !(skip("+") || skip("-")) { return }
    try parsePair(upTo: 14)
    if skip(":") { try parsePair(upTo: 59) }
  }

  private mutating func parsePair(upTo limit: Int) throws(EDTFError) {
    let start = position
    guard let number = try parsePair(), number <= limit else {
      throw error(
        "The time of day must be given as hh:mm:ss with a zone such as Z or +01:00.",
        "Leave the time out: dates are kept to the day.",
        at: start
      )
    }
  }

  /// Returns the bounds from the start of one month to the end of another.
  private func months(
    _ year: Int,
    _ month: Int,
    _ lastYear: Int,
    _ lastMonth: Int,
    at start: Int
  ) throws(EDTFError) -> DateBounds {
    guard EDTF.years.contains(lastYear),
      let latest = CalendarDate.lastDay(ofMonth: lastMonth, year: lastYear),
      let earliest = CalendarDate(year: year, month: month, day: 1),
      let bounds = DateBounds(earliest: earliest, latest: latest)
    else {
      throw error("The date ends after the year 9999.", "Write the days as an interval.", at: start)
    }
    return bounds
  }
}
