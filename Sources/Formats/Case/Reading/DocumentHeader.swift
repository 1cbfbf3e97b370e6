import GraphModel

/// Checks the two members that say what a document is, before anything else of it is read: a file
/// of another kind gets one error, not one for each of its members.
enum DocumentHeader {
  /// Tells whether `root` is a case document of a version that can be read.
  static func check(_ root: DocumentNode, _ issues: ReadingIssues) -> Bool {
    guard case .mapping(let members) = root.content else {
      issues.add(
        .wrongType,
        "a case document must be a mapping, not \(root.kind)",
        at: root.position,
        remedy: "begin it with 'format: \(CaseKeys.format)'"
      )
      return false
    }
    return checkFormat(member("format", of: members), root, issues)
      && checkVersion(member("version", of: members), root, issues)
  }

  private static func member(_ key: String, of members: [DocumentNode.Member]) -> DocumentNode? {
    members.first { $0.key == key }?.value
  }

  private static func checkFormat(
    _ node: DocumentNode?,
    _ root: DocumentNode,
    _ issues: ReadingIssues
  ) -> Bool {
    guard let node else {
      issues.add(
        .missingKey,
        "the document does not say what it is",
        at: root.position,
        remedy: "begin it with 'format: \(CaseKeys.format)'"
      )
      return false
    }
    guard case .scalar(.string(CaseKeys.format)) = node.content else {
      issues.add(
        .formatUnknown,
        "the format is \(node.kind), not '\(CaseKeys.format)'",
        at: node.position,
        remedy: "write 'format: \(CaseKeys.format)' if it is a case"
      )
      return false
    }
    return true
  }

  private static func checkVersion(
    _ node: DocumentNode?,
    _ root: DocumentNode,
    _ issues: ReadingIssues
  ) -> Bool {
    guard let node else {
      issues.add(
        .missingKey,
        "the document does not say its version",
        at: root.position,
        remedy: "add 'version: \(CaseKeys.version)'"
      )
      return false
    }
    guard let version = number(node), version >= 1 else {
      issues.add(
        .invalidValue,
        "the version must be a whole number from 1, not \(node.kind)",
        at: node.position,
        remedy: "write 'version: \(CaseKeys.version)'"
      )
      return false
    }
    guard version <= CaseKeys.version else {
      issues.add(
        .formatUnknown,
        "the document has version \(version); this program reads up to \(CaseKeys.version)",
        at: node.position,
        remedy: "update backchannel"
      )
      return false
    }
    return true
  }

  /// YAML gives the digits as text, JSON as a number.
  private static func number(_ node: DocumentNode) -> Int? {
    switch node.content {
    case .scalar(.integer(let number)): Int(exactly: number)
    case .scalar(.string(let text)): Int(text)
    default: nil
    }
  }
}
