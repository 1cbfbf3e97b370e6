extension PropertyGraph {
  /// Numbers by which plans are chosen.
  var statistics: GraphStatistics {
    GraphStatistics(
      nodeCount: nodes.count,
      nodesByLabel: nodes.countsByLabel,
      relationshipCount: relationships.count,
      relationshipsByType: relationships.countsByType
    )
  }
}
