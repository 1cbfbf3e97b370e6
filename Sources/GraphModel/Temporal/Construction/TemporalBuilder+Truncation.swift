extension TemporalBuilder {
  /// Truncates a temporal value to a unit, then sets the fields of a map.
  ///
  /// - Throws: `invalidArgumentValue` where the unit or a field does not fit the type.
  public func truncate(_ value: Value, to unitName: String, setting map: Properties = [:])
    throws(QueryError) -> Value
  {
    let unit = try unit(unitName)
    guard let parts = TemporalParts(value) else {
      throw QueryError(
        .invalidArgumentValue,
        .runtime,
        "\(value.typeName) \(value.text) cannot be truncated"
      )
    }
    guard var fields = try TemporalFields(map) else { return .null }
    var base = parts
    base.date = parts.date?.truncated(to: unit)
    base.time = parts.time?.truncated(to: unit)
    guard base.date != nil || parts.date == nil else {
      throw .temporal("the start of the \(unit) lies outside of the supported years")
    }
    try require(base, unit)
    keepFractions(of: base.time, unit, &fields)
    return try apply(fields, to: base)
  }

  private func unit(_ name: String) throws(QueryError) -> TemporalUnit {
    guard let unit = TemporalUnit(name: name) else {
      throw .temporal(
        "'\(name)' is no unit of time",
        candidates: NearMiss.candidates(for: name, among: TemporalUnit.allCases.map(\.rawValue))
      )
    }
    if !kind.hasTime, unit > .day { throw .temporal("a date cannot be truncated to the \(unit)") }
    if !kind.hasDate, unit < .day { throw .temporal("a time cannot be truncated to the \(unit)") }
    return unit
  }

  private func require(_ parts: TemporalParts, _ unit: TemporalUnit) throws(QueryError) {
    if kind.hasDate, parts.date == nil { throw .temporal("a time alone has no day") }
    if parts.time == nil, !kind.hasDate || unit > .day { throw .temporal("a date has no time") }
  }

  /// Lets a field below the unit add to what was truncated rather than replace it.
  private func keepFractions(
    of time: LocalTime?,
    _ unit: TemporalUnit,
    _ fields: inout TemporalFields
  ) {
    guard let nanosecond = time?.nanosecond else { return }
    if unit == .millisecond, fields.contains(anyOf: [.microsecond, .nanosecond]) {
      fields.keep(.millisecond, nanosecond / 1_000_000)
    } else if unit == .microsecond, fields.contains(anyOf: [.nanosecond]) {
      fields.keep(.microsecond, nanosecond / 1_000)
    }
  }

  private func apply(_ fields: TemporalFields, to base: TemporalParts) throws(QueryError) -> Value {
    let day = kind.hasDate ? try fields.makeDate(base: base.date) : now.local.date
    let time = kind.hasTime ? try fields.makeTime(base: base.time ?? .midnight) : .midnight
    let local = LocalDateTime(date: day, time: time)
    let moment = ZonedDateTime(
      local: local,
      clock: fields.clock ?? base.clock ?? now.clock,
      preferred: base.offset
    )
    guard kind.hasZone else { return assemble(local: local, clock: now.clock, offset: now.offset) }
    return assemble(local: moment.local, clock: moment.clock, offset: moment.offset)
  }
}
