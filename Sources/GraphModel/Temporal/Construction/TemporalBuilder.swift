/// Makes temporal values of one type out of texts, maps and other temporal values.
public struct TemporalBuilder: Sendable {
  /// Lists the types.
  public enum Kind: String, CaseIterable, Sendable {
    case date, localtime, time, localdatetime, datetime

    /// Whether values have a day.
    public var hasDate: Bool { self != .localtime && self != .time }
    /// Whether values have a time.
    public var hasTime: Bool { self != .date }
    /// Whether values have a time zone.
    public var hasZone: Bool { self == .time || self == .datetime }
  }

  /// The type.
  public let kind: Kind
  /// The moment that is taken for now.
  public let now: ZonedDateTime

  /// Makes a builder; values without a zone of their own get that of `now`.
  public init(_ kind: Kind, now: ZonedDateTime) {
    self.kind = kind
    self.now = now
  }

  /// Makes a value of a text, a map or another temporal value; null of null.
  ///
  /// - Throws: `invalidArgumentValue` where the argument names no such value.
  public func make(from argument: Value) throws(QueryError) -> Value {
    switch argument {
    case .null: return .null
    case .string(let text): return try parse(text)
    case .map(let map):
      guard let fields = try TemporalFields(map) else { return .null }
      return try make(fields)
    default:
      guard let parts = TemporalParts(argument) else {
        throw QueryError(
          .invalidArgumentValue,
          .runtime,
          "\(argument.typeName) \(argument.text) is no \(kind)",
          remedy: "give a string, a map or a temporal value"
        )
      }
      return try make(TemporalFields(), from: parts, date: parts)
    }
  }

  /// Makes the value of this moment.
  public func current(clock: ZoneOrOffset? = nil) -> Value {
    let moment = clock.flatMap(now.converted) ?? now
    return assemble(local: moment.local, clock: moment.clock, offset: moment.offset)
  }

  private func parse(_ text: String) throws(QueryError) -> Value {
    let value: Value? =
      switch kind {
      case .date: CalendarDate(parsing: text).map(Value.date)
      case .localtime: LocalTime(parsing: text).map(Value.localTime)
      case .time: ZonedTime(parsing: text, default: now.offset).map(Value.time)
      case .localdatetime: LocalDateTime(parsing: text).map(Value.localDateTime)
      case .datetime: ZonedDateTime(parsing: text, default: now.clock).map(Value.dateTime)
      }
    guard let value else {
      throw .temporal("'\(text)' cannot be read as \(kind)", remedy: "write it as \(example)")
    }
    return value
  }

  private var example: String {
    switch kind {
    case .date: "'2018-01-30'"
    case .localtime: "'12:31:14'"
    case .time: "'12:31:14+01:00'"
    case .localdatetime: "'2018-01-30T12:31:14'"
    case .datetime: "'2018-01-30T12:31:14+01:00'"
    }
  }

  private func make(_ fields: TemporalFields) throws(QueryError) -> Value {
    try check(fields)
    if fields.meansNow { return current(clock: fields.clock) }
    if let moment = try epoch(fields) { return moment }
    return try make(fields, from: fields.timeSource, date: fields.dateSource)
  }

  /// Refuses fields that values of the type do not have.
  private func check(_ fields: TemporalFields) throws(QueryError) {
    let name = kind.rawValue
    if !kind.hasDate { try fields.refuse(TemporalFields.dateFields + [.date], for: name) }
    if !kind.hasTime { try fields.refuse(TemporalFields.timeFields + [.time], for: name) }
    if !kind.hasZone, kind != .date { try fields.refuse([.timezone], for: name) }
    if kind != .datetime, kind != .localdatetime {
      try fields.refuse([.epochSeconds, .epochMillis], for: name)
    }
  }

  private func epoch(_ fields: TemporalFields) throws(QueryError) -> Value? {
    guard fields.contains(anyOf: [.epochSeconds, .epochMillis]) else { return nil }
    let millis = fields[.epochMillis] ?? 0
    let second = (fields[.epochSeconds] ?? millis.flooredQuotient(by: 1000))
    let fraction = fields[.epochSeconds] == nil ? millis - second * 1000 : 0
    let rest = fields[.nanosecond] ?? 0
    guard (0..<1_000_000_000).contains(rest) else {
      throw .temporal("the field 'nanosecond' must lie between 0 and 999999999")
    }
    let nanosecond = fraction * 1_000_000 + rest
    let clock = fields.clock ?? now.clock
    guard
      let moment = ZonedDateTime(
        epochSecond: Int64(second),
        nanosecond: Int64(nanosecond),
        clock: clock
      )
    else { throw .temporal("that many seconds and nanoseconds name no supported time") }
    return assemble(local: moment.local, clock: clock, offset: moment.offset)
  }

  private func make(
    _ fields: TemporalFields,
    from time: TemporalParts?,
    date: TemporalParts?
  ) throws(QueryError) -> Value {
    if kind.hasDate, let date, date.date == nil {
      throw .temporal("the source of the day has none")
    }
    if !kind.hasDate, let time, time.time == nil {
      throw .temporal("the source of the time has none")
    }
    let day = kind.hasDate ? try fields.makeDate(base: date?.date) : now.local.date
    let clockTime = kind.hasTime ? try fields.makeTime(base: base(time)) : .midnight
    let local = LocalDateTime(date: day, time: clockTime)
    guard kind.hasZone else { return assemble(local: local, clock: now.clock, offset: now.offset) }
    let source = ZonedDateTime(
      local: local,
      clock: time?.clock ?? fields.clock ?? now.clock,
      preferred: time?.offset
    )
    // A time that has a zone of its own is converted; one that has none is read in the zone.
    let moment = fields.clock.flatMap(source.converted) ?? source
    return assemble(local: moment.local, clock: moment.clock, offset: moment.offset)
  }

  /// The time to start from: that of the source, or midnight if the source is a day.
  private func base(_ source: TemporalParts?) -> LocalTime? {
    source.map { $0.time ?? .midnight }
  }

  func assemble(local: LocalDateTime, clock: ZoneOrOffset, offset: UTCOffset) -> Value {
    switch kind {
    case .date: .date(local.date)
    case .localtime: .localTime(local.time)
    case .time: .time(ZonedTime(time: local.time, offset: offset))
    case .localdatetime: .localDateTime(local)
    case .datetime: .dateTime(ZonedDateTime(local: local, clock: clock, preferred: offset))
    }
  }
}
