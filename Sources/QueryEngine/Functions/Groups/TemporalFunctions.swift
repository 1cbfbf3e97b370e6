import GraphModel

/// Functions that make days and times, each type with the same set.
enum TemporalFunctions {
  static let entries: [FunctionEntry] =
    TemporalBuilder.Kind.allCases.flatMap(entries) + epochEntries

  private static let source = StaticType(
    StaticType.Kinds.instant.union([.string, .map])
  )

  private static func entries(_ kind: TemporalBuilder.Kind) -> [FunctionEntry] {
    let name = kind.rawValue
    let type = type(of: kind)
    return [
      FunctionEntry(name, [.init("value", source)], optional: 1, gives: type) {
        (arguments, context) throws(QueryError) in
        let builder = TemporalBuilder(kind, now: context.clock.statement)
        return arguments.isEmpty ? builder.current() : try builder.make(from: arguments[0])
      },
      FunctionEntry(
        "\(name).truncate",
        [.init("unit", .string), .init("value", .instant), .init("fields", .map)],
        optional: 2,
        gives: type
      ) { (arguments, context) throws(QueryError) in
        try truncate(arguments, TemporalBuilder(kind, now: context.clock.statement))
      },
      clock("\(name).transaction", kind) { $0.transaction },
      clock("\(name).statement", kind) { $0.statement },
      clock("\(name).realtime", kind, isDeterministic: false) { $0.realtime() },
    ]
  }

  private static func type(of kind: TemporalBuilder.Kind) -> StaticType {
    switch kind {
    case .date: StaticType(.date)
    case .localtime: StaticType(.localTime)
    case .time: StaticType(.time)
    case .localdatetime: StaticType(.localDateTime)
    case .datetime: StaticType(.dateTime)
    }
  }

  private static func truncate(_ arguments: [Value], _ builder: TemporalBuilder)
    throws(QueryError) -> Value
  {
    let unit = try arguments[0].string(for: "\(builder.kind).truncate")
    let value = arguments.count > 1 ? arguments[1] : .dateTime(builder.now)
    guard arguments.count > 2 else { return try builder.truncate(value, to: unit) }
    guard case .map(let fields) = arguments[2] else {
      throw .argument(arguments[2], of: "\(builder.kind).truncate", wanted: "a map")
    }
    return try builder.truncate(value, to: unit, setting: fields)
  }

  /// Makes a function that tells the time, in the zone of its argument.
  private static func clock(
    _ name: String,
    _ kind: TemporalBuilder.Kind,
    isDeterministic: Bool = true,
    _ read: @escaping @Sendable (StatementClock) -> ZonedDateTime
  ) -> FunctionEntry {
    FunctionEntry(
      name,
      [.init("timezone", StaticType([.string, .map]))],
      optional: 1,
      gives: type(of: kind),
      isDeterministic: isDeterministic
    ) { (arguments, context) throws(QueryError) in
      let builder = TemporalBuilder(kind, now: read(context.clock))
      var zone = arguments.first
      if case .map(let map)? = zone { zone = map["timezone"] }
      guard let zone else { return builder.current() }
      guard case .string(let text) = zone, let clock = ZoneOrOffset(parsing: text) else {
        throw .argument(zone, of: name, wanted: "the name of a time zone")
      }
      return builder.current(clock: clock)
    }
  }

  private static let epochEntries: [FunctionEntry] = [
    FunctionEntry(
      "datetime.fromEpoch",
      [.init("seconds", .integer), .init("nanoseconds", .integer)],
      optional: 1,
      gives: StaticType(.dateTime)
    ) { (arguments, context) throws(QueryError) in
      let seconds = try arguments[0].integer(for: "datetime.fromEpoch")
      let nanoseconds =
        arguments.count > 1 ? try arguments[1].integer(for: "datetime.fromEpoch") : 0
      return try moment(Int128(seconds) * 1_000_000_000 + Int128(nanoseconds))
    },
    FunctionEntry(
      "datetime.fromEpochMillis",
      [.init("milliseconds", .integer)],
      gives: StaticType(.dateTime)
    ) { (arguments, context) throws(QueryError) in
      let millis = try arguments[0].integer(for: "datetime.fromEpochMillis")
      return try moment(Int128(millis) * 1_000_000)
    },
  ]

  private static func moment(_ nanoseconds: Int128) throws(QueryError) -> Value {
    var (second, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    if rest < 0 { (second, rest) = (second - 1, rest + 1_000_000_000) }
    guard let second = Int64(exactly: second),
      let moment = ZonedDateTime(
        epochSecond: second,
        nanosecond: Int64(rest),
        clock: .offset(.utc)
      )
    else {
      throw QueryError(
        .invalidArgumentValue,
        .runtime,
        "that many seconds lie outside of the supported years",
        kind: .argumentError
      )
    }
    return .dateTime(moment)
  }
}
