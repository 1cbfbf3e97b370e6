extension TemporalDuration {
  /// Makes a duration of parts that may have fractions, which spill down into the smaller units.
  ///
  /// A fraction of a month counts in days of which the mean month has 30.436875. What remains below
  /// a nanosecond is dropped.
  init?(
    months: DecimalNumber,
    days: DecimalNumber,
    seconds: DecimalNumber,
    nanoseconds: DecimalNumber
  ) {
    let day: Int128 = 86_400_000_000_000
    let month = Int128(Self.secondsPerMonth) * 1_000_000_000
    let (wholeMonths, monthRest) = Self.split(months, nanosecondsPerUnit: month)
    let (wholeDays, dayRest) = Self.split(days, nanosecondsPerUnit: day)
    let (wholeSeconds, secondRest) = Self.split(seconds, nanosecondsPerUnit: 1_000_000_000)
    let rest =
      wholeSeconds * 1_000_000_000 + secondRest + dayRest
      + nanoseconds.numerator / nanoseconds.denominator
    self.init(
      months: wholeMonths,
      days: wholeDays + monthRest / day,
      nanoseconds: rest + monthRest % day
    )
  }

  /// Splits a number of units into whole ones and the nanoseconds of the rest.
  private static func split(_ number: DecimalNumber, nanosecondsPerUnit unit: Int128)
    -> (whole: Int128, rest: Int128)
  {
    let (whole, rest) = number.numerator.quotientAndRemainder(dividingBy: number.denominator)
    return (whole, rest * unit / number.denominator)
  }

  /// Adds part by part; nothing on overflow.
  public func adding(_ other: TemporalDuration) -> TemporalDuration? {
    TemporalDuration(
      months: Int128(months) + Int128(other.months),
      days: Int128(days) + Int128(other.days),
      nanoseconds: totalNanoseconds + other.totalNanoseconds
    )
  }

  /// Turns every sign around; nothing on overflow.
  public var negated: TemporalDuration? {
    TemporalDuration(
      months: -Int128(months),
      days: -Int128(days),
      nanoseconds: -totalNanoseconds
    )
  }

  /// Subtracts part by part; nothing on overflow.
  public func subtracting(_ other: TemporalDuration) -> TemporalDuration? {
    TemporalDuration(
      months: Int128(months) - Int128(other.months),
      days: Int128(days) - Int128(other.days),
      nanoseconds: totalNanoseconds - other.totalNanoseconds
    )
  }

  /// Multiplies every part, and spills the fractions down; nothing on overflow.
  public func multiplied(by factor: Double) -> TemporalDuration? {
    DecimalNumber(factor).flatMap { scaled(by: $0.numerator, over: $0.denominator) }
  }

  /// Multiplies every part; nothing on overflow.
  public func multiplied(by factor: Int64) -> TemporalDuration? {
    scaled(by: Int128(factor), over: 1)
  }

  /// Divides every part, and spills the fractions down; nothing on overflow or for zero.
  public func divided(by divisor: Double) -> TemporalDuration? {
    guard let number = DecimalNumber(divisor), number.numerator != 0 else { return nil }
    return scaled(by: number.denominator, over: number.numerator)
  }

  /// Divides every part, and spills the fractions down; nothing for zero.
  public func divided(by divisor: Int64) -> TemporalDuration? {
    divisor == 0 ? nil : scaled(by: 1, over: Int128(divisor))
  }

  private func scaled(by factor: Int128, over divisor: Int128) -> TemporalDuration? {
    let day: Int128 = 86_400_000_000_000
    let month = Int128(Self.secondsPerMonth) * 1_000_000_000
    guard let months = Self.scale(Int128(months), factor, divisor, nanosecondsPerUnit: month),
      let days = Self.scale(Int128(days), factor, divisor, nanosecondsPerUnit: day),
      let seconds = Self.scale(
        Int128(seconds),
        factor,
        divisor,
        nanosecondsPerUnit: 1_000_000_000
      ),
      let nanoseconds = Self.scale(Int128(nanosecond), factor, divisor, nanosecondsPerUnit: 0)
    else { return nil }
    let (product, overflow) = seconds.whole.multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflow, product.magnitude < 1 << 100 else { return nil }
    return TemporalDuration(
      months: months.whole,
      days: days.whole + months.rest / day,
      nanoseconds: product + seconds.rest + nanoseconds.whole + days.rest + months.rest % day
    )
  }

  private static func scale(
    _ number: Int128,
    _ factor: Int128,
    _ divisor: Int128,
    nanosecondsPerUnit unit: Int128
  ) -> (whole: Int128, rest: Int128)? {
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    let (whole, rest) = product.quotientAndRemainder(dividingBy: divisor)
    let (nanoseconds, isTooFine) = rest.multipliedReportingOverflow(by: unit)
    return isTooFine ? nil : (whole, nanoseconds / divisor)
  }
}
