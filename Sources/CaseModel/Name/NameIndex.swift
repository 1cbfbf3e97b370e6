/// Holds one text under which an owner is found.
public struct IndexedName<ID: Hashable & Sendable & Comparable>: Hashable, Sendable {
  /// The owner.
  public let id: ID
  /// A name, identifier or phrase.
  public let text: String
  /// What the text is to its owner.
  public let kind: NameTextKind

  /// Makes an entry.
  public init(id: ID, text: String, kind: NameTextKind = .name) {
    self.id = id
    self.text = text
    self.kind = kind
  }
}

/// Finds owners by their names in any spelling.
///
/// The words of a query may come in any order; all must be found, small words ("of", "von") aside.
/// Building costs O(characters) and a sort; a look-up costs the postings of its words, and for the
/// rules `prefix` and `oneEdit` a pass over the distinct words of similar length.
public struct NameIndex<ID: Hashable & Sendable & Comparable>: Sendable {
  private let owners: [ID]
  private let table: NameTable

  /// Indexes `names`, whose order does not matter.
  public init(_ names: some Sequence<IndexedName<ID>>) {
    let sorted = names.sorted { ($0.id, $0.kind, $0.text) < ($1.id, $1.kind, $1.text) }
    var owners: [ID] = []
    var entries: [(owner: Int, kind: NameTextKind, text: String)] = []
    for name in sorted {
      if owners.last != name.id { owners.append(name.id) }
      entries.append((owners.count - 1, name.kind, name.text))
    }
    self.owners = owners
    table = NameTable(entries)
  }

  /// Returns all owners whom `query` may mean, at most `limit`.
  ///
  /// - Parameter exactOnly: Leaves only the rules `identifier` and `exact`.
  public func find(
    _ query: String,
    exactOnly: Bool = false,
    limit: Int = 100
  ) -> NameSearch<ID> {
    let limit = min(max(0, limit), owners.count)
    let hits = table.hits(for: query, exactOnly: exactOnly, enough: limit + 1)
    return NameSearch(matches: matches(hits.prefix(limit)), isTruncated: hits.count > limit)
  }

  /// Decides whom `query` means: the owners at the strongest rule that anybody answers by.
  public func resolve(_ query: String, exactOnly: Bool = false) -> Resolution<ID> {
    let hits = table.hits(for: query, exactOnly: exactOnly, enough: 1)
    let best = matches(hits.prefix { $0.rule == hits.first?.rule })
    guard let first = best.first else {
      return .none(candidates: table.nearMisses(for: query, limit: 5))
    }
    return best.count == 1 ? .one(first) : .ambiguous(best)
  }

  private func matches(_ hits: ArraySlice<NameTable.Hit>) -> [NameMatch<ID>] {
    hits.map { hit in
      let text = table.texts[hit.text]
      return NameMatch(
        id: owners[hit.owner],
        matchedText: text.text,
        kind: text.kind,
        rule: hit.rule
      )
    }
  }
}
