extension CaseContent {
  /// Returns the records of both; of two with one id the one in `other` stays, and the description
  /// of the case is that of `other`.
  ///
  /// Complexity: O(n log n) in the number of records.
  public func merging(_ other: CaseContent) -> CaseContent {
    var merged = CaseContent(info: other.info)
    merged.entities = Self.merge(entities, other.entities, by: \.id)
    merged.events = Self.merge(events, other.events, by: \.id)
    merged.participations = Self.merge(participations, other.participations, by: \.id)
    merged.attributes = Self.merge(attributes, other.attributes, by: \.id)
    merged.posts = Self.merge(posts, other.posts, by: \.id)
    merged.relations = Self.merge(relations, other.relations, by: \.id)
    merged.sources = Self.merge(sources, other.sources, by: \.id)
    merged.claims = Self.merge(claims, other.claims, by: \.id)
    merged.questions = Self.merge(questions, other.questions, by: \.id)
    return merged
  }

  private static func merge<Record, ID: Hashable & Comparable>(
    _ old: [Record],
    _ new: [Record],
    by id: (Record) -> ID
  ) -> [Record] {
    let replaced = Set(new.map(id))
    return (old.filter { !replaced.contains(id($0)) } + new).sorted { id($0) < id($1) }
  }
}
