import CaseModel
import GraphModel

/// Who says what a row says, and the claims that say so.
extension RowMaker {
  mutating func makeTestimony(_ row: MappedRow) throws(RowProblem) -> RowTestimony {
    let rule = mapping.claims
    let source = try source(row)
    var stance = Stance.asserts
    if let text = rule.stance?.text(row), !text.isEmpty {
      stance = try Self.choice(text, Stance.self, "stance", rule.stance?.slot)
    }
    let locator = rule.locator?.text(row) ?? "row \(row.number)"
    let quote = rule.quote?.text(row) ?? ""
    let said: UncertainDate?
    said = try rule.said?.date(row, &dates).date ?? source.published ?? mapping.register.published
    return RowTestimony(
      claimant: try claimant(row),
      stance: stance,
      source: source.id,
      said: said,
      locator: locator.isEmpty ? nil : locator,
      quote: quote.isEmpty ? nil : String(quote.prefix(500)),
      suffix: claimantSuffix(row)
    )
  }

  /// Returns the entity that speaks; the publisher of the register where the row names none.
  private mutating func claimant(_ row: MappedRow) throws(RowProblem) -> EntityID {
    if let rule = mapping.claims.claimant {
      if let number = try claimantNumber(rule, row) { return entities.id(number) }
    }
    let register = mapping.register
    let number = entities.number(.agency, register.publisher ?? register.title)
    if !entities.isWritten(number), !stage.entities.contains(where: { $0.number == number }) {
      var details = RowStage.EntityDetails(number: number, type: .agency)
      details.kind = register.publisherKind
      if register.publisher == nil { details.isUnnamed = true }
      stage.entities.append(details)
    }
    return entities.id(number)
  }

  /// Its ties would need claims of their own, so a claimant has none.
  private mutating func claimantNumber(_ rule: EntityRule, _ row: MappedRow)
    throws(RowProblem) -> Int?
  {
    var bare = rule
    bare.ties = []
    bare.post = nil
    return try addEntities(bare, row).first?.number
  }

  private func claimantSuffix(_ row: MappedRow) -> String {
    guard let rule = mapping.claims.claimant, !rule.name.template.isConstant else { return "" }
    let name = ReadableID.slug(rule.name.text(row))
    return name.isEmpty ? "" : "/\(name.prefix(30))"
  }

  // MARK: - Sources

  private mutating func source(_ row: MappedRow) throws(RowProblem) -> (
    id: SourceID, published: UncertainDate?
  ) {
    let register = mapping.register
    guard let rule = register.each, case let url = rule.url.text(row), !url.isEmpty else {
      return (SourceID(register.id), register.published)
    }
    guard MappingReader.isAddress(url), url.utf8.count <= 2000 else {
      throw RowProblem(
        .invalidValue,
        "'\(url.prefix(60))' is no web address",
        remedy: "it begins with https:// or http:// and has no spaces; if there are several, take "
          + "the first with 'match'",
        slot: rule.url.slot
      )
    }
    let host = url.split(separator: "/").dropFirst().first.map(String.init) ?? url
    let id = SourceID("\(register.id)/\(ReadableID.slug(host))-\(StableHash(url).text)")
    let published = try rule.published?.date(row, &dates).date
    guard isFirst(id.rawValue) else { return (id, published) }
    let title = rule.title?.text(row) ?? ""
    let publisher = rule.publisher?.text(row) ?? ""
    stage.sources.append(
      Source(
        id: id,
        title: title.isEmpty ? String(url.prefix(200)) : title,
        publisher: publisher.isEmpty ? nil : publisher,
        url: url,
        published: published,
        retrieved: register.retrieved,
        isConfidential: register.isConfidential,
        note: "Named by \(register.title)"
      )
    )
    return (id, published)
  }

  /// The record of the register itself.
  var registerSource: Source {
    let register = mapping.register
    return Source(
      id: SourceID(register.id),
      title: register.title,
      publisher: register.publisher,
      url: register.url,
      published: register.published,
      retrieved: register.retrieved,
      isConfidential: register.isConfidential,
      note: register.note
    )
  }

  // MARK: - Claims

  /// Adds the claim of the row about a fact of an event.
  mutating func claim(_ fact: FactID, ordinal: UInt32, note: String? = nil) {
    guard let testimony else { return }
    let id = claimID(fact, testimony) + (ordinal > 1 ? "~\(ordinal)" : "")
    add(id, fact, testimony, testimony.stance, note: note)
  }

  /// Adds the claim about a post or relation, unless an earlier row of the same claimant said so.
  mutating func claimOnce(_ fact: FactID, _ stance: Stance? = nil) {
    guard let testimony else { return }
    let id = claimID(fact, testimony)
    guard isFirst(id) else { return }
    stage.isNews = true
    add(id, fact, testimony, stance ?? testimony.stance)
  }

  private func claimID(_ fact: FactID, _ testimony: RowTestimony) -> String {
    "\(fact)@\(testimony.source)\(testimony.suffix)"
  }

  private mutating func add(
    _ id: String,
    _ fact: FactID,
    _ testimony: RowTestimony,
    _ stance: Stance,
    note: String? = nil
  ) {
    stage.claims.append(
      Claim(
        id: ClaimID(ReadableID.bounded(id, "c")),
        claimant: testimony.claimant,
        stance: stance,
        target: .fact(fact),
        source: testimony.source,
        saidOn: testimony.said,
        locator: testimony.locator,
        quote: testimony.quote,
        language: testimony.quote == nil ? nil : mapping.claims.language,
        isOnRecord: mapping.claims.isOnRecord,
        isConfidential: false,
        note: note
      )
    )
  }
}
