import CaseModel
import GraphModel

extension MappingReader {
  // MARK: - The register

  func readSource(_ node: DocumentNode) {
    guard let reader = record(node, "the source", MappingKeys.source) else { return }
    mapping.register.id = reader.requiredIdentifier("id") ?? ""
    mapping.register.title = reader.requiredText("title") ?? ""
    mapping.register.publisher = reader.text("publisher")
    mapping.register.publisherKind = reader.choice("publisherKind", of: AgencyKind.self)
    mapping.register.url = reader.text("url").flatMap { address($0, reader) }
    mapping.register.published = reader.date("published")
    mapping.register.retrieved = reader.date("retrieved")
    mapping.register.isConfidential = reader.flag("confidential") ?? false
    let notes = [reader.text("licence").map { "Licence: \($0)" }, reader.text("note")]
    let note = notes.compactMap(\.self).joined(separator: ". ")
    mapping.register.note = note.isEmpty ? nil : note
    if let node = reader.node("each"), let each = record(node, "'each'", MappingKeys.each),
      let url = requiredText(each, "url")
    {
      mapping.register.each = RowSourceRule(
        url: url,
        title: text(each, "title"),
        publisher: text(each, "publisher"),
        published: date(each, "published")
      )
    }
  }

  private func address(_ text: String, _ reader: RecordReader) -> String? {
    if Self.isAddress(text) { return text }
    issues.add(
      .invalidValue,
      "'url' is no web address",
      at: reader.position(of: "url"),
      length: text.utf8.count,
      remedy: "write an address that begins with https:// or http:// and has no spaces"
    )
    return nil
  }

  /// Tells whether a page may link to an address.
  static func isAddress(_ text: String) -> Bool {
    WebAddress(text) != nil
      && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }

  func readClaims(_ node: DocumentNode) {
    guard let reader = record(node, "'claims'", MappingKeys.claims) else { return }
    mapping.claims.claimant = reader.node("claimant").flatMap { entity($0, "claimant", .agency) }
    mapping.claims.stance = text(reader, "stance")
    if let stance = mapping.claims.stance {
      checkWord(stance, Stance.allCases.map(\.rawValue), reader, "stance")
    }
    mapping.claims.locator = text(reader, "at")
    mapping.claims.quote = text(reader, "quote")
    mapping.claims.language = reader.text("lang")
    mapping.claims.said = date(reader, "said")
    mapping.claims.isOnRecord = reader.flag("onRecord")
  }

  func skip(_ node: DocumentNode) -> SkipRule? {
    guard let reader = record(node, "a rule to skip rows", MappingKeys.skip) else { return nil }
    guard reader.node("when") != nil else {
      reader.missing("when")
      return nil
    }
    return SkipRule(when: condition(reader), reason: reader.requiredText("reason") ?? "")
  }

  // MARK: - Events

  func event(_ node: DocumentNode) -> EventRule? {
    guard let reader = record(node, "an event", MappingKeys.event) else { return nil }
    var rule = EventRule()
    rule.name = reader.identifier("name")
    rule.when = condition(reader)
    rule.key = reader.elements("key").compactMap(keyPart)
    rule.type = text(reader, "type")
    if let type = rule.type { checkWord(type, EventType.allCases.map(\.rawValue), reader, "type") }
    rule.title = text(reader, "title")
    rule.date = date(reader, "date")
    rule.places = entities(reader, "place", .place)
    rule.topics = entities(reader, "about", .topic)
    rule.notes = reader.elements("note").compactMap { text($0, "note") }
    rule.participants = reader.elements("participants").compactMap(participant)
    rule.remarks = reader.node("remarks").flatMap(remarks)
    // Without participants a rule can only add claims to the event of a key.
    if rule.participants.isEmpty, rule.key.isEmpty { reader.missing("participants") }
    return rule
  }

  private func remarks(_ node: DocumentNode) -> RemarkRule? {
    guard case .mapping = node.content else {
      return self.text(node, "remarks").map { RemarkRule(text: $0) }
    }
    guard let reader = record(node, "'remarks'", MappingKeys.remarks),
      let text = requiredText(reader, "text")
    else { return nil }
    return RemarkRule(
      text: text,
      country: self.text(reader, "country"),
      home: self.text(reader, "home")
    )
  }

  private func keyPart(_ node: DocumentNode) -> KeyPart? {
    guard case .mapping(let members) = node.content, members.map(\.key) != ["text"] else {
      return text(node, "key").map { KeyPart(texts: [$0], isOrdered: true) }
    }
    guard let reader = record(node, "a part of a key", MappingKeys.key) else { return nil }
    let texts = reader.elements("anyOrder").compactMap { text($0, "anyOrder") }
    return KeyPart(texts: texts, isOrdered: false)
  }

  private func participant(_ node: DocumentNode) -> ParticipantRule? {
    guard case .mapping = node.content else {
      return entity(node, "participants", .person).map { ParticipantRule(entity: $0) }
    }
    guard let reader = record(node, "a participant", MappingKeys.participant),
      let rule = entity(reader, .person)
    else { return nil }
    return ParticipantRule(
      entity: rule,
      role: text(reader, "role"),
      onBehalfOf: entities(reader, "onBehalfOf", .agency)
    )
  }

  // MARK: - Relations, posts, judgements

  func relation(_ node: DocumentNode) -> RelationRule? {
    guard let reader = record(node, "a relation", MappingKeys.relation) else { return nil }
    let kind = requiredText(reader, "kind")
    if let kind { checkWord(kind, Relation.Kind.allCases.map(\.word), reader, "kind") }
    let (subject, object) = (end(reader, "subject"), end(reader, "object"))
    guard let kind, let subject, let object else { return nil }
    return RelationRule(
      when: condition(reader),
      kind: kind,
      subject: subject,
      object: object,
      word: text(reader, "word"),
      held: date(reader, "held")
    )
  }

  private func end(_ reader: RecordReader, _ key: String) -> EntityRule? {
    guard let node = reader.node(key) else {
      reader.missing(key)
      return nil
    }
    return entity(node, key, .agency)
  }

  func heldPost(_ node: DocumentNode) -> HeldPostRule? {
    guard let reader = record(node, "a post", MappingKeys.heldPost) else { return nil }
    guard let holderNode = reader.node("holder") else {
      reader.missing("holder")
      return nil
    }
    guard let holder = entity(holderNode, "holder", .person), let post = post(reader) else {
      return nil
    }
    return HeldPostRule(when: condition(reader), holder: holder, post: post)
  }

  func sameness(_ node: DocumentNode) -> SamenessRule? {
    guard let reader = record(node, "a judgement", MappingKeys.same) else { return nil }
    let (left, right) = (end(reader, "left"), end(reader, "right"))
    guard let left, let right else { return nil }
    return SamenessRule(
      when: condition(reader),
      left: left,
      right: right,
      judgement: text(reader, "judgement")
    )
  }
}
