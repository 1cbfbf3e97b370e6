extension TemporalDuration {
  /// Reads `P1Y2M3W4DT5H6M7.5S`, each part with a sign and fraction of its own, or a duration written
  /// as a date and time, `P2012-02-02T14:37:21.545`.
  public init?(parsing text: String) {
    var scanner = TemporalScanner(text)
    let isNegative = scanner.skip("-")
    if !isNegative { _ = scanner.skip("+") }
    guard scanner.skip("P"), let duration = Self(&scanner), scanner.isAtEnd else { return nil }
    guard let result = isNegative ? duration.negated : duration else { return nil }
    self = result
  }

  private init?(_ scanner: inout TemporalScanner) {
    if scanner.digitCount == 4 {
      var attempt = scanner
      if let duration = Self(dateAndTime: &attempt) {
        scanner = attempt
        self = duration
        return
      }
    }
    var parts = Parts()
    guard parts.read(&scanner, units: "YMWD", areTimes: false) else { return nil }
    if scanner.skip("T") {
      guard !scanner.isAtEnd, parts.read(&scanner, units: "HMS", areTimes: true) else { return nil }
    }
    guard parts.isFilled, let duration = parts.sum else { return nil }
    self = duration
  }

  /// Reads `2012-02-02T14:37:21.545` as 2012 years, 2 months, 2 days and a time.
  private init?(dateAndTime scanner: inout TemporalScanner) {
    guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2),
      scanner.skip("-"), let day = scanner.digits(2), month <= 12, day <= 31
    else { return nil }
    var nanoseconds: Int64 = 0
    if scanner.skip("T") {
      guard let time = LocalTime(&scanner) else { return nil }
      nanoseconds = time.nanosecondOfDay
    }
    self.init(
      months: Int64(year * 12 + month),
      days: Int64(day),
      seconds: 0,
      nanoseconds: nanoseconds
    )
  }

  /// Collects the parts of a text.
  private struct Parts {
    var sum: TemporalDuration? = .zero
    var isFilled = false

    /// Reads parts in the order of their units; each at most once.
    mutating func read(_ scanner: inout TemporalScanner, units: String, areTimes: Bool) -> Bool {
      var units = units[...]
      while let next = scanner.peek, next != UInt8(ascii: "T") {
        guard let number = Self.number(&scanner),
          let unit = units.first(where: { scanner.skip($0.unicodeScalars.first ?? "?") })
        else { return false }
        units = units.drop { $0 != unit }.dropFirst()
        guard let part = Self.part(number, unit, isTime: areTimes) else { return false }
        sum = sum?.adding(part)
        isFilled = true
      }
      return sum != nil
    }

    private static func number(_ scanner: inout TemporalScanner) -> DecimalNumber? {
      let isNegative = scanner.skip("-")
      if !isNegative { _ = scanner.skip("+") }
      guard let whole = scanner.digits(1...18) else { return nil }
      var fraction = ""
      if scanner.skip(".") || scanner.skip(",") {
        fraction = scanner.run { (0x30...0x39).contains($0) }
        guard !fraction.isEmpty else { return nil }
      }
      return DecimalNumber(
        whole: Int64(whole),
        fractionDigits: fraction,
        isNegative: isNegative
      )
    }

    private static func part(_ number: DecimalNumber, _ unit: Character, isTime: Bool)
      -> TemporalDuration?
    {
      switch (unit, isTime) {
      case ("Y", _): TemporalDuration.of(months: number, times: 12)
      case ("M", false): TemporalDuration.of(months: number)
      case ("W", _): TemporalDuration.of(days: number, times: 7)
      case ("D", _): TemporalDuration.of(days: number)
      case ("H", _): TemporalDuration.of(seconds: number, times: 3600)
      case ("M", true): TemporalDuration.of(seconds: number, times: 60)
      default: TemporalDuration.of(seconds: number)
      }
    }
  }
}

extension TemporalDuration {
  /// Makes a duration of months or of groups of months, with fractions.
  static func of(months: DecimalNumber, times size: Int64 = 1) -> TemporalDuration? {
    months.multiplied(by: size).flatMap {
      TemporalDuration(months: $0, days: .zero, seconds: .zero, nanoseconds: .zero)
    }
  }

  /// Makes a duration of days or of groups of days, with fractions.
  static func of(days: DecimalNumber, times size: Int64 = 1) -> TemporalDuration? {
    days.multiplied(by: size).flatMap {
      TemporalDuration(months: .zero, days: $0, seconds: .zero, nanoseconds: .zero)
    }
  }

  /// Makes a duration of seconds or of groups of seconds, with fractions.
  static func of(seconds: DecimalNumber, times size: Int64 = 1) -> TemporalDuration? {
    seconds.multiplied(by: size).flatMap {
      TemporalDuration(months: .zero, days: .zero, seconds: $0, nanoseconds: .zero)
    }
  }

  /// Makes a duration of nanoseconds or of groups of nanoseconds, without their fractions.
  static func of(nanoseconds: DecimalNumber, times size: Int64 = 1) -> TemporalDuration? {
    nanoseconds.multiplied(by: size).flatMap {
      TemporalDuration(months: .zero, days: .zero, seconds: .zero, nanoseconds: $0)
    }
  }
}
