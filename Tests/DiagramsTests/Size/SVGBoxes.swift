import Foundation

@testable import Diagrams

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The boxes of the nodes and of their lines of text in an SVG document of Graphviz; `nil` if it is
/// not well-formed XML.
///
/// Texts are taken to be as wide as their widest likely letters, so that overlaps are found rather
/// than missed.
struct SVGBoxes {
  /// The outlines of the nodes by element id.
  private(set) var nodes: [String: Box] = [:]
  /// The texts of each node.
  private(set) var texts: [String: [Box]] = [:]

  init?(_ document: [UInt8]) {
    let reader = Reader()
    let parser = XMLParser(data: Data(document))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    nodes = reader.nodes
    texts = reader.texts
  }

  /// Pairs of nodes that overlap by more than the width of a border.
  var overlaps: [String] { pairs(nodes) { $0.grown(by: -0.5).intersects($1.grown(by: -0.5)) } }

  /// Nodes of which a text leaves the outline.
  var spills: [String] {
    texts.flatMap { id, texts -> [String] in
      guard let box = nodes[id]?.grown(by: 2) else { return [] }
      return texts.filter { $0.union(box) != box }.map { "\(id): \($0) leaves \(box)" }
    }
  }

  private func pairs(_ boxes: [String: Box], where matches: (Box, Box) -> Bool) -> [String] {
    let sorted = boxes.sorted { $0.key < $1.key }
    return sorted.indices.flatMap { first in
      sorted[(first + 1)...].filter { matches(sorted[first].value, $0.value) }
        .map { "\(sorted[first].key) and \($0.key)" }
    }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var nodes: [String: Box] = [:]
    var texts: [String: [Box]] = [:]
    private var node: String?
    private var depth = 0
    private var anchor: (place: NodePlace, size: Double, anchor: String)?
    private var text = ""

    func parser(
      _ parser: XMLParser,
      didStartElement element: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      if element == "g" {
        if node != nil { depth += 1 }
        if attributes["class"]?.hasPrefix("node") == true {
          node = attributes["id"]
          depth = 1
        }
      }
      guard let node else { return }
      switch element {
      case "polygon", "polyline", "path":
        add(Self.points(attributes["points"] ?? attributes["d"] ?? ""), to: node)
      case "ellipse":
        let numbers = ["cx", "cy", "rx", "ry"].compactMap { attributes[$0].flatMap(Double.init) }
        guard numbers.count == 4 else { return }
        let (x, y, width, height) = (numbers[0], numbers[1], numbers[2], numbers[3])
        add(
          [NodePlace(x: x - width, y: y - height), NodePlace(x: x + width, y: y + height)],
          to: node
        )
      case "text":
        let numbers = ["x", "y", "font-size"].compactMap { attributes[$0].flatMap(Double.init) }
        guard numbers.count == 3 else { return }
        anchor = (
          NodePlace(x: numbers[0], y: numbers[1]), numbers[2], attributes["text-anchor"] ?? "start"
        )
        text = ""
      default: break
      }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

    func parser(
      _ parser: XMLParser,
      didEndElement element: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      if element == "text", let anchor, let node {
        let width = Double(text.count) * anchor.size * 0.42
        let left =
          anchor.anchor == "middle" ? anchor.place.x - width / 2 : anchor.place.x
        texts[node, default: []].append(
          Box(
            left: left,
            bottom: anchor.place.y - anchor.size * 0.8,
            right: left + width,
            top: anchor.place.y + anchor.size * 0.2
          )
        )
        self.anchor = nil
      }
      guard element == "g", node != nil else { return }
      depth -= 1
      if depth == 0 { node = nil }
    }

    private func add(_ points: [NodePlace], to node: String) {
      guard let first = points.first else { return }
      let start = Box(centre: first, width: 0, height: 0)
      let box = points.dropFirst().reduce(start) {
        $0.union(Box(centre: $1, width: 0, height: 0))
      }
      nodes[node] = nodes[node].map { $0.union(box) } ?? box
    }

    private static func points(_ text: String) -> [NodePlace] {
      text.split { !"-.0123456789,".contains($0) }.compactMap { pair in
        let numbers = pair.split(separator: ",").compactMap { Double($0) }
        return numbers.count == 2 ? NodePlace(x: numbers[0], y: numbers[1]) : nil
      }
    }
  }
}
