import GraphModel
import QueryEngine

/// Converts values to and from the encoding of the conformance kit's protocol.
enum ConformanceValues {
  /// Returns the encoding of a value; entities are looked up in `graph`.
  static func json(_ value: Value, _ graph: PropertyGraph) -> JSONValue {
    switch value {
    case .null: .null
    case .boolean(let truth): .boolean(truth)
    case .integer(let number): .integer(number)
    case .float(let number): tagged("$float", text(of: number))
    case .string(let text): .string(text)
    case .list(let values): .array(values.map { json($0, graph) })
    case .map(let values): ["$map": object(values, graph)]
    case .node(let id): ["$node": node(id, graph)]
    case .relationship(let id): ["$rel": relationship(id, graph)]
    case .path(let path):
      [
        "$path": [
          "nodes": .array(path.nodes.map { node($0, graph) }),
          "rels": .array(path.relationships.map { relationship($0, graph) }),
        ]
      ]
    case .date: tagged("$date", value.text)
    case .localTime: tagged("$localtime", value.text)
    case .time: tagged("$time", value.text)
    case .localDateTime: tagged("$localdatetime", value.text)
    case .dateTime: tagged("$datetime", value.text)
    case .duration: tagged("$duration", value.text)
    case .point: tagged("$point", value.text)
    }
  }

  private static func tagged(_ tag: String, _ text: String) -> JSONValue {
    .object([JSONMember(key: tag, value: .string(text))])
  }

  private static func text(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    return "\(number)"
  }

  private static func object(_ values: Properties, _ graph: PropertyGraph) -> JSONValue {
    .object(
      values.sorted { $0.key < $1.key }.map {
        JSONMember(key: $0.key, value: json($0.value, graph))
      }
    )
  }

  private static func node(_ id: NodeID, _ graph: PropertyGraph) -> JSONValue {
    let shown = graph.shown(id)
    return [
      "id": .integer(id.rawValue), "labels": .strings(shown.labels),
      "properties": object(shown.properties, graph),
    ]
  }

  private static func relationship(_ id: RelationshipID, _ graph: PropertyGraph) -> JSONValue {
    let shown = graph.shown(id)
    return [
      "id": .integer(id.rawValue), "type": .string(shown.type),
      "start": .integer(shown.source.rawValue), "end": .integer(shown.target.rawValue),
      "properties": object(shown.properties, graph),
    ]
  }

  /// Reads the encoding of a parameter or cell.
  static func value(_ json: JSONValue) -> Value {
    switch json {
    case .null: .null
    case .boolean(let truth): .boolean(truth)
    case .integer(let number): .integer(number)
    case .float(let number): .float(number)
    case .string(let text): .string(text)
    case .array(let elements): .list(elements.map(value))
    case .object(let members): object(members)
    }
  }

  private static func object(_ members: [JSONMember]) -> Value {
    guard let member = members.first, members.count == 1 else { return .null }
    switch (member.key, member.value) {
    case ("$float", .string("NaN")): return .float(.nan)
    case ("$float", .string("Infinity")): return .float(.infinity)
    case ("$float", .string("-Infinity")): return .float(-.infinity)
    case ("$float", .string(let text)): return Double(text).map(Value.float) ?? .null
    case ("$int", .string(let text)): return Int64(text).map(Value.integer) ?? .null
    case ("$map", .object(let entries)):
      return .map(
        Dictionary(entries.map { ($0.key, value($0.value)) }) { _, last in last }
      )
    default: return .null
    }
  }
}
