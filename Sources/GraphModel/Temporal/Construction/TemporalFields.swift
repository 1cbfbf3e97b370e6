/// Holds the map from which a temporal value is made, checked for names and types.
struct TemporalFields {
  private var numbers: [TemporalField: Int] = [:]
  private var sources: [TemporalField: TemporalParts] = [:]
  /// How the clock shall be set.
  private(set) var clock: ZoneOrOffset?
  private let isEmptyButForClock: Bool

  /// Reads a map; nothing if one of its values is null.
  init?(_ map: Properties) throws(QueryError) {
    isEmptyButForClock = map.keys.allSatisfy { TemporalField(name: $0) == .timezone }
    for (key, value) in map.sorted(by: { $0.key < $1.key }) {
      guard let field = TemporalField(name: key) else {
        let names = TemporalField.allCases.map(\.rawValue)
        throw .temporal(
          "a temporal value has no field '\(key)'",
          candidates: NearMiss.candidates(for: key, among: names)
        )
      }
      guard !value.isNull else { return nil }
      try read(field, value)
    }
  }

  /// Makes a map without fields.
  init() { isEmptyButForClock = true }

  /// Whether nothing but a time zone is given, which means now.
  var meansNow: Bool { isEmptyButForClock }

  private mutating func read(_ field: TemporalField, _ value: Value) throws(QueryError) {
    switch (field, value) {
    case (.date, _), (.time, _), (.datetime, _):
      guard let parts = TemporalParts(value) else {
        throw .temporal("the field '\(field)' cannot be taken from \(value.typeName) \(value.text)")
      }
      sources[field] = parts
    case (.timezone, .string(let text)):
      guard let clock = ZoneOrOffset(parsing: text) else {
        throw .temporal(
          "'\(text)' is no time zone",
          remedy: "write '+01:00' or a name such as 'Europe/Paris'"
        )
      }
      self.clock = clock
    case (_, .integer(let number)) where field != .timezone:
      numbers[field] = Int(number)
    default:
      throw .temporal(
        "the field '\(field)' must be \(field == .timezone ? "a string" : "an integer"), not "
          + "\(value.typeName) \(value.text)"
      )
    }
  }

  subscript(field: TemporalField) -> Int? { numbers[field] }

  /// Adds a number that a truncated value keeps beside smaller fields.
  mutating func keep(_ field: TemporalField, _ number: Int) {
    if numbers[field] == nil { numbers[field] = number }
  }

  /// Whether one of the fields is given.
  func contains(anyOf fields: [TemporalField]) -> Bool { fields.contains { numbers[$0] != nil } }

  /// Where the day comes from.
  var dateSource: TemporalParts? { sources[.date] ?? sources[.datetime] }
  /// Where the time comes from.
  var timeSource: TemporalParts? { sources[.time] ?? sources[.datetime] }

  /// Refuses fields that the type to be made does not have.
  func refuse(_ fields: [TemporalField], for type: String) throws(QueryError) {
    for field in fields where numbers[field] != nil || sources[field] != nil {
      throw .temporal("\(type) has no field '\(field)'")
    }
    if clock != nil, fields.contains(.timezone) {
      throw .temporal("\(type) has no field 'timezone'")
    }
  }

  static let dateFields: [TemporalField] = [
    .year, .month, .day, .week, .dayOfWeek, .quarter, .dayOfQuarter, .ordinalDay,
  ]
  static let timeFields: [TemporalField] = [
    .hour, .minute, .second, .millisecond, .microsecond, .nanosecond,
  ]
}
