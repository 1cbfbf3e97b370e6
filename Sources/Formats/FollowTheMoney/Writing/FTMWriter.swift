import CaseModel
import GraphModel

/// Turns a case into entities of FollowTheMoney.
struct FTMWriter {
  let view: CaseView
  /// The entities in the order in which they are written.
  private(set) var entities: [FTMEntity] = []
  /// Countries of whom an entity of the right kind must stand in.
  var governments: Set<EntityID> = []

  /// Turns what `view` shows into entities.
  init(_ view: CaseView) {
    self.view = view
    let content = view.index.content
    put(header(content.info))
    for source in content.sources { put(article(source)) }
    for entity in content.entities { put(thing(entity)) }
    for post in content.posts { addPost(post) }
    for relation in content.relations { put(link(relation)) }
    for event in content.events { addEvent(event) }
    for claim in content.claims { addClaim(claim) }
    for question in content.questions { addQuestion(question) }
    for country in governments.sorted() { put(government(country)) }
  }

  /// Adds an entity.
  mutating func put(_ entity: FTMEntity) {
    entities.append(entity)
  }

  var index: CaseIndex { view.index }

  /// Returns the claims that affirm a fact.
  func affirming(_ fact: FactID) -> [ClaimID] {
    view.known.about(.fact(fact)).filter(\.stance.affirms).map(\.id)
  }

  /// Returns the FollowTheMoney id of a record.
  func id<Record>(_ id: Identifier<Record>, _ suffix: String? = nil) -> String {
    FTMIdentifier.encoded(id.rawValue, suffix: suffix)
  }

  /// Makes the entity of a fact, with its status and the documents that speak of it.
  func entity(of fact: FactID, _ schema: String, status: String? = "status") -> FTMEntity {
    var entity = FTMEntity(id(fact), schema, claims: affirming(fact))
    if let status, let word = view.status(fact) { entity.add(status, word.rawValue, claims: []) }
    addProof(of: .fact(fact), to: &entity)
    return entity
  }

  /// Names the documents in which claims about something stand.
  func addProof(of target: ClaimTarget, to entity: inout FTMEntity) {
    for claim in view.known.about(target) { addProof(claim.source, to: &entity) }
  }

  func addProof(_ source: SourceID?, to entity: inout FTMEntity) {
    guard let source, let record = index.sources[source] else { return }
    entity.refer("proof", to: id(source))
    entity.add("sourceUrl", FTMWriter.url(record.url))
    entity.add("publisher", record.publisher)
  }

  /// Returns an entity that may stand where FollowTheMoney wants a person or an organisation; for a
  /// country its government.
  mutating func actor(_ entity: EntityID) -> String? {
    switch index.entities[entity]?.type {
    case .person, .agency: return id(entity)
    case .country:
      governments.insert(entity)
      return id(entity, "government")
    case .place, .topic, nil: return nil
    }
  }

  /// Returns an address in the form that FollowTheMoney gives it.
  static func url(_ address: String?) -> String? {
    guard let address, let text = WebAddress(address)?.text else { return nil }
    // An address without a path ends with a slash.
    let host = text.drop { $0 != "/" }.dropFirst(2)
    return host.contains("/") || host.contains("?") || host.contains("#") ? text : text + "/"
  }
}
