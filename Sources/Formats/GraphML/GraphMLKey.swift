import GraphModel

/// Declares an attribute of GraphML.
struct GraphMLKey {
  /// The name of the property.
  let name: String
  /// Whether it is about edges; `nil` for both.
  let isOfEdges: Bool?
  /// The words of `attr.type`, or of our own note.
  let type: String
  /// Whether it follows from claims.
  let isDerived: Bool
  /// The text that elements without it have.
  var fallback: String?

  init(_ attributes: [String: String], note: String) {
    let note = try? JSONReader.read(note.utf8).json
    isOfEdges =
      switch attributes["for"] {
      case "node": false
      case "edge": true
      default: nil
      }
    name = Self.text(note?["key"]) ?? attributes["attr.name"] ?? attributes["id"] ?? ""
    type = Self.text(note?["type"]) ?? attributes["attr.type"] ?? "string"
    isDerived = note?["derived"] == true
  }

  /// Reads a value; what is no value of its type stays text.
  func value(_ text: String) -> Value {
    let word = text.trimmingXMLSpace
    let value: Value? =
      switch type {
      case "boolean": Self.boolean(word).map(Value.boolean)
      case "int", "long": Int64(word).map(Value.integer)
      case "float", "double": FloatNotation.number(word).map(Value.float)
      case "date": CalendarDate(iso: word).map(Value.date)
      case "json": (try? JSONReader.read(text.utf8).json).flatMap { Value(json: $0) }
      default: nil
      }
    return value ?? .string(text)
  }

  private static func boolean(_ word: String) -> Bool? {
    switch word {
    case "true", "1", "True": true
    case "false", "0", "False": false
    default: nil
    }
  }

  private static func text(_ value: JSONValue?) -> String? {
    guard case .string(let text) = value else { return nil }
    return text
  }
}

extension String {
  /// The text without the spaces and line breaks that XML counts as such at its ends.
  var trimmingXMLSpace: String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
    var rest = self[...].drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return String(rest)
  }
}
