import CaseModel
import GraphModel

/// Reads records that stand alone, as case documents hold them, one by one.
struct RecordNodeReader {
  private let file: String

  /// The word for each kind of record, and the member of a case document that holds such records.
  static let kinds: KeyValuePairs = [
    "entity": "entities", "relation": "relations", "post": "posts", "event": "events",
    "source": "sources", "claim": "claims", "question": "questions",
  ]

  init(file: String) { self.file = file }

  /// Returns the content with one record.
  ///
  /// - Parameters:
  ///   - member: The member of a case document that holds such records.
  ///   - position: Where the record begins.
  /// - Throws: What is wrong with it.
  func content(_ record: DocumentNode, as member: String, at position: SourcePosition)
    throws(FormatError) -> CaseContent
  {
    try content([(member, DocumentNode(.sequence([record]), at: position))], at: position)
  }

  /// Returns the content that describes a case without records.
  func description(_ info: DocumentNode, at position: SourcePosition) throws(FormatError)
    -> CaseContent
  {
    try content([("case", info)], at: position)
  }

  private func content(_ parts: [(key: String, node: DocumentNode)], at position: SourcePosition)
    throws(FormatError) -> CaseContent
  {
    func text(_ text: String) -> DocumentNode { DocumentNode(.scalar(.string(text)), at: position) }
    var members = [
      ("format", text(CaseKeys.format)), ("version", text(String(CaseKeys.version))),
    ]
    if parts.first?.key != "case" {
      let info = [("id", text("records")), ("title", text("records"))]
      members.append(("case", .mapping(info, at: position)))
    }
    let issues = ReadingIssues(file: file)
    guard let content = CaseReader(issues: issues).read(.mapping(members + parts, at: position))
    else { throw FormatError(issues.diagnostics) }
    return content
  }
}

extension DocumentNode {
  /// Makes a mapping whose members stand in one place.
  static func mapping(_ members: [(key: String, node: DocumentNode)], at position: SourcePosition)
    -> DocumentNode
  {
    DocumentNode(
      .mapping(
        members.map { Member(key: $0.key, keyPosition: position, value: $0.node) }
      ),
      at: position
    )
  }

  /// Returns the node with all of its places some lines further down.
  func moved(by lines: Int) -> DocumentNode {
    func move(_ place: SourcePosition) -> SourcePosition {
      SourcePosition(line: place.line + lines, column: place.column)
    }
    let content: Content =
      switch content {
      case .scalar: self.content
      case .sequence(let elements): .sequence(elements.map { $0.moved(by: lines) })
      case .mapping(let members):
        .mapping(
          members.map { member in
            Member(
              key: member.key,
              keyPosition: move(member.keyPosition),
              value: member.value.moved(by: lines)
            )
          }
        )
      }
    return DocumentNode(content, at: move(position))
  }
}
