import GraphModel
import QueryEngine

/// Writes values of query results as text, as openCypher would write them.
struct ResultText {
  let graph: PropertyGraph

  /// Returns a value for a cell: a string without quotes, everything else as Cypher writes it.
  func cell(_ value: Value) -> String {
    if case .string(let text) = value { return text }
    return text(value)
  }

  /// Returns a value as Cypher writes it.
  func text(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .string(let text):
      "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    case .list(let values): "[" + values.map(text).joined(separator: ", ") + "]"
    case .map(let values): map(values)
    case .node(let id): node(id)
    case .relationship(let id): relationship(id)
    case .path(let path): self.path(path)
    default: value.text
    }
  }

  private func map(_ values: Properties) -> String {
    let entries = values.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  private func node(_ id: NodeID) -> String {
    let shown = graph.shown(id)
    let labels = shown.labels.map { ":" + $0 }.joined()
    let properties = shown.properties.isEmpty ? "" : map(shown.properties)
    return "(" + [labels, properties].filter { !$0.isEmpty }.joined(separator: " ") + ")"
  }

  private func relationship(_ id: RelationshipID) -> String {
    let shown = graph.shown(id)
    let properties = shown.properties.isEmpty ? "" : " " + map(shown.properties)
    return "[:" + shown.type + properties + "]"
  }

  private func path(_ path: GraphPath) -> String {
    var text = path.nodes.first.map(node) ?? "()"
    for (position, id) in path.relationships.enumerated() {
      let isForward = graph.shown(id).source == path.nodes[position]
      text += (isForward ? "-" : "<-") + relationship(id) + (isForward ? "->" : "-")
      text += node(path.nodes[position + 1])
    }
    return text
  }
}
