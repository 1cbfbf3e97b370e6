/// Lists the graph algorithms that queries can call.
enum AlgorithmCatalog {
  static let all: [AlgorithmProcedure] =
    AlgorithmProcedure.structure + AlgorithmProcedure.centrality + AlgorithmProcedure.community
    + AlgorithmProcedure.paths
}

extension ProcedureCatalog {
  /// The procedures that every session has: graph algorithms under `algo.`.
  public static let standard = ProcedureCatalog(AlgorithmCatalog.all.map(\.procedure))
}
