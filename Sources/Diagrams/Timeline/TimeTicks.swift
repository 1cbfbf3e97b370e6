import GraphModel

/// Finds the marks of a time axis: days, months or years, as many as there is room for.
struct TimeTicks {
  /// Holds a mark.
  struct Tick: Hashable {
    let place: Double
    /// The day, month or year.
    let label: String
    /// The year where it is not clear from the mark before.
    let year: String?
  }

  private enum Step {
    case days(Int), months(Int), years(Int)
  }

  /// The least distance of two marks in points.
  private static let room = 46.0
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The marks from left to right, none in a cut.
  let ticks: [Tick]

  init(_ scale: TimeScale) {
    let perDay = scale.pieces.first { !$0.isCut }.map { piece in
      (piece.end - piece.start) / Double(piece.days.count)
    }
    let step = Self.step(perDay ?? 1)
    ticks = scale.pieces.filter { !$0.isCut }.flatMap { piece in
      var year: Int?
      return Self.days(in: piece.days, step).map { day in
        defer { year = day.year }
        return Tick(
          place: scale.place(day.dayNumber),
          label: Self.label(day, step),
          year: Self.isYears(step) || year == day.year ? nil : "\(day.year)"
        )
      }
    }
  }

  private static func step(_ pointsPerDay: Double) -> Step {
    for days in [1, 2, 7, 14] where Double(days) * pointsPerDay >= room { return .days(days) }
    for months in [1, 3, 6] where Double(months) * 30 * pointsPerDay >= room {
      return .months(months)
    }
    var years = 1
    for factor in [2.0, 2.5, 2].cycled(times: 12) where Double(years) * 365 * pointsPerDay < room {
      years = Int(Double(years) * factor)
    }
    return .years(years)
  }

  private static func isYears(_ step: Step) -> Bool {
    if case .years = step { true } else { false }
  }

  private static func label(_ day: CalendarDate, _ step: Step) -> String {
    let (year, month, number) = day.components
    return switch step {
    case .days: "\(number) \(months[month - 1])"
    case .months: months[month - 1]
    case .years: "\(year)"
    }
  }

  /// The days of a range on which a mark stands.
  private static func days(in range: Range<Int>, _ step: Step) -> [CalendarDate] {
    guard let start = CalendarDate(dayNumber: range.lowerBound) else { return [] }
    switch step {
    case .days(let count):
      // Weeks begin on Mondays.
      let offset = count >= 7 ? (8 - start.weekday) % 7 : 0
      return stride(from: range.lowerBound + offset, to: range.upperBound, by: count)
        .compactMap { CalendarDate(dayNumber: $0) }
    case .months(let count):
      let first = start.year * 12 + (start.month - 1)
      let aligned = (first + count - (start.day == 1 ? 1 : 0)) / count * count
      return Self.firsts(from: aligned, by: count, in: range)
    case .years(let count):
      let aligned = Int((Double(start.year) / Double(count)).rounded(.up)) * count
      return Self.firsts(from: aligned * 12, by: count * 12, in: range)
    }
  }

  /// The first days of months, counted from the year 0, that lie in a range.
  private static func firsts(from month: Int, by step: Int, in range: Range<Int>)
    -> [CalendarDate]
  {
    (0...60).compactMap { index in
      let number = month + index * step
      let year = Int((Double(number) / 12).rounded(.down))
      return CalendarDate(year: year, month: number - year * 12 + 1, day: 1)
    }
    .filter { range.contains($0.dayNumber) }
  }
}

extension [Double] {
  /// The elements again and again.
  fileprivate func cycled(times: Int) -> [Double] {
    (0..<times).flatMap { _ in self }
  }
}
