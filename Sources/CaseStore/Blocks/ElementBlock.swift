public import GraphModel

/// Holds elements of a graph in the form in which they are stored.
///
/// It is made on any thread; `GraphTransaction.merge(_:)` writes it.
public struct ElementBlock: Sendable {
  /// One element; its texts are bytes of the block.
  struct Element: Sendable {
    /// The place of its shape in `shapes`.
    let shape: Int
    let key: Range<Int>
    let value: Range<Int>
  }

  /// Where the node at an end of a relationship is.
  enum End: Sendable {
    /// At a place in `nodes`.
    case own(Int)
    /// It has the key at a place in `others`.
    case other(Int)
  }

  /// The keys and the properties of all elements.
  private(set) var bytes: [UInt8] = []
  private(set) var shapes: [Shape] = []
  private(set) var nodes: [Element] = []
  private(set) var relationships: [Element] = []
  private(set) var sources: [End] = []
  private(set) var targets: [End] = []
  /// Keys of nodes that are not in the block.
  private(set) var others: [String] = []

  /// Encodes a graph.
  ///
  /// - Throws: `invalidID` for a key that cannot be stored, `invalidValue` for a property or a type
  ///   that cannot.
  public init(_ graph: KeyedGraph) throws(StorageError) {
    var labelShapes: [[String]: Int] = [:]
    var typeShapes: [String: Int] = [:]
    var ownPlaces = [String: Int](minimumCapacity: graph.nodes.count)
    var otherPlaces: [String: Int] = [:]
    nodes.reserveCapacity(graph.nodes.count)
    for node in graph.nodes {
      let key = try StoredText.name(node.key, .invalidID, "the key of a node")
      if labelShapes[node.labels] == nil {
        labelShapes[node.labels] = shapes.count
        shapes.append(Shape(kind: .node, name: StoredText.labels(node.labels)))
      }
      ownPlaces[key] = nodes.count
      nodes.append(try element(labelShapes[node.labels] ?? 0, key, node.properties))
    }
    relationships.reserveCapacity(graph.relationships.count)
    for link in graph.relationships {
      let key = try StoredText.name(link.key, .invalidID, "the key of a relationship")
      if typeShapes[link.type] == nil {
        let type = try StoredText.name(link.type, .invalidValue, "the type of '\(key)'")
        typeShapes[link.type] = shapes.count
        shapes.append(Shape(kind: .relationship, name: type))
      }
      sources.append(try end(link.source, of: key, ownPlaces, &otherPlaces))
      targets.append(try end(link.target, of: key, ownPlaces, &otherPlaces))
      relationships.append(try element(typeShapes[link.type] ?? 0, key, link.properties))
    }
  }

  private mutating func element(_ shape: Int, _ key: String, _ properties: Properties)
    throws(StorageError) -> Element
  {
    let start = bytes.count
    bytes.append(contentsOf: key.utf8)
    let middle = bytes.count
    try StoredText.append(properties, of: key, to: &bytes)
    return Element(shape: shape, key: start..<middle, value: middle..<bytes.count)
  }

  private mutating func end(
    _ node: String,
    of key: String,
    _ ownPlaces: [String: Int],
    _ otherPlaces: inout [String: Int]
  ) throws(StorageError) -> End {
    let node = try StoredText.name(node, .invalidID, "an end of '\(key)'")
    if let place = ownPlaces[node] { return .own(place) }
    if let place = otherPlaces[node] { return .other(place) }
    others.append(node)
    otherPlaces[node] = others.count - 1
    return .other(others.count - 1)
  }

  // MARK: - Texts

  func elements(_ kind: ElementKind) -> [Element] { kind == .node ? nodes : relationships }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The key of the node at an end.
  func key(_ end: End) -> String {
    switch end {
    case .own(let place): text(nodes[place].key)
    case .other(let place): others[place]
    }
  }
}
