import CaseModel
import GraphModel

/// Makes elements of a graph of what stands in a GraphML file.
struct GraphMLParser {
  /// A node or edge that has begun and not ended.
  private struct Open {
    let isEdge: Bool
    let attributes: [String: String]
    let position: SourcePosition
    var texts: [(key: String, text: String)] = []
    var drawnLabel: String?
  }

  private let file: String
  private let prefix: String
  private var keys: [String: GraphMLKey] = [:]
  private var open: [Open] = []
  /// What text belongs to, innermost last.
  private var capture: (element: String, key: String, depth: Int)?
  private var text = ""
  private var keyAttributes: [String: String]?
  private var note = ""
  private var fallback: String?
  private var directions: [Bool] = []
  private var depth = 0
  private var sawRoot = false
  private var edgeCount = 0
  private var batch = ImportBatch()
  /// Whether the file is one of our own that holds all records.
  private var isOurs = false
  private var whole = KeyedGraph()

  init(file: String) {
    self.file = file
    let name = file.split(separator: "/").last.map(String.init) ?? file
    prefix = (name.split(separator: ".").first.map(String.init) ?? name) + "/"
  }

  // MARK: - Events

  mutating func take(_ event: XMLStream.Event) throws(FormatError) {
    switch event {
    case .text(let part):
      guard capture != nil else { return }
      guard text.utf8.count + part.utf8.count <= XMLStream.textLimit else { throw tooLong }
      text += part
    case .start(let name, let attributes, let position):
      depth += 1
      if !sawRoot {
        sawRoot = true
        guard name == "graphml" else { throw foreign(name, position) }
      }
      start(name, attributes, position)
    case .end(let name):
      end(name)
      depth -= 1
    }
  }

  private mutating func start(
    _ name: String,
    _ attributes: [String: String],
    _ position: SourcePosition
  ) {
    switch name {
    case "key":
      keyAttributes = attributes
      (note, fallback) = ("", nil)
    case "graph": directions.append(attributes["edgedefault"] != "undirected")
    case "node", "edge":
      open.append(Open(isEdge: name == "edge", attributes: attributes, position: position))
    case "hyperedge":
      batch.readCount += 1
      reject("a hyperedge is no relationship", attributes["id"] ?? "hyperedge", position)
    case "data" where capture == nil:
      begin(name, key: attributes["key"] ?? "")
    case "desc" where keyAttributes != nil, "default" where keyAttributes != nil:
      begin(name, key: "")
    case "NodeLabel", "EdgeLabel": begin(name, key: "")
    default: break
    }
  }

  private mutating func begin(_ element: String, key: String) {
    capture = (element, key, depth)
    text = ""
  }

  private mutating func end(_ name: String) {
    if let capture, capture.depth == depth { finishText(capture.element, capture.key) }
    switch name {
    case "key":
      if let attributes = keyAttributes, let id = attributes["id"] {
        var key = GraphMLKey(attributes, note: note)
        key.fallback = fallback
        keys[id] = key
      }
      keyAttributes = nil
    case "graph": _ = directions.popLast()
    case "node", "edge": if let element = open.popLast() { add(element) }
    default: break
    }
  }

  private mutating func finishText(_ element: String, _ key: String) {
    capture = nil
    switch element {
    case "desc": note = text
    case "default": fallback = text
    case "data":
      if open.isEmpty {
        if keys[key]?.name == GraphMLFormat.markName { readMark(text) }
      } else {
        open[open.count - 1].texts.append((key, text))
      }
    default:
      let label = text.trimmingXMLSpace
      if !open.isEmpty, !label.isEmpty { open[open.count - 1].drawnLabel = label }
    }
    text = ""
  }

  private mutating func readMark(_ text: String) {
    guard let mark = try? JSONReader.read(text.utf8).json else { return }
    isOurs = mark["version"] == 1 && mark["shape"] == "records"
  }

  // MARK: - Elements

  private mutating func add(_ element: Open) {
    batch.readCount += 1
    var properties: Properties = [:]
    var special: [String: String] = [:]
    let seen = Set(element.texts.map(\.key))
    let fallbacks = keys.compactMap { id, key in
      seen.contains(id) || key.isOfEdges == !element.isEdge
        ? nil : key.fallback.map { (key: id, text: $0) }
    }
    for (id, text) in element.texts + fallbacks {
      let key = keys[id] ?? GraphMLKey(["id": id], note: "")
      if isOurs, Self.ownKeys.contains(id) {
        special[id] = text
      } else if !isOurs || !key.isDerived {
        properties[key.name] = key.value(text)
      }
    }
    if element.isEdge {
      addEdge(element, properties, special)
    } else {
      addNode(element, properties, special)
    }
  }

  private static let ownKeys: Set = ["labels", "label", "type", "originalId", "originalEdgeId"]

  private mutating func addNode(
    _ element: Open,
    _ properties: Properties,
    _ special: [String: String]
  ) {
    guard let id = element.attributes["id"] else {
      return reject("a node has no id", "node", element.position)
    }
    batch.takenCount += 1
    if isOurs {
      let key = special["originalId"] ?? id
      originals[id] = key
      let labels = special["labels"].map(GraphMLLabels.labels) ?? []
      whole.nodes.append(KeyedNode(key: key, labels: labels, properties: properties))
      return
    }
    let foreign = ForeignElement(properties, drawnLabel: element.drawnLabel)
    batch.graph.nodes.append(
      KeyedNode(
        key: prefix + id,
        labels: foreign.labels,
        properties: foreign.nodeProperties(id: id)
      )
    )
  }

  /// Our keys by the ids that stand for them.
  private var originals: [String: String] = [:]

  private mutating func addEdge(
    _ element: Open,
    _ properties: Properties,
    _ special: [String: String]
  ) {
    edgeCount += 1
    guard let source = element.attributes["source"], let target = element.attributes["target"]
    else {
      return reject("an edge lacks one of its ends", "edge", element.position)
    }
    batch.takenCount += 1
    let id = element.attributes["id"]
    if isOurs {
      whole.relationships.append(
        KeyedRelationship(
          key: special["originalEdgeId"] ?? id ?? "edge \(edgeCount)",
          type: special["type"] ?? "RELATED",
          source: originals[source] ?? source,
          target: originals[target] ?? target,
          properties: properties
        )
      )
      return
    }
    let foreign = ForeignElement(properties, drawnLabel: element.drawnLabel)
    var others = foreign.edgeProperties
    let isDirected =
      element.attributes["directed"].map { $0 != "false" } ?? directions.last ?? true
    if !isDirected { others["directed"] = .boolean(false) }
    batch.graph.relationships.append(
      KeyedRelationship(
        key: prefix + (id ?? "edge \(edgeCount)"),
        type: foreign.type,
        source: prefix + source,
        target: prefix + target,
        properties: others
      )
    )
  }

  // MARK: - Pieces

  /// Returns what was gathered since the last piece.
  mutating func takeBatch() -> ImportBatch {
    defer { batch = ImportBatch() }
    return batch
  }

  /// Returns the last piece; of a file of our own all records.
  mutating func finish() throws(FormatError) -> ImportBatch {
    guard sawRoot else { throw foreign("nothing", SourcePosition(line: 1, column: 1)) }
    var last = takeBatch()
    guard isOurs else { return last }
    let split = whole.splitRecords()
    last.content = split.content
    last.graph = split.others
    return last
  }

  private mutating func reject(_ message: String, _ text: String, _ position: SourcePosition) {
    batch.rejections.append(
      Rejection(
        Diagnostic(
          .invalidValue,
          message,
          file: file,
          position: position,
          remedy: "complete it, or leave it out"
        ),
        text: text
      )
    )
  }

  private func foreign(_ name: String, _ position: SourcePosition) -> FormatError {
    FormatError([
      Diagnostic(
        .formatUnknown,
        "a GraphML file begins with 'graphml', not '\(name)'",
        file: file,
        position: position,
        remedy: "check the format; 'backchannel formats' lists all"
      )
    ])
  }

  private var tooLong: FormatError {
    FormatError([
      Diagnostic(
        .tooLarge,
        "a text is longer than \(XMLStream.textLimit) bytes",
        file: file,
        remedy: "shorten it"
      )
    ])
  }
}
