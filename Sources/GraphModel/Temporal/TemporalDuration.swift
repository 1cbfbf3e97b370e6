/// Holds a length of time as months, days, seconds and nanoseconds, which do not carry into each
/// other.
public struct TemporalDuration: Hashable, Sendable {
  /// No time at all.
  public static let zero = TemporalDuration(months: 0, days: 0, seconds: 0, nanosecond: 0)
  /// The mean length of a month of the Gregorian calendar, in seconds.
  static let secondsPerMonth: Int64 = 2_629_746

  /// Months, of which twelve are a year.
  public let months: Int64
  /// Days, which are not always 24 hours.
  public let days: Int64
  /// Whole seconds, rounded down.
  public let seconds: Int64
  private let storage: Int32

  /// The nanoseconds after `seconds`, from 0 to 999,999,999.
  public var nanosecond: Int64 { Int64(storage) }

  private init(months: Int64, days: Int64, seconds: Int64, nanosecond: Int32) {
    self.months = months
    self.days = days
    self.seconds = seconds
    storage = nanosecond
  }

  /// Makes a duration, or nothing if the seconds overflow; nanoseconds may be of any size and sign.
  public init?(months: Int64 = 0, days: Int64 = 0, seconds: Int64 = 0, nanoseconds: Int64 = 0) {
    self.init(
      months: Int128(months),
      days: Int128(days),
      nanoseconds: Int128(seconds) * 1_000_000_000 + Int128(nanoseconds)
    )
  }

  /// Makes a duration, or nothing if a part overflows.
  init?(months: Int128, days: Int128, nanoseconds: Int128) {
    var (seconds, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    if rest < 0 { (seconds, rest) = (seconds - 1, rest + 1_000_000_000) }
    guard let months = Int64(exactly: months), let days = Int64(exactly: days),
      let seconds = Int64(exactly: seconds)
    else { return nil }
    self.init(months: months, days: days, seconds: seconds, nanosecond: Int32(rest))
  }

  /// The seconds and nanoseconds together, in nanoseconds.
  var totalNanoseconds: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanosecond) }

  /// The length in nanoseconds if months have their mean length and days have 24 hours.
  var meanNanoseconds: Int128 {
    (Int128(months) * Int128(Self.secondsPerMonth) + Int128(days) * 86_400) * 1_000_000_000
      + totalNanoseconds
  }

  /// Orders by mean length, then by months and days; only for sorting, as two months can be
  /// shorter or longer than sixty days.
  public static func precedes(_ left: Self, _ right: Self) -> Bool {
    (left.meanNanoseconds, left.months, left.days)
      < (right.meanNanoseconds, right.months, right.days)
  }
}

extension TemporalDuration: CustomStringConvertible {
  /// The duration as ISO 8601 writes it, each part with a sign of its own: `P1Y2M-3DT-0.5S`.
  public var description: String {
    var date = ""
    func add(_ number: Int64, _ unit: String) { if number != 0 { date += "\(number)\(unit)" } }
    add(months / 12, "Y")
    add(months % 12, "M")
    add(days, "D")
    let time = timeText
    if date.isEmpty, time.isEmpty { return "PT0S" }
    return time.isEmpty ? "P" + date : "P" + date + "T" + time
  }

  private var timeText: String {
    var whole = seconds
    var fraction = nanosecond
    if whole < 0, fraction > 0 { (whole, fraction) = (whole + 1, fraction - 1_000_000_000) }
    var text = ""
    if whole / 3600 != 0 { text += "\(whole / 3600)H" }
    if whole / 60 % 60 != 0 { text += "\(whole / 60 % 60)M" }
    let second = whole % 60
    guard second != 0 || fraction != 0 else { return text }
    let sign = second == 0 && fraction < 0 ? "-" : ""
    return text + "\(sign)\(second)\(TemporalText.fraction(Int(abs(fraction))))S"
  }
}
