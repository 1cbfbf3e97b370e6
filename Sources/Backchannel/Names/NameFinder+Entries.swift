import CaseModel

extension NameFinder {
  /// Returns every text under which an entity is found: names, ids, and posts in common word order.
  static func names(of entity: Entity, in index: CaseIndex) -> [IndexedName<EntityID>] {
    var texts: [(String, NameTextKind)] = [
      (entity.name, .name), (entity.id.rawValue, .identifier),
    ]
    texts += entity.names.map { ($0.text, kind($0.kind)) }
    texts += entity.identifiers.values.map { ($0, .identifier) }
    for post in index.posts(of: entity.id) {
      texts += phrases(for: post, in: index).map { ($0, .post) }
    }
    return texts.map { IndexedName(id: entity.id, text: $0.0, kind: $0.1) }
  }

  /// Returns phrases such as "CIA Director", "Director of the CIA", "Ambassador to Russia".
  private static func phrases(for post: Post, in index: CaseIndex) -> [String] {
    let places = [post.agency, post.country].compactMap(\.self)
    var phrases: [String] = []
    for place in places.flatMap({ spellings(of: $0, in: index) }) {
      phrases += ["\(place) \(post.title)", "\(post.title) of \(place)"]
    }
    guard let accredited = post.accreditedTo else { return phrases }
    let hosts = spellings(of: accredited, in: index)
    return phrases.flatMap { phrase in [phrase] + hosts.map { "\(phrase) to \($0)" } }
      + hosts.map { "\(post.title) to \($0)" }
  }

  private static func spellings(of entity: EntityID, in index: CaseIndex) -> [String] {
    guard let entity = index.entities[entity] else { return [] }
    return [entity.name] + entity.names.map(\.text)
  }

  private static func kind(_ kind: NameKind) -> NameTextKind {
    switch kind {
    case .alias: .alias
    case .former: .former
    case .native: .native
    case .transliteration: .transliteration
    case .nickname: .nickname
    case .acronym: .acronym
    }
  }
}
