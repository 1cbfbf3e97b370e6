import CaseModel

/// Entities, sources, and the case itself.
extension FTMWriter {
  func header(_ info: CaseInfo) -> FTMEntity {
    var note = FTMEntity(FTMIdentifier.encoded(info.id, suffix: "header"), "Note")
    note.add("name", info.title)
    note.add("summary", info.summary)
    note.add("keywords", FTMWord.header)
    return note
  }

  func article(_ source: Source) -> FTMEntity {
    var article = FTMEntity(id(source.id), "Article")
    article.add("title", source.title)
    article.add("author", source.author)
    article.add("publisher", source.publisher)
    article.add("sourceUrl", Self.url(source.url))
    article.add("publishedAt", source.published.flatMap { FTMDate.enclosing($0.bounds) })
    if let published = source.published,
      FTMDate.prefix(published.bounds) != published.edtf || published.basis != nil
        || published.verbatim != nil
    {
      article.add("description", FTMDate.line(published))
    }
    article.add("retrievedAt", source.retrieved.flatMap { FTMDate.enclosing($0.bounds) })
    article.add("keywords", source.archivedURL.map { FTMWord.archived + $0 })
    article.add("keywords", source.archivedText.map { FTMWord.archive + $0 })
    article.add("keywords", source.sha256.map { FTMWord.digest + $0 })
    if source.isConfidential { article.add("keywords", FTMWord.confidential) }
    article.add("notes", source.note)
    return article
  }

  func thing(_ record: Entity) -> FTMEntity {
    var entity = FTMEntity(id(record.id), Self.schema(of: record))
    let isActor = record.type == .person || record.type == .agency
    entity.add("name", record.name)
    for name in record.names {
      entity.add(Self.property(of: name.kind, isActor), name.text, language: name.language)
    }
    switch record.type {
    case .person: addPerson(record, to: &entity)
    case .agency: addAgency(record, to: &entity)
    case .country: addCountry(record, to: &entity)
    case .place:
      entity.add("full", record.name)
      addCountries(of: record, to: &entity)
    case .topic: entity.add("keywords", FTMWord.topic)
    }
    if record.isUnnamed { entity.add("keywords", FTMWord.unnamed) }
    for (system, value) in record.identifiers.sorted(by: { $0.key < $1.key }) {
      if system == "wikidata", value.first == "Q", value.dropFirst().allSatisfy(\.isNumber) {
        entity.add("wikidataId", value)
      } else {
        entity.add("keywords", "\(FTMWord.identifier)\(system):\(value)")
      }
    }
    entity.add("notes", record.note)
    return entity
  }

  static func schema(of record: Entity) -> String {
    switch (record.type, record.agencyKind) {
    case (.person, _): "Person"
    case (.country, _): "Territory"
    case (.place, _): "Address"
    case (.topic, _): "Note"
    case (.agency, let kind?) where kind.speaksForCountry || kind == .parliament || kind == .court:
      "PublicBody"
    case (.agency, .company): "Company"
    case (.agency, _): "Organization"
    }
  }

  private static func property(of kind: NameKind, _ isActor: Bool) -> String {
    switch kind {
    case .former: "previousName"
    case .acronym: isActor ? "abbreviation" : "weakAlias"
    case .nickname: "weakAlias"
    case .alias, .native, .transliteration: "alias"
    }
  }

  private func addPerson(_ record: Entity, to entity: inout FTMEntity) {
    for post in index.posts(of: record.id) where isHeld(post.id) {
      entity.add("position", index.describe(post), claims: affirming(post.id))
      entity.add("topics", topic(of: post), claims: affirming(post.id))
    }
    for relation in index.relations(from: record.id)
    where relation.kind == .citizenOf && isHeld(relation.id) {
      entity.add("citizenship", code(relation.object), claims: affirming(relation.id))
    }
    addCountries(of: record, to: &entity)
  }

  private func addAgency(_ record: Entity, to entity: inout FTMEntity) {
    addCountries(of: record, to: &entity)
    guard let kind = record.agencyKind else { return }
    entity.add("topics", Self.topic(of: kind))
    entity.add("keywords", kind.rawValue)
  }

  private func addCountry(_ record: Entity, to entity: inout FTMEntity) {
    entity.add("country", code(record.id))
    entity.add("level", "country")
  }

  private func addCountries(of record: Entity, to entity: inout FTMEntity) {
    var countries = view.sides.sides(of: record.id, at: .unbounded)
    countries += index.relations(from: record.id)
      .filter { $0.kind == .locatedIn && isHeld($0.id) }.map(\.object)
    for country in countries { entity.add("country", code(country)) }
  }

  /// Tells whether nobody contests a fact.
  func isHeld(_ fact: FactID) -> Bool {
    view.status(fact).map { $0.isAtLeast(.reported) } ?? true
  }

  func code(_ country: EntityID) -> String? {
    guard let record = index.entities[country], record.type == .country else { return nil }
    return CountryCode.extended(record)
  }

  private func topic(of post: Post) -> String? {
    if post.title.lowercased().contains("ambassador") { return "role.diplo" }
    switch post.agency.flatMap({ index.entities[$0]?.agencyKind }) {
    case .service: return "role.spy"
    case .embassy: return "role.diplo"
    case .parliament: return "role.pol"
    case .government, .ministry: return "role.pep"
    case .outlet: return "role.journo"
    default: return nil
    }
  }

  private static func topic(of kind: AgencyKind) -> String? {
    switch kind {
    case .government, .ministry: "gov.executive"
    case .service: "gov.security"
    case .embassy: "gov"
    case .military: "mil"
    case .parliament: "gov.legislative"
    case .court: "gov.judicial"
    case .party: "pol.party"
    case .company, .outlet, .organization: nil
    }
  }

  /// Returns what stands for a country where FollowTheMoney wants a person or an organisation.
  func government(_ country: EntityID) -> FTMEntity {
    var body = FTMEntity(id(country, "government"), "PublicBody")
    body.add("name", "Government of \(index.name(country))")
    body.add("country", code(country))
    body.add("topics", "gov.national")
    body.add("keywords", FTMWord.government)
    return body
  }
}
