extension CaseView {
  /// The records that the filter lets through, with nothing that only hidden records support: the
  /// whole case without a filter.
  ///
  /// Complexity: O(n × rounds), as for `PublicEdition`.
  public var visibleContent: CaseContent {
    guard filter != ReadFilter() else { return index.content }
    var purge = Purge(index.content)
    purge.content.claims.removeAll { known.excluded[$0.id] != nil }
    purge.content.sources.removeAll { source in
      filter.without.contains(source.id) || !filter.only.isEmpty && !filter.only.contains(source.id)
    }
    purge.content.events.removeAll { !shows(FactID($0.id)) }
    purge.content.participations.removeAll { !shows($0.id) }
    purge.content.attributes.removeAll { !shows($0.id) }
    purge.content.posts.removeAll { !shows($0.id) }
    purge.content.relations.removeAll { !shows($0.id) }
    purge.settle()
    return purge.content
  }
}
