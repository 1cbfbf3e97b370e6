extension TemporalFields {
  /// Makes the day that the fields name; what they leave open is taken from `base`, or is first.
  func makeDate(base: CalendarDate?) throws(QueryError) -> CalendarDate {
    let groups: [[TemporalField]] = [
      [.month, .day], [.week, .dayOfWeek], [.quarter, .dayOfQuarter], [.ordinalDay],
    ]
    let used = groups.filter { contains(anyOf: $0) }
    guard used.count <= 1 else {
      let names = used.joined().filter { self[$0] != nil }.map(\.rawValue)
      throw .temporal("the fields \(names.joined(separator: " and ")) exclude each other")
    }
    let group = used.first ?? [.month, .day]
    if base == nil { try requireLeadingFields(group) }
    guard let date = date(of: group[0], base: base) else {
      let fields = ([.year] + group).compactMap { field in self[field].map { "\(field) \($0)" } }
      throw .temporal("there is no day with \(fields.joined(separator: ", "))")
    }
    return date
  }

  private func requireLeadingFields(_ group: [TemporalField]) throws(QueryError) {
    guard self[.year] != nil else {
      throw .temporal("the field 'year' is missing", remedy: "give a year, or a date to start from")
    }
    if let last = group.last, group.count == 2, self[last] != nil, self[group[0]] == nil {
      throw .temporal("the field '\(last)' needs the field '\(group[0])'")
    }
  }

  private func date(of kind: TemporalField, base: CalendarDate?) -> CalendarDate? {
    let year = self[.year] ?? base?.year ?? 0
    switch kind {
    case .week:
      return CalendarDate(
        weekYear: self[.year] ?? base?.weekYear ?? 0,
        week: self[.week] ?? base?.week ?? 1,
        dayOfWeek: self[.dayOfWeek] ?? base?.weekday ?? 1
      )
    case .quarter:
      return CalendarDate(
        year: year,
        quarter: self[.quarter] ?? base?.quarter ?? 1,
        dayOfQuarter: self[.dayOfQuarter] ?? base?.dayOfQuarter ?? 1
      )
    case .ordinalDay:
      return CalendarDate(year: year, ordinalDay: self[.ordinalDay] ?? 1)
    default:
      return CalendarDate(
        year: year,
        month: self[.month] ?? base?.month ?? 1,
        day: self[.day] ?? base?.day ?? 1
      )
    }
  }
}
