import GraphModel

extension Value {
  /// What kind of value this is, in the words of error messages.
  var kindWithArticle: String {
    switch self {
    case .null: "null"
    case .boolean: "a truth value"
    case .integer: "an integer"
    case .float: "a float"
    case .string: "a string"
    case .date: "a date"
    case .localTime: "a local time"
    case .time: "a time"
    case .localDateTime: "a local date and time"
    case .dateTime: "a date and time"
    case .duration: "a duration"
    case .point: "a point"
    case .list: "a list"
    case .map: "a map"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    }
  }
}
