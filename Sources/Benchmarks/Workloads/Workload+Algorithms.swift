extension Workload {
  /// W9: algorithms on who met whom.
  static let algorithms: [Workload] = [
    Workload(
      "w9_project",
      "pairs of people who met",
      isCold: true,
      "CALL algo.project(\(people)) YIELD edges RETURN edges"
    ),
    Workload(
      "w9_pagerank",
      "PageRank, 20 rounds",
      isOrdered: true,
      """
      CALL algo.pageRank(\(people("rounds: 20, tolerance: 0"))) YIELD node, score
      RETURN node.id AS id, score ORDER BY score DESC, id LIMIT 20
      """
    ),
    Workload(
      "w9_components",
      "number of components, and the largest",
      [],
      """
      CALL algo.components(\(people)) YIELD component
      WITH component, count(*) AS size RETURN count(*), max(size)
      """
    ),
    Workload(
      "w9_triangles",
      "triangles",
      [],
      "CALL algo.triangles(\(people)) YIELD triangles RETURN sum(triangles) / 3"
    ),
    Workload(
      "w9_betweenness",
      "betweenness from given pivots",
      arguments: "w9_pivots",
      ["pivots"],
      takesWholeList: true,
      isOrdered: true,
      """
      MATCH (p:Person) WHERE p.id IN $pivots WITH collect(p) AS pivots
      CALL algo.betweenness(\(people("pivots: pivots"))) YIELD node, score
      RETURN node.id AS id, score ORDER BY score DESC, id LIMIT 20
      """
    ),
    Workload(
      "w9_louvain",
      "communities of high modularity",
      [],
      """
      CALL algo.leiden(\(people("iterations: 1"))) YIELD node, community
      RETURN node.id AS id, community ORDER BY id
      """
    ),
  ]

  private static let people = people("")

  private static func people(_ settings: String) -> String {
    let more = settings.isEmpty ? "" : ", " + settings
    return "{nodes: 'Person', through: 'PARTICIPATED'\(more)}"
  }
}
