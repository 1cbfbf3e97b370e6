extension CalendarDate {
  /// Reads a day in one of the forms of ISO 8601: `2015-07-21`, `2015-W30-2`, `2015-202`, `2015-Q3-21`,
  /// each also without hyphens, and each also cut short to mean the first day.
  public init?(parsing text: String) {
    var scanner = TemporalScanner(text)
    guard let date = Self(&scanner), scanner.isAtEnd else { return nil }
    self = date
  }

  init?(_ scanner: inout TemporalScanner) {
    let isNegative = scanner.skip("-")
    let isSigned = isNegative || scanner.skip("+")
    if isSigned {
      guard let year = scanner.digits(1...9) else { return nil }
      self.init(&scanner, extendedYear: isNegative ? -year : year)
    } else {
      guard let year = scanner.digits(4) else { return nil }
      let isExtended = scanner.peek == UInt8(ascii: "-") || scanner.peek == nil
      if isExtended {
        self.init(&scanner, extendedYear: year)
      } else {
        self.init(&scanner, basicYear: year)
      }
    }
  }

  /// Reads what follows the year in a form with hyphens.
  private init?(_ scanner: inout TemporalScanner, extendedYear year: Int) {
    guard scanner.skip("-") else {
      self.init(year: year, month: 1, day: 1)
      return
    }
    if scanner.skip("W") {
      guard let week = scanner.digits(1...2) else { return nil }
      let day = scanner.skip("-") ? scanner.digits(1) : 1
      self.init(weekYear: year, week: week, dayOfWeek: day ?? 0)
    } else if scanner.skip("Q") {
      guard let quarter = scanner.digits(1) else { return nil }
      let day = scanner.skip("-") ? scanner.digits(1...2) : 1
      self.init(year: year, quarter: quarter, dayOfQuarter: day ?? 0)
    } else if scanner.digitCount == 3 {
      self.init(year: year, ordinalDay: scanner.digits(3) ?? 0)
    } else {
      guard let month = scanner.digits(1...2) else { return nil }
      let day = scanner.skip("-") ? scanner.digits(1...2) : 1
      self.init(year: year, month: month, day: day ?? 0)
    }
  }

  /// Reads what follows the year in a form without hyphens.
  private init?(_ scanner: inout TemporalScanner, basicYear year: Int) {
    if scanner.skip("W") {
      guard let week = scanner.digits(2) else { return nil }
      self.init(weekYear: year, week: week, dayOfWeek: scanner.digits(1) ?? 1)
    } else if scanner.skip("Q") {
      guard let quarter = scanner.digits(1) else { return nil }
      self.init(year: year, quarter: quarter, dayOfQuarter: scanner.digits(2) ?? 1)
    } else if scanner.digitCount == 3 {
      self.init(year: year, ordinalDay: scanner.digits(3) ?? 0)
    } else if scanner.digitCount == 0 {
      self.init(year: year, month: 1, day: 1)
    } else {
      guard let month = scanner.digits(2) else { return nil }
      self.init(year: year, month: month, day: scanner.digits(2) ?? 1)
    }
  }
}
