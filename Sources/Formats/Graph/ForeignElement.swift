import GraphModel

/// Reads labels, types and names out of the attributes by which other programs tell them.
struct ForeignElement {
  private let properties: Properties
  private let drawnLabel: String?

  /// - Parameter drawnLabel: The text of a drawing, for files that have no more.
  init(_ properties: Properties, drawnLabel: String? = nil) {
    self.properties = properties
    self.drawnLabel = drawnLabel
  }

  private static let labelKeys = ["labels", "labelV", "type"]
  private static let typeKeys = ["labelE", "label", "relationship", "type"]
  /// Longer texts are no names of kinds.
  private static let nameLimit = 200

  /// The labels of a node.
  var labels: [String] {
    guard let key = labelKey else { return [] }
    switch properties[key] {
    case .string(let text): return GraphMLLabels.labels(text)
    case .list(let values): return values.compactMap(\.stringValue)
    default: return []
    }
  }

  private var labelKey: String? { Self.labelKeys.first { kind($0) != nil } }

  private func kind(_ key: String) -> String? {
    if case .list? = properties[key] { return key }
    guard let text = properties[key]?.stringValue, !text.isEmpty, text.utf8.count < Self.nameLimit
    else { return nil }
    return text
  }

  /// The properties of a node: without what became labels, with a name.
  func nodeProperties(id: String) -> Properties {
    var result = properties
    if let key = labelKey { result[key] = nil }
    if result["name"] == nil {
      result["name"] =
        result["label"].flatMap { $0.stringValue.map(Value.string) }
        ?? .string(drawnLabel ?? id)
      if result["label"] == result["name"] { result["label"] = nil }
    }
    return result
  }

  private var typeKey: String? { Self.typeKeys.first { kind($0) != nil } }

  /// The type of a relationship.
  var type: String { typeKey.flatMap(kind) ?? drawnLabel ?? "RELATED" }

  /// The properties of a relationship, without what became its type.
  var edgeProperties: Properties {
    var result = properties
    if let key = typeKey { result[key] = nil }
    return result
  }
}
