import CaseModel
import GraphModel

/// Relations, posts and judgements: facts that stand once, however many rows say them.
extension RowMaker {
  mutating func addRelation(
    _ kind: Relation.Kind,
    _ subject: Int,
    _ object: Int,
    word: String = "",
    held: UncertainDate? = nil,
    stance: Stance? = nil
  ) {
    let (from, to) = (entities.id(subject), entities.id(object))
    guard from != to else { return }
    var id = Relation.defaultID(kind, from: from, to: to).rawValue
    if !word.isEmpty { id += "/" + slug(word) }
    let fact = ReadableID.fact(id)
    if isFirst(fact.rawValue) {
      stage.isNews = true
      stage.relations.append(
        Relation(
          id: fact,
          kind: kind,
          subject: from,
          object: to,
          held: held,
          note: word.isEmpty ? nil : word
        )
      )
    }
    claimOnce(fact, stance)
  }

  mutating func addPost(_ rule: PostRule, of holder: Int, _ row: MappedRow) throws(RowProblem) {
    let title = rule.title.text(row)
    guard !title.isEmpty else { return }
    let agency = try first(rule.agency, row)
    let country = try first(rule.country, row)
    let accreditedTo = try first(rule.accreditedTo, row)
    addPost(title, of: holder, agency, country, accreditedTo, try rule.held?.date(row, &dates).date)
  }

  mutating func addPost(
    _ title: String,
    of holder: Int,
    _ agency: EntityID?,
    _ country: EntityID?,
    _ accreditedTo: EntityID? = nil,
    _ held: UncertainDate? = nil
  ) {
    let person = entities.id(holder)
    var id = "\(person)/post/\(slug(title))"
    for place in [agency ?? country, accreditedTo].compactMap(\.self) { id += "/\(place)" }
    if let held { id += "/\(held.edtf.filter { $0.isNumber || "-/.".contains($0) })" }
    let fact = ReadableID.fact(id)
    if isFirst(fact.rawValue) {
      stage.isNews = true
      stage.posts.append(
        Post(
          id: fact,
          holder: person,
          title: title,
          agency: agency,
          country: country,
          accreditedTo: accreditedTo,
          held: held
        )
      )
    }
    claimOnce(fact)
  }

  private mutating func first(_ rule: EntityRule?, _ row: MappedRow) throws(RowProblem)
    -> EntityID?
  {
    guard let rule else { return nil }
    return try addEntities(rule, row).first.map { entities.id($0.number) }
  }

  mutating func addRelations(_ rule: RelationRule, _ row: MappedRow) throws(RowProblem) {
    let kind = try Self.choice(
      rule.kind.text(row),
      Relation.Kind.self,
      "kind of relation",
      rule.kind.slot,
      words: \.word
    )
    let subjects = try addEntities(rule.subject, row)
    let objects = try addEntities(rule.object, row)
    guard !subjects.isEmpty, !objects.isEmpty else {
      throw RowProblem(
        .missingKey,
        "one end of the relation has no name",
        remedy: "fill the cell, or leave the row out with a rule under 'skip'",
        slot: subjects.isEmpty ? rule.subject.name.slot : rule.object.name.slot
      )
    }
    let held = try rule.held?.date(row, &dates).date
    let word = rule.word?.text(row) ?? ""
    for (subject, _) in subjects {
      for (object, _) in objects {
        guard subject != object else {
          throw RowProblem(
            .invalidValue,
            "both ends of the relation are '\(entities.name(subject).prefix(60))'",
            remedy: "put one of the names right",
            slot: rule.object.name.slot
          )
        }
        addRelation(kind, subject, object, word: word, held: held)
      }
    }
  }

  /// Lists what a judgement can be.
  private enum Judgement: String, CaseIterable {
    case same, different
  }

  mutating func addJudgement(_ rule: SamenessRule, _ row: MappedRow) throws(RowProblem) {
    let word = rule.judgement?.text(row) ?? Judgement.same.rawValue
    let judgement = try Self.choice(word, Judgement.self, "judgement", rule.judgement?.slot)
    guard let left = try addEntities(rule.left, row).first,
      let right = try addEntities(rule.right, row).first
    else {
      throw RowProblem(
        .missingKey,
        "one of the two names is empty",
        remedy: "fill the cell, or leave the row out with a rule under 'skip'",
        slot: rule.left.name.slot
      )
    }
    guard left.number != right.number else {
      throw RowProblem(
        .invalidValue,
        "both names are '\(entities.name(left.number).prefix(60))', one entity already",
        remedy: "nothing need be done: equal names of one type are one entity",
        slot: rule.right.name.slot
      )
    }
    let stance: Stance? = judgement == .same ? nil : .denies
    addRelation(.sameAs, left.number, right.number, stance: stance)
  }
}
