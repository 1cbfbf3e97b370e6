import GraphModel

/// Functions that make durations.
enum DurationFunctions {
  static let entries: [FunctionEntry] = [
    FunctionEntry(
      "duration",
      [.init("value", StaticType([.string, .map, .duration]))],
      gives: .duration,
      evaluate: duration
    ),
    between("duration.between", .mixed),
    between("duration.inMonths", .months),
    between("duration.inDays", .days),
    between("duration.inSeconds", .seconds),
  ]

  private static func duration(_ arguments: [Value], _ context: FunctionContext)
    throws(QueryError) -> Value
  {
    switch arguments[0] {
    case .duration: return arguments[0]
    case .map(let parts): return try TemporalDuration.make(from: parts).map(Value.duration) ?? .null
    case .string(let text):
      guard let duration = TemporalDuration(parsing: text) else {
        throw QueryError(
          .invalidArgumentValue,
          .runtime,
          "'\(text)' cannot be read as a duration",
          kind: .argumentError,
          remedy: "write it as 'P1Y2M3DT4H5M6.7S'"
        )
      }
      return .duration(duration)
    default: throw .argument(arguments[0], of: "duration", wanted: "a string or a map")
    }
  }

  private static func between(_ name: String, _ measure: TemporalDuration.Measure)
    -> FunctionEntry
  {
    FunctionEntry(name, [.init("from", .instant), .init("to", .instant)], gives: .duration) {
      (arguments, _) throws(QueryError) in
      for argument in arguments where TemporalParts(argument) == nil {
        throw .argument(argument, of: name, wanted: "days and times")
      }
      guard let duration = TemporalDuration.between(arguments[0], arguments[1], in: measure) else {
        throw .overflow("\(name)()")
      }
      return .duration(duration)
    }
  }
}
