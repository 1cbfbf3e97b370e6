import GraphModel

extension Value {
  /// The value as other programs expect it in JSON: dates and times as their ISO text, numbers that
  /// are not finite as text, maps as objects with keys in ascending order.
  var plainJSON: JSONValue {
    switch self {
    case .null: .null
    case .boolean(let truth): .boolean(truth)
    case .integer(let number): .integer(number)
    case .float(let number): number.isFinite ? .float(number) : .string(text)
    case .string(let text): .string(text)
    case .list(let values): .array(values.map(\.plainJSON))
    case .map(let values):
      .object(
        values.sorted { $0.key < $1.key }.map { JSONMember(key: $0.key, value: $0.value.plainJSON) }
      )
    default: .string(text)
    }
  }
}
