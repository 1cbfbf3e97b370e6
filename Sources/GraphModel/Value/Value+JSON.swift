// The stored form of values. JSON lacks dates and the difference between 1 and 1.0, so dates and
// non-finite floats are objects with one `$` member, and floats always carry a point or exponent.
// Nodes, relationships and paths have no stored form: what they are written as is not read back.
// A map whose own key starts with `$` is wrapped in `{"$map": …}` so that it cannot be mistaken.

extension Value {
  /// Returns the stored form; object members are in ascending order of their keys.
  public var json: JSONValue {
    switch self {
    case .null: .null
    case .boolean(let truth): .boolean(truth)
    case .integer(let number): .integer(number)
    case .float(let number):
      number.isFinite ? .float(number) : ["$float": .string("\(number)")]
    case .string(let text): .string(text)
    case .date(let day): ["$date": .string(day.description)]
    case .localTime, .time, .localDateTime, .dateTime, .duration, .point: taggedJSON
    case .node(let id): ["$node": .integer(id.rawValue)]
    case .relationship(let id): ["$relationship": .integer(id.rawValue)]
    case .path(let path):
      ["$path": .array(path.nodes.map { .integer($0.rawValue) })]
    case .list(let values): .array(values.map(\.json))
    case .map(let values):
      values.keys.contains { $0.hasPrefix("$") }
        ? ["$map": Self.object(values)] : Self.object(values)
    }
  }

  /// Reads the stored form back; `nil` when an object uses an unknown `$` member.
  public init?(json: JSONValue) {
    switch json {
    case .null: self = .null
    case .boolean(let truth): self = .boolean(truth)
    case .integer(let number): self = .integer(number)
    case .float(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .array(let elements):
      let values = elements.compactMap(Value.init(json:))
      guard values.count == elements.count else { return nil }
      self = .list(values)
    case .object(let members):
      guard let value = Self.tagged(members) ?? Self.plainMap(members) else { return nil }
      self = value
    }
  }

  /// Returns the members of `properties` as an object in ascending order of keys.
  public static func object(_ properties: Properties) -> JSONValue {
    .object(
      properties.sorted { $0.key < $1.key }.map { JSONMember(key: $0.key, value: $0.value.json) }
    )
  }

  /// Appends the text of the stored form of a map, `Value.map(properties).json.text()`, without
  /// making a tree of it first.
  public static func appendText(of properties: Properties, to bytes: inout [UInt8]) {
    guard !properties.keys.contains(where: { $0.utf8.first == UInt8(ascii: "$") }) else {
      bytes.append(contentsOf: Value.map(properties).json.text().utf8)
      return
    }
    var mark = UInt8(ascii: "{")
    for (key, value) in properties.sorted(by: { $0.key < $1.key }) {
      bytes.append(mark)
      mark = UInt8(ascii: ",")
      JSONText.append(key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      if case .string(let text) = value {
        JSONText.append(text, to: &bytes)
      } else {
        bytes.append(contentsOf: value.json.text().utf8)
      }
    }
    if properties.isEmpty { bytes.append(mark) }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Reads an object of stored values; `nil` when `json` is no such object.
  public static func properties(json: JSONValue) -> Properties? {
    guard case .object(let members) = json, case .map(let values)? = plainMap(members) else {
      return nil
    }
    return values
  }

  private static func tagged(_ members: [JSONMember]) -> Value? {
    guard members.count == 1, let member = members.first else { return nil }
    switch (member.key, member.value) {
    case ("$date", .string(let text)): return CalendarDate(iso: text).map(Value.date)
    case ("$float", .string(let text)): return Double(text).map(Value.float)
    case ("$map", .object(let inner)):
      var values: Properties = [:]
      for member in inner {
        guard let value = Value(json: member.value) else { return nil }
        values[member.key] = value
      }
      return .map(values)
    case ("$point", .array(let parts)): return point(parts)
    case (let tag, .string(let text)): return temporal(tag, text)
    default: return nil
    }
  }

  private static func plainMap(_ members: [JSONMember]) -> Value? {
    var values: Properties = [:]
    for member in members {
      guard !member.key.hasPrefix("$"), let value = Value(json: member.value) else { return nil }
      values[member.key] = value
    }
    return .map(values)
  }
}
