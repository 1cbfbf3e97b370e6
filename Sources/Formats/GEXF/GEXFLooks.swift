import GraphModel

/// Gives nodes and edges looks in GEXF: colours by kind, lines by status.
enum GEXFLooks {
  private static let colors: [(label: String, color: (Int, Int, Int))] = [
    ("Person", (38, 96, 164)), ("Agency", (120, 80, 160)), ("Country", (24, 128, 96)),
    ("Place", (96, 128, 32)), ("Topic", (160, 128, 32)), ("Event", (192, 96, 24)),
    ("Claim", (128, 128, 128)), ("Source", (88, 104, 120)), ("Question", (176, 48, 48)),
    ("Unknown", (200, 200, 200)),
  ]

  static func of(_ node: ExportGraph.Node) -> String {
    let color = colors.first { node.labels.contains($0.label) }?.color ?? (110, 110, 110)
    let size = node.labels.contains("Event") ? 14 : node.labels.contains("Entity") ? 18 : 8
    return "<viz:color r=\"\(color.0)\" g=\"\(color.1)\" b=\"\(color.2)\"/>"
      + "<viz:size value=\"\(size)\"/>"
  }

  /// Lines are as in our own diagrams: solid, dashed or dotted by status, red where disputed.
  static func of(_ edge: ExportGraph.Edge) -> String {
    var looks = ""
    let status = edge.derived["status"]?.stringValue ?? edge.properties["status"]?.stringValue
    if status == "disputed" || status == "denied" {
      looks += "<viz:color r=\"176\" g=\"48\" b=\"48\"/>"
    }
    if case .integer(let weight)? = edge.derived["weight"] {
      looks += "<viz:thickness value=\"\(min(weight, 10))\"/>"
    }
    let shape =
      switch status {
      case "confirmed", "disputed": "solid"
      case "corroborated", "reported": "dashed"
      case "unconfirmed", "denied", "open": "dotted"
      default: ""
      }
    return shape.isEmpty ? looks : looks + "<viz:shape value=\"\(shape)\"/>"
  }
}
