import CaseModel

/// Orders the nodes of a scene from top to bottom so that what belongs together stands at about
/// one height.
///
/// Every part of the graph that hangs together is laid on a line by its Fiedler vector, which
/// makes the sum of the squared lengths of all lines least (Fiedler 1973; Hall 1970). The engine
/// by itself only counts crossings, and would as soon lead a line around half the drawing.
struct VerticalOrder {
  private static let rounds = 400

  /// The places from top to bottom, by id.
  let places: [String: Int]

  /// Complexity: linear in the lines, with a large factor.
  init(_ scene: DiagramScene, weight: (DiagramScene.Line) -> Double) {
    let nodes = scene.events.map(\.id.rawValue) + scene.figures.map(\.id)
    let number = Dictionary(zip(nodes, nodes.indices), uniquingKeysWith: { first, _ in first })
    var neighbours: [[Neighbour]] = Array(repeating: [], count: nodes.count)
    for line in scene.lines {
      guard let from = number[line.from], let to = number[line.to], from != to else { continue }
      let weight = weight(line)
      neighbours[from].append(Neighbour(node: to, weight: weight))
      neighbours[to].append(Neighbour(node: from, weight: weight))
    }
    let encounters = scene.events.indices.filter { scene.events[$0].type.bringsTogether }
    let leading = Set(encounters.isEmpty ? Array(scene.events.indices) : encounters)
    let order = Self.parts(neighbours).flatMap {
      Self.ordered($0, neighbours, leading: leading)
    }
    places = Dictionary(
      order.enumerated().map { (nodes[$0.element], $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Returns the ids from top to bottom.
  func sorted(_ ids: [String]) -> [String] {
    ids.sorted { places[$0] ?? 0 < places[$1] ?? 0 }
  }

  private struct Neighbour {
    let node: Int
    let weight: Double
  }

  /// The parts that hang together, the largest first.
  private static func parts(_ neighbours: [[Neighbour]]) -> [[Int]] {
    var seen = Array(repeating: false, count: neighbours.count)
    var parts: [[Int]] = []
    for start in neighbours.indices where !seen[start] {
      var part: [Int] = []
      var pending = [start]
      seen[start] = true
      while let node = pending.popLast() {
        part.append(node)
        for next in neighbours[node] where !seen[next.node] {
          seen[next.node] = true
          pending.append(next.node)
        }
      }
      parts.append(part.sorted())
    }
    return parts.sorted { ($1.count, $0.first ?? 0) < ($0.count, $1.first ?? 0) }
  }

  /// Orders one part by power iteration on the graph Laplacian, shifted so that its second
  /// smallest eigenvalue becomes the largest one besides that of the constant vector.
  private static func ordered(_ part: [Int], _ neighbours: [[Neighbour]], leading: Set<Int>)
    -> [Int]
  {
    guard part.count > 2 else { return part }
    var value = Array(repeating: 0.0, count: neighbours.count)
    for (offset, node) in part.enumerated() { value[node] = Double(offset) }
    let degree = neighbours.map { $0.reduce(0) { $0 + $1.weight } }
    let shift = 2 * (part.map { degree[$0] }.max() ?? 1)
    for _ in 0..<rounds {
      let mean = part.reduce(0) { $0 + value[$1] } / Double(part.count)
      for node in part { value[node] -= mean }
      let largest = part.reduce(0) { max($0, abs(value[$1])) }
      guard largest > 0 else { break }
      var next = value
      for node in part {
        let pull = neighbours[node].reduce(0) { $0 + $1.weight * value[$1.node] }
        next[node] = ((shift - degree[node]) * value[node] + pull) / (largest * shift)
      }
      value = next
    }
    return upright(part.sorted { (value[$0], $0) < (value[$1], $1) }, leading: leading)
  }

  /// A vector has no upper end: the one that lets `leading` run down in natural order is taken.
  private static func upright(_ order: [Int], leading: Set<Int>) -> [Int] {
    let run = order.filter(leading.contains)
    let balance = run.enumerated().reduce(0) { sum, entry in
      sum + (2 * entry.offset - run.count + 1) * entry.element
    }
    return balance < 0 ? order.reversed() : order
  }
}
