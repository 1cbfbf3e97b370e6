import Foundation
import GraphAlgorithms
import Testing

@Suite("InteropTests")
struct InteropTests {
  private struct Graph: Decodable {
    let nodes: Int
    let directed: Bool
    let edges: [[UInt32]]
    let weights: [Double]

    func adjacency(isWeighted: Bool) throws -> Adjacency {
      try Adjacency(
        nodeCount: nodes,
        sources: ContiguousArray(edges.map { $0[0] }),
        targets: ContiguousArray(edges.map { $0[1] }),
        weights: isWeighted ? ContiguousArray(weights) : nil,
        isDirected: directed
      )
    }
  }

  private struct Results: Encodable {
    let pageRank, betweenness, betweennessNormalized, closeness, clustering, costs: [Double]
    let weak, strong, cores, triangles: [Int]
    let articulationPoints, communities: [UInt32]
    let bridges, shortest: [[UInt32]]
    let modularity: Double
  }

  private static let folder = ProcessInfo.processInfo.environment["BACKCHANNEL_INTEROP"]

  @Test("Results for other libraries are written where make interop asks for them")
  func results() throws {
    guard let path = Self.folder else {
      print("skipped: make interop runs this with a folder in BACKCHANNEL_INTEROP")
      return
    }
    let folder = URL(fileURLWithPath: path)
    let text = try Data(contentsOf: folder.appending(path: "graphs.json"))
    let results = try JSONDecoder().decode([Graph].self, from: text).map(Self.results)
    try JSONEncoder().encode(results).write(to: folder.appending(path: "results.json"))
  }

  private static func results(_ graph: Graph) throws -> Results {
    let weighted = try graph.adjacency(isWeighted: true)
    let plain = try graph.adjacency(isWeighted: false)
    let last = UInt32(graph.nodes - 1)
    let triangles = try plain.triangles(execution: threeThreads)
    let cuts = try plain.cutPoints()
    let communities = try weighted.leiden(iterations: 10)
    return Results(
      pageRank: Array(try weighted.pageRank(rounds: 1_000, tolerance: 1e-13).scores),
      betweenness: Array(try plain.betweenness(execution: threeThreads)),
      betweennessNormalized: Array(try plain.betweenness(isNormalized: true)),
      closeness: Array(try plain.closeness()),
      clustering: Array(triangles.clustering),
      costs: try weighted.shortestPaths(from: 0, to: last, count: 5).map(\.cost),
      weak: lowestNodes(try plain.weaklyConnectedComponents()),
      strong: lowestNodes(try plain.stronglyConnectedComponents()),
      cores: Array(try plain.coreNumbers()),
      triangles: Array(triangles.counts),
      articulationPoints: Array(cuts.articulationPoints),
      communities: Array(communities.members),
      bridges: cuts.bridges.map { [$0.lower, $0.higher] },
      shortest: try plain.allShortestPaths(from: 0, to: last, limit: 100_000),
      modularity: communities.modularity
    )
  }

  /// Names each component after its lowest node.
  private static func lowestNodes(_ components: ComponentLabels) -> [Int] {
    components.labels.map { components.labels.firstIndex(of: $0) ?? -1 }
  }
}
