extension PropertyGraph {
  /// Numbers by which plans are chosen.
  var statistics: GraphStatistics {
    var numbers = GraphStatistics(
      nodeCount: nodes.count,
      nodesByLabel: Dictionary(zip(nodes.labels.names, nodes.countsByLabel)) { first, _ in first },
      relationshipCount: relationships.count,
      relationshipsByType: Dictionary(
        zip(relationships.typeNames.names, relationships.countsByType)
      ) { first, _ in first }
    )
    if let deriver {
      let derived = deriver.estimatedCount(in: self)
      numbers.relationshipsByType[deriver.type, default: 0] = derived
      numbers.relationshipCount += derived
    }
    return numbers
  }
}
