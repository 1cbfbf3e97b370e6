/// Holds all records of a case: what a case file says, no more.
///
/// Records stand in natural order of their ids, so that equal cases are equal values and every
/// export is stable.
public struct CaseContent: Hashable, Sendable {
  /// The name and purpose of the case.
  public var info: CaseInfo
  /// People, agencies, countries, places, topics.
  public var entities: [Entity]
  /// Meetings, visits, calls, statements.
  public var events: [Event]
  /// Who took part in what.
  public var participations: [Participation]
  /// Dates, places and topics of events.
  public var attributes: [Attribute]
  /// Who held which post.
  public var posts: [Post]
  /// Lasting relations between entities.
  public var relations: [Relation]
  /// Documents.
  public var sources: [Source]
  /// Who says what about which fact.
  public var claims: [Claim]
  /// What somebody demands to know.
  public var questions: [Question]

  /// Makes an empty case.
  public init(info: CaseInfo) {
    self.info = info
    entities = []
    events = []
    participations = []
    attributes = []
    posts = []
    relations = []
    sources = []
    claims = []
    questions = []
  }

  /// Adds the records of another part of the case behind those of this one.
  package mutating func append(_ part: CaseContent) {
    entities += part.entities
    events += part.events
    participations += part.participations
    attributes += part.attributes
    posts += part.posts
    relations += part.relations
    sources += part.sources
    claims += part.claims
    questions += part.questions
  }

  /// Brings all records into natural order of their ids.
  ///
  /// Complexity: O(n log n) in the number of records.
  public mutating func sort() {
    // Of the claims there are as many as of all the rest.
    (self, claims) = SideBySide.both(
      elementCount: claims.count,
      { [self] in sortedButClaims },
      { [claims] in claims.sorted(by: \.id) }
    )
  }

  private var sortedButClaims: CaseContent {
    var content = self
    content.entities = entities.sorted(by: \.id)
    content.events = events.sorted(by: \.id)
    content.participations = participations.sorted(by: \.id)
    content.attributes = attributes.sorted(by: \.id)
    content.posts = posts.sorted(by: \.id)
    content.relations = relations.sorted(by: \.id)
    content.sources = sources.sorted(by: \.id)
    content.questions = questions.sorted(by: \.id)
    return content
  }

  /// Returns every fact: events first, then participations, attributes, posts, relations.
  public var facts: [Fact] {
    events.map(Fact.event) + participations.map(Fact.participation)
      + attributes.map(Fact.attribute) + posts.map(Fact.post) + relations.map(Fact.relation)
  }
}

/// Holds the name and purpose of a case.
public struct CaseInfo: Hashable, Sendable {
  /// A short name, such as `spy-chiefs-2018`.
  public let id: String
  /// A headline.
  public let title: String
  /// What the case is about.
  public let summary: String?

  /// Makes the description of a case.
  public init(id: String, title: String, summary: String? = nil) {
    self.id = id
    self.title = title
    self.summary = summary
  }
}

extension Array {
  /// Returns records in the order of their ids; those that are in order as they are.
  fileprivate func sorted<Record>(by id: (Element) -> Identifier<Record>) -> [Element] {
    let ids = map(id)
    guard zip(ids, ids.dropFirst()).contains(where: { $1 < $0 }) else { return self }
    return NaturalHead.order(of: ids.map(\.rawValue)).map { self[$0] }
  }
}
