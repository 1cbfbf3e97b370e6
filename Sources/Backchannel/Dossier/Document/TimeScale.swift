import CaseModel
import GraphModel

/// Places dates on an axis from 0 to 100.
struct TimeScale {
  /// Holds where a date lies on the axis.
  struct Bar: Hashable {
    let start: Double
    let end: Double
    /// Whether it is one day.
    let isDay: Bool
  }

  /// The first and the last day of the axis.
  let days: (first: CalendarDate, last: CalendarDate)

  /// Spans all bounds; `nil` when none has a known end.
  init?(_ bounds: [DateBounds]) {
    let days = bounds.flatMap { [$0.earliest, $0.latest] }.compactMap(\.self)
    guard let first = days.min(), let last = days.max() else { return nil }
    self.days = (first, last)
  }

  /// Where a date lies; never narrower than can be seen.
  func bar(_ bounds: DateBounds) -> Bar {
    let start = bounds.earliest.map { place($0, isEnd: false) } ?? 0
    let end = bounds.latest.map { place($0, isEnd: true) } ?? 100
    return Bar(
      start: min(start, 99),
      end: max(end, start + 1),
      isDay: bounds.onlyDay != nil
    )
  }

  /// A day begins where the day before it ends.
  private func place(_ day: CalendarDate, isEnd: Bool) -> Double {
    let length = days.last.dayNumber - days.first.dayNumber + 1
    let offset = day.dayNumber - days.first.dayNumber + (isEnd ? 1 : 0)
    return Double(offset) * 100 / Double(length)
  }
}
