extension Value {
  /// The text that `toString` gives, and for values that it refuses, the text of a literal.
  public var text: String {
    switch self {
    case .null: "null"
    case .boolean(let truth): truth ? "true" : "false"
    case .integer(let number): String(number)
    case .float(let number): FloatText.text(number)
    case .string(let text): text
    case .date(let day): day.description
    case .localTime(let time): time.description
    case .time(let time): time.description
    case .localDateTime(let time): time.description
    case .dateTime(let time): time.description
    case .duration(let duration): duration.description
    case .point(let point): point.description
    case .list(let values): "[" + values.map(\.nestedText).joined(separator: ", ") + "]"
    case .map(let values):
      "{"
        + values.sorted { TextOrder.order($0.key, $1.key) == .before }
        .map { "\($0.key): \($0.value.nestedText)" }.joined(separator: ", ") + "}"
    case .node(let id): "(\(id))"
    case .relationship(let id): "[\(id)]"
    case .path(let path):
      "<"
        + path.nodes.indices.map { index in
          index == 0
            ? "(\(path.nodes[0]))" : "[\(path.relationships[index - 1])](\(path.nodes[index]))"
        }.joined(separator: "-") + ">"
    }
  }

  /// The text within lists and maps, where strings are in quotes.
  private var nestedText: String {
    guard case .string(let text) = self else { return self.text }
    let escaped = text.split(separator: "\\", omittingEmptySubsequences: false)
      .joined(separator: "\\\\").split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "\\'")
    return "'\(escaped)'"
  }

  /// The name of the type, as error messages and `valueType` use it.
  public var typeName: String {
    switch self {
    case .null: "NULL"
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .float: "FLOAT"
    case .string: "STRING"
    case .date: "DATE"
    case .localTime: "LOCAL TIME"
    case .time: "ZONED TIME"
    case .localDateTime: "LOCAL DATETIME"
    case .dateTime: "ZONED DATETIME"
    case .duration: "DURATION"
    case .point: "POINT"
    case .list: "LIST"
    case .map: "MAP"
    case .node: "NODE"
    case .relationship: "RELATIONSHIP"
    case .path: "PATH"
    }
  }
}
