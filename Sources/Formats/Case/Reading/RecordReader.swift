import CaseModel
import Foundation
package import GraphModel

/// Reads the members of one mapping.
///
/// What is wrong goes to the issues, and reading goes on with what is right.
package struct RecordReader {
  /// Longer ids are refused.
  static let identifierByteLimit = 200

  /// What the mapping is, for messages: "an entity".
  let kind: String
  package let position: SourcePosition
  package let issues: ReadingIssues
  private let members: [String: DocumentNode.Member]
  /// Keys that an unknown member may have meant; that they are missing is no second error.
  private let misspelt: Set<String>

  /// Reads a mapping whose members are all in `keys`; `nil` when the node is no mapping.
  package init?(_ node: DocumentNode, _ kind: String, keys: [String], issues: ReadingIssues) {
    guard case .mapping(let members) = node.content else {
      issues.add(
        .wrongType,
        "\(kind) must be a mapping, not \(node.kind)",
        at: node.position,
        remedy: "write it as 'key: value' lines; keys are \(keys.joined(separator: ", "))"
      )
      return nil
    }
    self.kind = kind
    self.issues = issues
    position = node.position
    var known: [String: DocumentNode.Member] = [:]
    var misspelt: Set<String> = []
    for member in members {
      if !keys.contains(member.key) {
        let candidates = NearMiss.candidates(for: member.key, among: keys)
        misspelt.formUnion(candidates)
        issues.add(
          .unknownKey,
          "\(kind) has no member '\(member.key)'",
          at: member.keyPosition,
          length: member.key.utf8.count,
          remedy: "members are \(keys.joined(separator: ", "))",
          candidates: candidates
        )
      } else if known[member.key] != nil {
        issues.add(
          .duplicateKey,
          "'\(member.key)' stands twice in \(kind)",
          at: member.keyPosition,
          length: member.key.utf8.count,
          remedy: "keep one of them"
        )
      } else {
        known[member.key] = member
      }
    }
    self.members = known
    self.misspelt = misspelt
  }

  /// Returns the value of a member; `nil` when it is missing or null.
  package func node(_ key: String) -> DocumentNode? {
    guard let value = members[key]?.value else { return nil }
    if case .scalar(.null) = value.content { return nil }
    return value
  }

  /// Tells whether a member stands there without a value.
  package func isEmpty(_ key: String) -> Bool {
    if case .scalar(.null) = members[key]?.value.content { true } else { false }
  }

  /// Returns where a member stands, or where the record begins.
  package func position(of key: String) -> SourcePosition { members[key]?.value.position ?? position }

  /// Where the values of all members stand.
  var memberPositions: [String: SourcePosition] { members.mapValues(\.value.position) }

  // MARK: - Texts

  /// Returns a text that may be missing.
  package func text(_ key: String) -> String? { node(key).flatMap { Self.text($0, key, issues) } }

  /// Returns a text that must be there.
  func requiredText(_ key: String) -> String? {
    guard node(key) != nil else {
      missing(key)
      return nil
    }
    return text(key)
  }

  /// Returns an id that may be missing.
  func identifier(_ key: String) -> String? {
    node(key).flatMap { Self.identifier($0, key, issues) }
  }

  /// Returns an id that must be there.
  func requiredIdentifier(_ key: String) -> String? {
    guard node(key) != nil else {
      missing(key)
      return nil
    }
    return identifier(key)
  }

  /// Returns ids given as one or as a list.
  func identifiers(_ key: String) -> [String] {
    elements(key).compactMap { Self.identifier($0, key, issues) }
  }

  /// Returns `true` or `false`; a missing one is `nil`.
  func flag(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    switch node.content {
    case .scalar(.boolean(let truth)): return truth
    case .scalar(.string("true")): return true
    case .scalar(.string("false")): return false
    default:
      issues.add(
        .wrongType,
        "'\(key)' must be true or false, not \(node.kind)",
        at: node.position,
        remedy: "write true or false"
      )
      return nil
    }
  }

  // MARK: - Choices and dates

  /// Returns one of the raw values of `Choice`.
  package func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String,
    of type: Choice.Type,
    named words: (Choice) -> String = { $0.rawValue }
  ) -> Choice? {
    node(key).flatMap { Self.choice($0, key, of: type, named: words, issues) }
  }

  /// Returns one of the raw values of `Choice`, which must be there.
  func requiredChoice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String,
    of type: Choice.Type,
    named words: (Choice) -> String = { $0.rawValue }
  ) -> Choice? {
    guard node(key) != nil else {
      missing(key, words: Choice.allCases.map(words))
      return nil
    }
    return choice(key, of: type, named: words)
  }

  /// Returns one of the raw values of `Choice`.
  static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ node: DocumentNode,
    _ key: String,
    of type: Choice.Type,
    named words: (Choice) -> String = { $0.rawValue },
    _ issues: ReadingIssues
  ) -> Choice? {
    guard let text = text(node, key, issues) else { return nil }
    if let match = Choice.allCases.first(where: { words($0) == text }) { return match }
    let known = Choice.allCases.map(words)
    issues.add(
      .invalidValue,
      "'\(text)' is no \(key)",
      at: node.position,
      length: text.utf8.count,
      remedy: "one of \(known.joined(separator: ", "))",
      candidates: NearMiss.candidates(for: text, among: known)
    )
    return nil
  }

  /// Returns a date given as EDTF or as a mapping with `edtf`, `basis`, `text`.
  func date(_ key: String) -> UncertainDate? {
    node(key).flatMap { Self.date($0, key, keys: CaseKeys.date, issues)?.date }
  }

  /// Returns a date, and its id where it has one.
  static func date(
    _ node: DocumentNode,
    _ key: String,
    keys: [String],
    _ issues: ReadingIssues
  ) -> (date: UncertainDate, id: String?)? {
    guard case .mapping = node.content else {
      guard let text = text(node, key, issues) else { return nil }
      return edtf(text, basis: nil, verbatim: nil, at: node.position, issues).map { ($0, nil) }
    }
    guard let reader = RecordReader(node, "a date", keys: keys, issues: issues),
      let notation = reader.requiredText("edtf")
    else { return nil }
    let date = edtf(
      notation,
      basis: reader.text("basis"),
      verbatim: reader.text("text"),
      at: reader.position(of: "edtf"),
      issues
    )
    return date.map { ($0, keys.contains("id") ? reader.identifier("id") : nil) }
  }

  private static func edtf(
    _ text: String,
    basis: String?,
    verbatim: String?,
    at position: SourcePosition,
    _ issues: ReadingIssues
  ) -> UncertainDate? {
    do {
      return try UncertainDate(edtf: text, basis: basis, verbatim: verbatim)
    } catch {
      issues.add(
        .invalidDate,
        "'\(text)': \(error.message.droppingFullStop)",
        at: position,
        length: text.utf8.count,
        remedy: error.remedy.droppingFullStop
      )
      return nil
    }
  }

  // MARK: - Lists

  /// Returns the elements of a list; a single value counts as a list of one.
  package func elements(_ key: String) -> [DocumentNode] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let elements) = node.content else { return [node] }
    return elements
  }

  /// Returns the members of a mapping of texts.
  func texts(_ key: String) -> [String: String] {
    guard let node = node(key) else { return [:] }
    guard case .mapping(let members) = node.content else {
      issues.add(
        .wrongType,
        "'\(key)' must be a mapping, not \(node.kind)",
        at: node.position,
        remedy: "write 'system: id' lines"
      )
      return [:]
    }
    var texts: [String: String] = [:]
    for member in members {
      if texts[member.key] != nil {
        issues.add(
          .duplicateKey,
          "'\(member.key)' stands twice in '\(key)'",
          at: member.keyPosition,
          length: member.key.utf8.count,
          remedy: "keep one of them"
        )
      }
      if let text = Self.text(member.value, member.key, issues) { texts[member.key] = text }
    }
    return texts
  }

  // MARK: - Scalars

  package static func text(_ node: DocumentNode, _ key: String, _ issues: ReadingIssues) -> String? {
    guard case .scalar(.string(let text)) = node.content else {
      issues.add(
        .wrongType,
        "'\(key)' must be text, not \(node.kind)",
        at: node.position,
        remedy: "write it in quotes"
      )
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      issues.add(
        .invalidValue,
        "'\(key)' is empty",
        at: node.position,
        remedy: "write a text, or leave the member out"
      )
      return nil
    }
    guard !text.unicodeScalars.contains("\0") else {
      issues.add(
        .invalidValue,
        "'\(key)' contains a NUL character",
        at: node.position,
        remedy: "remove it"
      )
      return nil
    }
    return text
  }

  static func identifier(_ node: DocumentNode, _ key: String, _ issues: ReadingIssues) -> String? {
    guard let text = text(node, key, issues) else { return nil }
    let scalars = text.unicodeScalars
    guard text.utf8.count <= identifierByteLimit,
      scalars.allSatisfy({ $0.properties.isAlphabetic || isIDSign($0) }),
      scalars.first.map({ $0.properties.isAlphabetic || ("0"..."9").contains($0) }) == true
    else {
      let shown = text.prefix(40)
      issues.add(
        .invalidID,
        "'\(shown)' is no id",
        at: node.position,
        length: shown.utf8.count,
        remedy: "letters, digits and the signs - _ . : / # @ + ~, at most "
          + "\(identifierByteLimit) bytes, no spaces; a letter or digit first"
      )
      return nil
    }
    // Ids that look the same are the same; the store compares bytes.
    return text.precomposedStringWithCanonicalMapping
  }

  private static func isIDSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "-", "_", ".", ":", "/", "#", "@", "+", "~": true
    default: scalar.properties.canonicalCombiningClass != .notReordered
    }
  }

  func missing(_ key: String, words: [String] = []) {
    guard !misspelt.contains(key) else { return }
    issues.add(
      .missingKey,
      "\(kind) needs '\(key)'",
      at: position,
      remedy: words.isEmpty
        ? "add '\(key): …'"
        : "add '\(key): ' and one of "
          + words.joined(separator: ", ")
    )
  }
}

extension DocumentNode {
  /// What the node is, for messages.
  package var kind: String {
    switch content {
    case .scalar(.null): "nothing"
    case .scalar(.boolean(let truth)): "\(truth)"
    case .scalar(.integer(let number)): "the number \(number)"
    case .scalar(.float(let number)): "the number \(number)"
    case .scalar(.string(let text)): "the text '\(text.prefix(40))'"
    case .scalar: "a value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension String {
  /// The text without a full stop at its end.
  fileprivate var droppingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
