import Foundation

/// Keeps the nodes of a former drawing where they were, and finds room for new ones near their
/// neighbours.
///
/// A new node stands to its neighbours as it does in the fresh layout, or as near to that place as
/// there is room. It overlaps nothing, stays out of the frames of others, and does not make the
/// frame of its own side swallow them.
struct Arranger {
  /// The room kept around nodes and frames.
  private static let margin = 8.0
  private static let frameMargin = 16.0
  /// The steps of the search, and how far it goes.
  private static let step = 10.0
  private static let reach = 4000.0

  private let structure: GraphStructure
  private let fresh: MeasuredLayout
  private(set) var nodes: [String: MeasuredLayout.Node] = [:]
  private var frames: [String: Box] = [:]

  /// Arranges the nodes of `fresh`, which is a layout of `graph`.
  ///
  /// Complexity: quadratic in the nodes, with a large factor for new ones.
  init(_ graph: DOTGraph, fresh: MeasuredLayout, kept: [String: NodePlace]) {
    structure = GraphStructure(graph)
    self.fresh = fresh
    var missing: [String] = []
    for name in structure.nodes {
      guard let node = fresh.nodes[name] else { continue }
      if let place = kept[name] { add(name, node, at: place) } else { missing.append(name) }
    }
    while let next = mostConnected(missing) {
      missing.removeAll { $0 == next }
      guard let node = fresh.nodes[next] else { continue }
      add(next, node, at: freePlace(next, node, near: target(next, node)))
    }
  }

  private mutating func add(_ name: String, _ node: MeasuredLayout.Node, at place: NodePlace) {
    var placed = node
    placed.place = place
    nodes[name] = placed
    guard let cluster = structure.clusters[name] else { return }
    let box = placed.box.grown(by: Self.frameMargin)
    frames[cluster] = frames[cluster].map { $0.union(box) } ?? box
  }

  /// The node with most neighbours that stand already, the first of equals.
  private func mostConnected(_ names: [String]) -> String? {
    func key(_ name: String) -> Int {
      (structure.neighbours[name] ?? []).count { nodes[$0] != nil }
    }
    return names.enumerated().max { left, right in
      (key(left.element), -left.offset) < (key(right.element), -right.offset)
    }?.element
  }

  /// Where a node would stand if it kept its distance from its neighbours, or those of its frame,
  /// or from all.
  private func target(_ name: String, _ node: MeasuredLayout.Node) -> NodePlace {
    let near = (structure.neighbours[name] ?? []).filter { nodes[$0] != nil }
    let frame = structure.clusters[name]
    let own = frame == nil ? [] : nodes.keys.filter { structure.clusters[$0] == frame }
    for group in [near.union(own), Set(own), Set(nodes.keys)] where !group.isEmpty {
      let offsets = group.sorted().compactMap { other -> NodePlace? in
        guard let now = nodes[other]?.place, let then = fresh.nodes[other]?.place else {
          return nil
        }
        return now + (node.place - then)
      }
      if let mean = NodePlace.mean(offsets) { return mean }
    }
    return node.place
  }

  // MARK: - Room

  private func freePlace(_ name: String, _ node: MeasuredLayout.Node, near target: NodePlace)
    -> NodePlace
  {
    var isStrict = true
    while true {
      var radius = 0.0
      while radius < Self.reach {
        let count = radius == 0 ? 1 : max(8, Int(2 * Double.pi * radius / (2 * Self.step)))
        for number in 0..<count {
          let angle = 2 * Double.pi * Double(number) / Double(count)
          let place = NodePlace(
            x: (target.x + radius * cos(angle)).rounded(),
            y: (target.y + radius * sin(angle)).rounded()
          )
          if isFree(Box(centre: place, width: node.width, height: node.height), name, isStrict) {
            return place
          }
        }
        radius += Self.step
      }
      // Frames may lie so that no room is left beside them; overlaps are never allowed.
      guard isStrict else { return NodePlace(x: target.x + Self.reach, y: target.y) }
      isStrict = false
    }
  }

  private func isFree(_ box: Box, _ name: String, _ isStrict: Bool) -> Bool {
    let grown = box.grown(by: Self.margin)
    guard !nodes.values.contains(where: { $0.box.intersects(grown) }) else { return false }
    guard isStrict else { return true }
    let own = structure.clusters[name]
    guard !frames.contains(where: { $0.key != own && $0.value.intersects(grown) }) else {
      return false
    }
    guard let own, let frame = frames[own] else { return true }
    let larger = frame.union(box.grown(by: Self.frameMargin))
    let strangers = nodes.filter { structure.clusters[$0.key] != own }
    return !strangers.values.contains { $0.box.intersects(larger) }
      && !frames.contains { $0.key != own && $0.value.intersects(larger) }
  }
}
