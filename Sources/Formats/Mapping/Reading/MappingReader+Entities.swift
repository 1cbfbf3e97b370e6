import CaseModel
import GraphModel

extension MappingReader {
  /// Reads a rule for names, or a text that is the name.
  func entity(_ node: DocumentNode, _ key: String, _ type: EntityType) -> EntityRule? {
    guard case .mapping = node.content else {
      return text(node, key).map { EntityRule(name: $0, defaultType: type) }
    }
    guard let reader = record(node, "'\(key)'", MappingKeys.entity) else { return nil }
    return entity(reader, type)
  }

  func entities(_ reader: RecordReader, _ key: String, _ type: EntityType) -> [EntityRule] {
    reader.elements(key).compactMap { entity($0, key, type) }
  }

  func entity(_ reader: RecordReader, _ type: EntityType) -> EntityRule? {
    guard let name = requiredText(reader, "name") else { return nil }
    var rule = EntityRule(name: name, defaultType: type)
    rule.type = text(reader, "type")
    if let type = rule.type { checkWord(type, EntityType.allCases.map(\.rawValue), reader, "type") }
    rule.kind = text(reader, "kind")
    if let kind = rule.kind { checkWord(kind, AgencyKind.allCases.map(\.rawValue), reader, "kind") }
    rule.separators = reader.elements("split").compactMap { scalar($0, "split") }
      .filter { !$0.isEmpty }
    rule.brackets = reader.choice("brackets", of: BracketMeaning.self) ?? .keep
    if let node = reader.node("unnamed") {
      if case .mapping = node.content {
        rule.isUnnamed = condition(reader, "unnamed")
      } else if reader.flag("unnamed") == true {
        rule.isUnnamed = .always
      }
    }
    rule.note = text(reader, "note")
    rule.identifiers = identifiers(reader.node("ids"))
    rule.post = reader.node("post").flatMap { post($0) }.map { Box($0) }
    rule.when = condition(reader)
    rule.ties = Self.ties.flatMap { key, kind, target in
      entities(reader, key, target).map { (kind, Box($0)) }
    }
    return rule
  }

  /// What each tie leads to where nothing else is said.
  private static let ties: [(String, Relation.Kind, EntityType)] = [
    ("partOf", .partOf, .country), ("locatedIn", .locatedIn, .country),
    ("citizenOf", .citizenOf, .country), ("represents", .represents, .agency),
    ("memberOf", .memberOf, .agency),
  ]

  private func identifiers(_ node: DocumentNode?) -> [(system: String, text: MappedText)] {
    guard let node else { return [] }
    guard case .mapping(let members) = node.content else {
      issues.add(
        .wrongType,
        "'ids' must be a mapping, not \(node.kind)",
        at: node.position,
        remedy: "write 'system: \"{column}\"' lines"
      )
      return []
    }
    return members.compactMap { member in
      text(member.value, member.key).map { (member.key, $0) }
    }
  }

  /// Checks a word that is the same for every row.
  func checkWord(
    _ text: MappedText,
    _ known: [String],
    _ reader: RecordReader,
    _ key: String
  ) {
    guard text.template.isConstant, text.words == nil, text.pattern == nil,
      case .text(let word) = text.template.parts.first,
      !known.contains(where: { WordMap.key($0) == WordMap.key(word) })
    else { return }
    issues.add(
      .invalidValue,
      "'\(word)' is no \(key)",
      at: reader.position(of: key),
      length: word.utf8.count,
      remedy: "one of \(known.joined(separator: ", ")), or a column in braces",
      candidates: NearMiss.candidates(for: word, among: known)
    )
  }

  func post(_ node: DocumentNode) -> PostRule? {
    record(node, "a post", MappingKeys.post).flatMap(post)
  }

  func post(_ reader: RecordReader) -> PostRule? {
    guard let title = requiredText(reader, "title") else { return nil }
    return PostRule(
      title: title,
      agency: reader.node("at").flatMap { entity($0, "at", .agency) },
      country: reader.node("country").flatMap { entity($0, "country", .country) },
      accreditedTo: reader.node("accreditedTo").flatMap { entity($0, "accreditedTo", .country) },
      held: date(reader, "held")
    )
  }

  // MARK: - Names

  func readNames(_ node: DocumentNode?) {
    guard let node else { return }
    guard case .mapping(let members) = node.content else {
      return issues.add(
        .wrongType,
        "'names' must be a mapping, not \(node.kind)",
        at: node.position,
        remedy: "write 'name: {also: [other name]}' lines"
      )
    }
    for member in members {
      guard let reader = record(member.value, "a name", MappingKeys.name) else { continue }
      var named = NamedEntity(name: member.key.trimmingSpaces)
      named.id = reader.identifier("id").map { EntityID($0) }
      named.type = reader.choice("type", of: EntityType.self)
      named.kind = reader.choice("kind", of: AgencyKind.self)
      named.also = reader.elements("also").compactMap { RecordReader.name($0, "also", issues) }
      named.identifiers = reader.texts("ids")
      named.note = reader.text("note")
      mapping.names.append(named)
    }
  }
}
