extension CaseView {
  /// The records that the filter lets through, with nothing that only hidden records support: the
  /// whole case without a filter.
  ///
  /// Posts and relations stay however weak they are, since sides and with them the status of all
  /// else follow from them. A claim that reached us through a claim about something hidden stays, without that link.
  ///
  /// Complexity: O(n × rounds), as for `PublicEdition`.
  public var visibleContent: CaseContent {
    guard filter != ReadFilter() else { return index.content }
    var purge = Purge(index.content)
    purge.content.claims.removeAll { claim in
      known.excluded[claim.id] != nil || !shows(claim.target)
    }
    let claims = Set(purge.content.claims.map(\.id))
    purge.content.claims = purge.content.claims.map { claim in
      guard let via = claim.via, !claims.contains(via) else { return claim }
      return claim.linked(via: nil, utterance: claim.utterance)
    }
    purge.content.sources.removeAll { source in
      filter.without.contains(source.id) || !filter.only.isEmpty && !filter.only.contains(source.id)
    }
    purge.content.events.removeAll { !shows(FactID($0.id)) }
    purge.content.participations.removeAll { !shows($0.id) }
    purge.content.attributes.removeAll { !shows($0.id) }
    purge.content.posts.removeAll { !known.mayCount($0.id) }
    purge.content.relations.removeAll { !known.mayCount($0.id) }
    purge.settle()
    return purge.content
  }

  /// Claims about claims and questions are not hidden by themselves.
  private func shows(_ target: ClaimTarget) -> Bool {
    guard case .fact(let id) = target else { return true }
    switch index.facts[id] {
    case .post, .relation: return known.mayCount(id)
    default: return shows(id)
    }
  }
}
