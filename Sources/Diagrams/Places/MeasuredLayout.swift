import Foundation

/// Says where an engine put the nodes of a graph, and how large they and the labels of clusters
/// are.
public struct MeasuredLayout: Sendable {
  struct Node: Sendable {
    var place: NodePlace
    let width: Double
    let height: Double

    var box: Box { Box(centre: place, width: width, height: height) }
  }

  struct Size: Sendable {
    let width: Double
    let height: Double
  }

  /// The nodes by their names in DOT.
  var nodes: [String: Node] = [:]
  /// The labels of clusters by their names in DOT.
  var labels: [String: Size] = [:]

  /// Where the nodes stand, by their names in DOT.
  public var places: [String: NodePlace] { nodes.mapValues(\.place) }

  init() {}

  /// Reads a layout in the format `json0`; what is no node or cluster is left out.
  ///
  /// - Throws: `RenderingError` with the code `graphvizFailed`.
  public init(json: [UInt8]) throws(RenderingError) {
    guard let root = (try? JSONSerialization.jsonObject(with: Data(json))) as? [String: Any],
      let objects = root["objects"] as? [[String: Any]]
    else {
      throw RenderingError(
        code: .graphvizFailed,
        message: "The layout of Graphviz cannot be read.",
        remedy: "Draw without keeping places."
      )
    }
    for object in objects {
      guard let name = object["name"] as? String else { continue }
      if let pos = Self.numbers(object["pos"]), pos.count == 2,
        let width = Self.number(object["width"]), let height = Self.number(object["height"])
      {
        nodes[name] = Node(
          place: NodePlace(x: pos[0], y: pos[1]),
          width: width * 72,
          height: height * 72
        )
      } else if let width = Self.number(object["lwidth"]),
        let height = Self.number(object["lheight"])
      {
        labels[name] = Size(width: width * 72, height: height * 72)
      }
    }
  }

  private static func numbers(_ value: Any?) -> [Double]? {
    guard let text = value as? String else { return nil }
    let numbers = text.split(separator: ",").map { Double($0) }
    guard numbers.allSatisfy({ $0?.isFinite == true }) else { return nil }
    return numbers.compactMap(\.self)
  }

  private static func number(_ value: Any?) -> Double? { numbers(value)?.first }
}
