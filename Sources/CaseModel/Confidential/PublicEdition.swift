/// Holds a case without anything marked confidential and anything that only that supported.
///
/// What goes: confidential claims and sources; claims that reached us through one of them or speak
/// of one; facts that had claims and have none left; utterances that were only made in claims that
/// went; sources that nothing left refers to; entities that nothing left refers to but their own
/// unclaimed posts and relations, and these with them; questions that only confidential claims
/// ask or whose pattern has lost a part without which it asks for something else, with their empty
/// slots. What never had anything to do with a claim that went stays.
///
/// Free text of what stays is not searched: a note that tells a secret must be marked or removed
/// by its author.
public struct PublicEdition: Sendable {
  /// What may be published.
  public let content: CaseContent
  /// How many records of each kind went.
  public let removed: Removed

  /// Counts what went.
  public struct Removed: Hashable, Sendable {
    /// Claims.
    public var claims = 0
    /// Sources.
    public var sources = 0
    /// Events, participations, attributes, posts and relations.
    public var facts = 0
    /// Entities.
    public var entities = 0
    /// Questions.
    public var questions = 0

    /// The number of records.
    public var total: Int { claims + sources + facts + entities + questions }
  }

  /// Makes the public edition of `original`.
  ///
  /// Complexity: O(n × rounds); each round but the last removes a record.
  public init(of original: CaseContent) {
    var purge = Purge(original)
    purge.run()
    content = purge.content
    removed = Removed(
      claims: original.claims.count - content.claims.count,
      sources: original.sources.count - content.sources.count,
      facts: original.facts.count - content.facts.count,
      entities: original.entities.count - content.entities.count,
      questions: original.questions.count - content.questions.count
    )
  }
}
