import CaseModel
import GraphModel

extension RowMaker {
  /// Adds the entities that a rule finds in a row, with what ties them to others; returns their
  /// numbers, and what stood in brackets behind each.
  ///
  /// - Parameter depth: How many rules this one stands in.
  mutating func addEntities(_ rule: EntityRule, _ row: MappedRow, depth: Int = 0)
    throws(RowProblem) -> [(number: Int, bracket: String?)]
  {
    guard rule.when.holds(row) else { return [] }
    let parts = NameSplitter.parts(
      rule.name.text(row),
      separators: rule.separators,
      takesBrackets: rule.brackets != .keep
    )
    guard !parts.isEmpty else { return [] }
    let type = try type(rule, row)
    var found: [(number: Int, bracket: String?)] = []
    for part in parts {
      var name = part.name
      // "Ministry (Kenya)" and "Ministry (Peru)" are two agencies.
      if type != .person, let bracket = part.bracket,
        rule.brackets == .country || rule.brackets == .agency || rule.brackets == .place
      {
        name = "\(name) (\(bracket))"
      }
      guard name.utf8.count <= 1000 else {
        throw RowProblem(
          .tooLarge,
          "a name has more than 1,000 bytes",
          remedy: "split the cell, or choose another column",
          slot: rule.name.slot
        )
      }
      let number = entities.number(type, name)
      if !entities.isWritten(number), !stage.entities.contains(where: { $0.number == number }) {
        stage.entities.append(try details(rule, number, type, row))
      }
      try tie(number, type, part.bracket, rule, row, depth)
      found.append((number, part.bracket))
    }
    return found
  }

  private func type(_ rule: EntityRule, _ row: MappedRow) throws(RowProblem) -> EntityType {
    guard let text = rule.type?.text(row) else { return rule.defaultType }
    return try Self.choice(text, EntityType.self, "type of entity", rule.type?.slot)
  }

  private func details(
    _ rule: EntityRule,
    _ number: Int,
    _ type: EntityType,
    _ row: MappedRow
  ) throws(RowProblem) -> RowStage.EntityDetails {
    var details = RowStage.EntityDetails(number: number, type: type)
    if type == .agency, let text = rule.kind?.text(row), !text.isEmpty {
      details.kind = try Self.choice(text, AgencyKind.self, "kind of agency", rule.kind?.slot)
    }
    let note = rule.note?.text(row) ?? ""
    details.note = note.isEmpty ? nil : note
    details.isUnnamed = rule.isUnnamed?.holds(row) ?? false
    for (system, text) in rule.identifiers {
      let value = text.text(row)
      if !value.isEmpty { details.identifiers[system] = value }
    }
    return details
  }

  /// Adds the relations and the post that a rule gives an entity.
  private mutating func tie(
    _ number: Int,
    _ type: EntityType,
    _ bracket: String?,
    _ rule: EntityRule,
    _ row: MappedRow,
    _ depth: Int
  ) throws(RowProblem) {
    for (kind, target) in rule.ties {
      for (other, _) in try addEntities(target.value, row, depth: depth + 1) {
        addRelation(kind, number, other)
      }
    }
    if let post = rule.post { try addPost(post.value, of: number, row) }
    guard let bracket else { return }
    let meaning: (type: EntityType, person: Relation.Kind, other: Relation.Kind)
    switch rule.brackets {
    case .country: meaning = (.country, .citizenOf, .partOf)
    case .agency: meaning = (.agency, .memberOf, .partOf)
    case .place: meaning = (.place, .locatedIn, .locatedIn)
    case .keep, .drop, .role, .topic, .note: return
    }
    guard type != .topic, type != .country, type != .person || meaning.type != .place else {
      return
    }
    let other = entities.number(meaning.type, bracket)
    if !entities.isWritten(other), !stage.entities.contains(where: { $0.number == other }) {
      stage.entities.append(RowStage.EntityDetails(number: other, type: meaning.type))
    }
    addRelation(type == .person ? meaning.person : meaning.other, number, other)
  }

  /// Returns the choice that a word of a row names, without regard to case.
  static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ word: String,
    _ type: Choice.Type,
    _ what: String,
    _ slot: Int?,
    words: (Choice) -> String = { $0.rawValue }
  ) throws(RowProblem) -> Choice {
    let key = WordMap.key(word)
    if let choice = Choice.allCases.first(where: { WordMap.key(words($0)) == key }) {
      return choice
    }
    throw RowProblem(
      .invalidValue,
      "'\(word.prefix(40))' is no \(what)",
      remedy:
        "one of \(Choice.allCases.map(words).joined(separator: ", ")); translate the words of "
        + "the register with 'words:' in the mapping",
      slot: slot
    )
  }
}
