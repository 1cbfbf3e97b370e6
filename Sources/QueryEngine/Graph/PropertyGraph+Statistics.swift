extension PropertyGraph {
  /// Numbers by which plans are chosen.
  var statistics: GraphStatistics {
    GraphStatistics(
      nodeCount: nodes.count,
      nodesByLabel: Dictionary(zip(nodes.labels.names, nodes.countsByLabel)) { first, _ in first },
      relationshipCount: relationships.count,
      relationshipsByType: Dictionary(
        zip(relationships.typeNames.names, relationships.countsByType)
      ) { first, _ in first }
    )
  }
}
