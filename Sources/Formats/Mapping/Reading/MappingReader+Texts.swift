import CaseModel
import GraphModel

extension MappingReader {
  // MARK: - Templates

  /// Reads a text in which `{name}` stands for a column.
  func template(_ node: DocumentNode, _ key: String) -> TextTemplate? {
    guard let text = scalar(node, key) else { return nil }
    var parts: [TextTemplate.Part] = []
    var literal = ""
    var rest = text[...]
    while let sign = rest.first {
      rest.removeFirst()
      guard sign == "{" else {
        if sign == "}", rest.first == "}" { rest.removeFirst() }
        literal.append(sign)
        continue
      }
      if rest.first == "{" {
        rest.removeFirst()
        literal.append("{")
        continue
      }
      guard let end = rest.firstIndex(of: "}") else {
        issues.add(
          .invalidValue,
          "a brace is opened and not closed in '\(text.prefix(40))'",
          at: node.position,
          remedy: "write {name of a column}, or {{ for a brace"
        )
        return nil
      }
      if !literal.isEmpty { parts.append(.text(literal)) }
      literal = ""
      guard let part = part(String(rest[..<end]).trimmingSpaces, node) else { return nil }
      parts.append(part)
      rest = rest[rest.index(after: end)...]
    }
    if !literal.isEmpty { parts.append(.text(literal)) }
    return TextTemplate(parts: parts)
  }

  private func part(_ name: String, _ node: DocumentNode) -> TextTemplate.Part? {
    guard name.hasPrefix("#") else {
      return .cell(mapping.columns.number(of: name, at: node.position))
    }
    if let special = TextTemplate.Special(rawValue: String(name.dropFirst())) {
      return .special(special)
    }
    let known = TextTemplate.Special.allCases.map { "#" + $0.rawValue }
    issues.add(
      .invalidValue,
      "'{\(name)}' stands for nothing",
      at: node.position,
      remedy: "one of \(known.joined(separator: ", ")), or the name of a column",
      candidates: NearMiss.candidates(for: name, among: known)
    )
    return nil
  }

  /// Reads a text, or a mapping that says what to take of it.
  func text(_ node: DocumentNode, _ key: String) -> MappedText? {
    guard case .mapping = node.content else { return template(node, key).map(MappedText.init) }
    guard let reader = record(node, "'\(key)'", MappingKeys.text) else { return nil }
    guard let inner = reader.node("text") else {
      reader.missing("text")
      return nil
    }
    guard let template = template(inner, "text") else { return nil }
    var text = MappedText(template)
    if let expression = reader.text("match") {
      text.pattern = pattern(expression, at: reader.position(of: "match"))
    }
    text.words = reader.node("words").flatMap(words)
    text.words?.takesBeginnings = reader.flag("beginnings") ?? false
    text.otherwise = reader.node("otherwise").flatMap { self.template($0, "otherwise") }
    return text
  }

  /// Reads a text that may be missing.
  func text(_ reader: RecordReader, _ key: String) -> MappedText? {
    reader.node(key).flatMap { text($0, key) }
  }

  func requiredText(_ reader: RecordReader, _ key: String) -> MappedText? {
    guard reader.node(key) != nil else {
      reader.missing(key)
      return nil
    }
    return text(reader, key)
  }

  func pattern(_ expression: String, at position: SourcePosition) -> TextPattern? {
    if let pattern = TextPattern(expression) { return pattern }
    issues.add(
      .invalidValue,
      "'\(expression.prefix(40))' is no regular expression",
      at: position,
      remedy: "close its brackets, and put a backslash before signs that are meant as they are"
    )
    return nil
  }

  private func words(_ node: DocumentNode) -> WordMap? {
    if case .mapping(let entries) = node.content { return wordMap(entries) }
    guard let name = scalar(node, "words") else { return nil }
    if let table = tables[name] { return table }
    issues.add(
      .danglingID,
      "there is no table '\(name)'",
      at: node.position,
      length: name.utf8.count,
      remedy: "add it under 'tables:', or write the words here: {word: meaning, …}",
      candidates: NearMiss.candidates(for: name, among: tables.keys.sorted())
    )
    return nil
  }

  // MARK: - Cells made of others

  func readCells(_ node: DocumentNode?) {
    guard let node else { return }
    guard case .mapping(let members) = node.content else {
      return issues.add(
        .wrongType,
        "'cells' must be a mapping, not \(node.kind)",
        at: node.position,
        remedy: "write 'name: {text: \"{column}\", match: pattern}' lines"
      )
    }
    for member in members {
      guard let text = text(member.value, member.key) else { continue }
      let slot = mapping.columns.number(of: member.key, at: member.keyPosition)
      mapping.cells.append((slot, text))
    }
  }

  // MARK: - Conditions

  func condition(_ reader: RecordReader, _ key: String = "when") -> RowCondition {
    guard reader.node(key) != nil else { return .always }
    return RowCondition(alternatives: reader.elements(key).compactMap(tests))
  }

  private func tests(_ node: DocumentNode) -> [(slot: Int, test: RowCondition.Test)]? {
    guard case .mapping(let members) = node.content, !members.isEmpty else {
      issues.add(
        .wrongType,
        "'when' must be a mapping, not \(node.kind)",
        at: node.position,
        remedy: "write 'when: {column: word}', a list of words, or {matches: pattern}"
      )
      return nil
    }
    return members.flatMap { member in
      let slot = mapping.columns.number(of: member.key, at: member.keyPosition)
      return tests(member.value, member.key).map { (slot, $0) }
    }
  }

  private func tests(_ node: DocumentNode, _ column: String) -> [RowCondition.Test] {
    switch node.content {
    case .sequence(let elements):
      return [.oneOf(keys(elements, column))]
    case .mapping:
      guard let reader = record(node, "a condition", MappingKeys.condition) else { return [] }
      var tests: [RowCondition.Test] = []
      if reader.node("is") != nil { tests.append(.oneOf(keys(reader.elements("is"), column))) }
      if reader.node("isNot") != nil {
        tests.append(.noneOf(keys(reader.elements("isNot"), column)))
      }
      if let expression = reader.text("matches"),
        let pattern = pattern(expression, at: reader.position(of: "matches"))
      {
        tests.append(.matches(pattern))
      }
      if let isEmpty = reader.flag("empty") { tests.append(.isEmpty(isEmpty)) }
      return tests
    case .scalar:
      return [.oneOf(keys([node], column))]
    }
  }

  private func keys(_ nodes: [DocumentNode], _ column: String) -> Set<String> {
    Set(nodes.compactMap { scalar($0, column).map(WordMap.key) })
  }

  // MARK: - Dates

  func date(_ reader: RecordReader, _ key: String) -> DateRule? {
    guard let node = reader.node(key) else { return nil }
    guard case .mapping = node.content else {
      return template(node, key).map {
        DateRule(first: MappedText($0), last: nil, reader: DateReader())
      }
    }
    guard let reader = record(node, "a date", MappingKeys.date),
      let first = requiredText(reader, "text")
    else { return nil }
    let forms = reader.elements("forms").compactMap { node -> DateForm? in
      guard let text = scalar(node, "forms") else { return nil }
      if let form = DateForm(text) { return form }
      issues.add(
        .invalidValue,
        "'\(text.prefix(40))' is no form of a date",
        at: node.position,
        length: text.utf8.count,
        remedy: "write YYYY, MM, MMMM (a name) and DD and the signs between them: DD.MM.YYYY"
      )
      return nil
    }
    return DateRule(
      first: first,
      last: text(reader, "to"),
      reader: DateReader(forms: forms, isDayFirst: reader.flag("dayFirst"))
    )
  }
}
