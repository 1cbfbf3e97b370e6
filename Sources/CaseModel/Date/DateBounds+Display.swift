import GraphModel

extension DateBounds: CustomStringConvertible {
  /// The bounds for people: `2018-01-30`, `2018-01`, `2018`, `[2018-01-22, 2018-01-28]` or, with
  /// an open end, `[…, 2018-02-28]`.
  public var description: String { text(isShort: false) }

  /// The bounds with the last day cut down to what differs: `[2018-01-22, 28]`,
  /// `[2018-01-22, 02-03]`.
  public var shortDescription: String { text(isShort: true) }

  private func text(isShort: Bool) -> String {
    guard let earliest, let latest else {
      return "[\(earliest?.description ?? "…"), \(latest?.description ?? "…")]"
    }
    let start = earliest.description
    if earliest == latest { return start }
    let (year, month, day) = earliest.components
    let (lastYear, lastMonth, lastDay) = latest.components
    if year == lastYear, day == 1 {
      if month == 1, lastMonth == 12, lastDay == 31 { return String(start.dropLast(6)) }
      if month == lastMonth, latest == CalendarDate.lastDay(ofMonth: month, year: year) {
        return String(start.dropLast(3))
      }
    }
    let end = latest.description
    guard isShort, year == lastYear else { return "[\(start), \(end)]" }
    return "[\(start), \(end.suffix(month == lastMonth ? 2 : 5))]"
  }
}
