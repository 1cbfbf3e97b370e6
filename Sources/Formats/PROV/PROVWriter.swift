import CaseModel
import GraphModel

/// Turns a case into a document of PROV.
struct PROVWriter {
  private var sections: [(name: String, members: [JSONMember])] = [
    "agent", "activity", "entity", "wasAttributedTo", "wasDerivedFrom", "wasGeneratedBy",
    "wasAssociatedWith", "actedOnBehalfOf", "wasInfluencedBy", "specializationOf", "alternateOf",
  ].map { ($0, []) }
  private let view: CaseView

  init(_ view: CaseView) {
    self.view = view
    let content = index.content
    for entity in content.entities { add(entity) }
    for event in content.events { add(event) }
    for part in content.participations { add(part) }
    for attribute in content.attributes { add(attribute) }
    for post in content.posts { add(post) }
    for relation in content.relations { add(relation) }
    for source in content.sources { add(source) }
    for claim in content.claims { add(claim) }
    for question in content.questions {
      put(
        "entity",
        question.id,
        ["prov:type": .string("Question"), "prov:label": .string(question.text)]
      )
    }
  }

  private var index: CaseIndex { view.index }

  var counts: [ExportReport.Count] {
    sections.filter { !$0.members.isEmpty }.map { .init($0.name, $0.members.count) }
  }

  var document: JSONValue {
    let prefixes: JSONValue = [
      "case": .string(CaseTerm.namespace(of: index.content.info.id)),
      "bc": .string(CaseTerm.vocabulary),
    ]
    let written = sections.filter { !$0.members.isEmpty }
    return .object(
      [JSONMember(key: "prefix", value: prefixes)]
        + written.map { JSONMember(key: $0.name, value: .object($0.members)) }
    )
  }

  // MARK: - Writing

  private func name<Record>(_ id: Identifier<Record>) -> String {
    "case:\(CaseTerm.local(id.rawValue))"
  }

  private func reference<Record>(_ id: Identifier<Record>?) -> JSONValue {
    guard let id else { return .null }
    return ["$": .string(name(id)), "type": "prov:QUALIFIED_NAME"]
  }

  private mutating func put<Record>(
    _ section: String,
    _ id: Identifier<Record>,
    suffix: String = "",
    _ members: KeyValuePairs<String, JSONValue>
  ) {
    guard let place = sections.firstIndex(where: { $0.name == section }) else { return }
    let isRelation = !["agent", "activity", "entity"].contains(section)
    let key = isRelation ? "\(name(id))-\(section)\(suffix)" : name(id)
    sections[place].members.append(JSONMember(key: key, value: .record(members)))
  }

  private mutating func add(_ record: Entity) {
    let isAgent = [.person, .agency, .country].contains(record.type)
    let type: JSONValue =
      switch record.type {
      case .person: ["$": "prov:Person", "type": "prov:QUALIFIED_NAME"]
      case .agency: ["$": "prov:Organization", "type": "prov:QUALIFIED_NAME"]
      default: .string(record.type.rawValue)
      }
    put(
      isAgent ? "agent" : "entity",
      record.id,
      [
        "prov:type": type, "prov:label": .string(record.name),
        "bc:alias": .list(record.names.map { .string($0.text) }),
        "bc:kind": .choice(record.agencyKind), "bc:unnamed": .flag(record.isUnnamed),
        "bc:identifier": .list(
          record.identifiers.sorted { $0.key < $1.key }.map { .string("\($0.key):\($0.value)") }
        ),
        "bc:note": .optional(record.note),
      ]
    )
  }

  private mutating func add(_ event: Event) {
    let date = view.date(of: event.id)
    let day = date?.bounds.onlyDay == nil ? nil : date?.days.first
    put(
      "activity",
      event.id,
      [
        "prov:startTime": .optional(day.map { "\($0)T00:00:00" }),
        "prov:type": .choice(event.type), "prov:label": .string(event.title),
        "bc:date": .optional(date?.edtf), "bc:status": .choice(view.status(FactID(event.id))),
        "bc:note": .optional(event.note),
      ]
    )
  }

  private mutating func add(_ part: Participation) {
    if let entity = part.participant.entity, isAgent(entity) {
      put(
        "wasAssociatedWith",
        part.id,
        [
          "prov:activity": .string(name(part.event)), "prov:agent": .string(name(entity)),
          "prov:role": .string(part.role), "bc:status": .choice(view.status(part.id)),
        ]
      )
    }
    var slot: (String, EntityID?)?
    if case .unknown(let text, let side) = part.participant { slot = (text, side) }
    put(
      "entity",
      part.id,
      [
        "prov:type": "Participation", "prov:label": .string(index.describe(part.id)),
        "bc:event": reference(part.event), "bc:participant": reference(part.participant.entity),
        "bc:role": .string(part.role), "bc:unknown": .optional(slot?.0),
        "bc:side": reference(slot?.1), "bc:question": reference(part.question),
        "bc:status": .choice(view.status(part.id)), "bc:note": .optional(part.note),
      ]
    )
  }

  private mutating func add(_ attribute: Attribute) {
    let value: JSONValue =
      switch attribute.value {
      case .date(let date): .string(date.edtf)
      case .place(let place): reference(place)
      case .topic(let topic): reference(topic)
      case .subject(let event): reference(event)
      }
    put(
      "entity",
      attribute.id,
      [
        "prov:type": "Attribute", "prov:label": .string(index.describe(attribute.id)),
        "bc:event": reference(attribute.event), "prov:value": value,
        "bc:status": .choice(view.status(attribute.id)),
      ]
    )
  }

  private mutating func add(_ post: Post) {
    for (number, target) in [post.agency, post.country].compactMap(\.self).enumerated()
    where isAgent(target) && isAgent(post.holder) {
      put(
        "actedOnBehalfOf",
        post.id,
        suffix: "\(number)",
        [
          "prov:delegate": .string(name(post.holder)), "prov:responsible": .string(name(target)),
          "bc:title": .string(post.title),
        ]
      )
    }
    put(
      "entity",
      post.id,
      [
        "prov:type": "Post", "prov:label": .string(index.describe(post.id)),
        "bc:holder": reference(post.holder), "bc:title": .string(post.title),
        "bc:agency": reference(post.agency), "bc:country": reference(post.country),
        "bc:accreditedTo": reference(post.accreditedTo), "bc:held": .optional(post.held?.edtf),
        "bc:status": .choice(view.status(post.id)), "bc:note": .optional(post.note),
      ]
    )
  }

  private mutating func add(_ relation: Relation) {
    if relation.kind == .represents, isAgent(relation.subject), isAgent(relation.object) {
      put(
        "actedOnBehalfOf",
        relation.id,
        [
          "prov:delegate": .string(name(relation.subject)),
          "prov:responsible": .string(name(relation.object)),
        ]
      )
    }
    put(
      "entity",
      relation.id,
      [
        "prov:type": "Relation", "prov:label": .string(index.describe(relation.id)),
        "bc:kind": .string(relation.kind.word), "bc:subject": reference(relation.subject),
        "bc:object": reference(relation.object), "bc:held": .optional(relation.held?.edtf),
        "bc:status": .choice(view.status(relation.id)), "bc:note": .optional(relation.note),
      ]
    )
  }

  private func isAgent(_ entity: EntityID) -> Bool {
    [.person, .agency, .country].contains(index.entities[entity]?.type)
  }
}

// MARK: - Sources and claims

extension PROVWriter {
  private mutating func add(_ source: Source) {
    put(
      "entity",
      source.id,
      [
        "prov:type": "Source", "prov:label": .string(source.title),
        "bc:publisher": .optional(source.publisher), "bc:author": .optional(source.author),
        "bc:url": .optional(source.url), "bc:archivedUrl": .optional(source.archivedURL),
        "bc:published": .optional(source.published?.edtf),
        "bc:retrieved": .optional(source.retrieved?.edtf), "bc:sha256": .optional(source.sha256),
        "bc:confidential": .flag(source.isConfidential), "bc:note": .optional(source.note),
      ]
    )
  }

  private mutating func add(_ claim: Claim) {
    put(
      "entity",
      claim.id,
      [
        "prov:type": "Claim", "prov:label": .string(index.sentence(claim)),
        "bc:stance": .choice(claim.stance), "bc:about": about(claim.target),
        "prov:value": quote(claim), "bc:locator": .optional(claim.locator),
        "bc:saidOn": .optional(claim.saidOn?.edtf),
        "bc:onRecord": claim.isOnRecord.map(JSONValue.boolean) ?? .null,
        "bc:confidential": .flag(claim.isConfidential), "bc:note": .optional(claim.note),
      ]
    )
    put(
      "wasAttributedTo",
      claim.id,
      ["prov:entity": .string(name(claim.id)), "prov:agent": .string(name(claim.claimant))]
    )
    if let source = claim.source {
      put(
        "wasDerivedFrom",
        claim.id,
        suffix: "-source",
        [
          "prov:generatedEntity": .string(name(claim.id)), "prov:usedEntity": .string(name(source)),
          "prov:type": ["$": "prov:PrimarySource", "type": "prov:QUALIFIED_NAME"],
        ]
      )
    }
    if let via = claim.via {
      put(
        "wasDerivedFrom",
        claim.id,
        suffix: "-via",
        ["prov:generatedEntity": .string(name(claim.id)), "prov:usedEntity": .string(name(via))]
      )
    }
    if let utterance = claim.utterance {
      put(
        "wasGeneratedBy",
        claim.id,
        ["prov:entity": .string(name(claim.id)), "prov:activity": .string(name(utterance))]
      )
    }
  }

  private func quote(_ claim: Claim) -> JSONValue {
    guard let quote = claim.quote else { return .null }
    guard let language = claim.language else { return .string(quote) }
    return ["$": .string(quote), "lang": .string(language)]
  }

  private func about(_ target: ClaimTarget) -> JSONValue {
    switch target {
    case .fact(let id): reference(id)
    case .claim(let id): reference(id)
    case .question(let id): reference(id)
    }
  }
}
