import CypherSyntax
import GraphAlgorithms
import GraphModel

extension PropertyGraph {
  /// Returns the part of the graph that a key names; the one that was kept while nothing changed.
  func projection(_ key: ProjectionKey, _ execution: Execution) throws -> GraphProjection {
    let kept = projectionCache()
    if let known = kept.projection(key) {
      try execution.reserve(bytes: known.byteCount)
      return known
    }
    prepareAdjacency()
    let members = try members(key.labels)
    let projection =
      switch key.edges {
      case .relationships(let types, let direction):
        try project(members, try selection(types), direction, weight: key.weight, execution)
      case .through(let types, let labels):
        try project(
          members,
          through: try selection(types),
          events: try labels.isEmpty ? nil : membership(labels),
          isWeighted: key.weight != nil,
          execution
        )
      }
    kept.keep(projection, for: key)
    return projection
  }

  /// Returns the nodes with one of the labels, ascending; all nodes where none is named.
  func members(_ labels: [String]) throws(QueryError) -> ContiguousArray<UInt32> {
    let isMember = try labels.isEmpty ? nil : membership(labels)
    let (sets, deleted) = (nodes.labelSets, nodes.isDeleted)
    var members: ContiguousArray<UInt32> = []
    for node in 0..<nodes.capacity where !deleted[node] {
      if let isMember, !isMember[Int(sets[node])] { continue }
      members.append(UInt32(node))
    }
    return members
  }

  /// Returns for each set of labels whether one of some labels is in it.
  func membership(_ labels: [String]) throws(QueryError) -> ContiguousArray<Bool> {
    var isMember = ContiguousArray(repeating: false, count: nodes.labelSetCount)
    for label in labels {
      guard let having = nodes.membership(of: label) else {
        try refuseNearMiss("no node has the label", label, among: nodes.labels.names)
        continue
      }
      for set in having.indices where having[set] { isMember[set] = true }
    }
    return isMember
  }

  /// Returns types of relationships.
  func selection(_ types: [String]) throws(QueryError) -> TypeSelection {
    let names = relationships.typeNames
    for type in types where names.number(of: type) == nil {
      try refuseNearMiss("no relationship has the type", type, among: names.names)
    }
    return relationships.selection(of: types)
  }

  /// Refuses a name that the graph does not have where it may be misspelt; else nothing has it, as
  /// in patterns: a filter may leave none that has.
  private func refuseNearMiss(_ what: String, _ name: String, among known: [String])
    throws(QueryError)
  {
    let candidates = NearMiss.candidates(for: name, among: known)
    guard !candidates.isEmpty else { return }
    throw QueryError(
      .invalidArgumentValue,
      .runtime,
      "\(what) `\(name)`",
      kind: .argumentError,
      remedy: "there are \(known.sorted().joined(separator: ", "))",
      candidates: candidates
    )
  }
}
