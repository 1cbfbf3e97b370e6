// The stored form of temporal values and points, each an object with one `$` member.

extension Value {
  /// The object of a temporal value or a point.
  var taggedJSON: JSONValue {
    switch self {
    case .localTime(let time): ["$localtime": .string(time.description)]
    case .time(let time): ["$time": .string(time.description)]
    case .localDateTime(let time): ["$localdatetime": .string(time.description)]
    case .dateTime(let time): ["$datetime": .string(time.description)]
    case .duration(let duration): ["$duration": .string(duration.description)]
    case .point(let point):
      [
        "$point": .array(
          [.string(point.system.rawValue)] + point.coordinates.map { Value.float($0).json }
        )
      ]
    default: .null
    }
  }

  /// Reads the text of a temporal value by the tag of its type.
  static func temporal(_ tag: String, _ text: String) -> Value? {
    switch tag {
    case "$localtime": LocalTime(parsing: text).map(Value.localTime)
    case "$time": ZonedTime(parsing: text).map(Value.time)
    case "$localdatetime": LocalDateTime(parsing: text).map(Value.localDateTime)
    case "$datetime": ZonedDateTime(parsing: text).map(Value.dateTime)
    case "$duration": TemporalDuration(parsing: text).map(Value.duration)
    default: nil
    }
  }

  /// Reads the system and the coordinates of a point.
  static func point(_ parts: [JSONValue]) -> Value? {
    guard case .string(let name)? = parts.first, let system = Point.System(rawValue: name) else {
      return nil
    }
    let numbers = parts.dropFirst().compactMap { part -> Double? in
      guard case .float(let number)? = Value(json: part) else { return nil }
      return number
    }
    guard numbers.count == parts.count - 1, numbers.count == system.dimensions else { return nil }
    let height = numbers.count == 3 ? numbers[2] : nil
    return Point(system: system, x: numbers[0], y: numbers[1], z: height).map(Value.point)
  }
}
