import CaseModel
import GraphModel

/// Reads the records of a case document, one file per kind of record.
///
/// What is wrong goes to the issues, and reading goes on. A value that is missing or wrong is
/// replaced by any other, so that all of its record is looked at: records with issues are never
/// handed out.
final class CaseReader {
  let issues: ReadingIssues
  let places: RecordPlaces
  var content = CaseContent(info: CaseInfo(id: "", title: ""))

  init(issues: ReadingIssues) {
    self.issues = issues
    places = RecordPlaces(issues: issues)
  }

  /// Returns the records in natural order; `nil` when there are issues.
  func read(_ root: DocumentNode) -> CaseContent? {
    guard DocumentHeader.check(root, issues),
      let document = record(root, "a case document", CaseKeys.document)
    else { return nil }
    readInfo(document)
    let readers: [(key: String, read: (DocumentNode) -> Void)] = [
      ("entities", readEntity), ("relations", readRelation), ("posts", readPost),
      ("events", readEvent), ("sources", readSource), ("claims", readClaim),
      ("questions", readQuestion),
    ]
    for (key, read) in readers { document.elements(key).forEach(read) }
    guard issues.diagnostics.isEmpty else { return nil }
    content.sort()
    return content.resolvingTargets()
  }

  private func readInfo(_ document: RecordReader) {
    guard let node = document.node("case") else {
      document.missing("case")
      return
    }
    guard let info = record(node, "the description of the case", CaseKeys.info) else { return }
    content.info = CaseInfo(
      id: info.requiredIdentifier("id") ?? "",
      title: info.requiredText("title") ?? "",
      summary: info.text("summary")
    )
  }

  /// Returns a reader of the members of `node`; `nil` when it is no mapping, which is an issue.
  func record(_ node: DocumentNode, _ kind: String, _ keys: [String]) -> RecordReader? {
    RecordReader(node, kind, keys: keys, issues: issues)
  }
}

extension RecordReader {
  /// Returns the id of a record of another kind, which may be missing.
  func reference<Record>(_ key: String) -> Identifier<Record>? {
    identifier(key).map { Identifier($0) }
  }

  /// Returns the id of a record of another kind, which must be there.
  func requiredReference<Record>(_ key: String) -> Identifier<Record> {
    Identifier(requiredIdentifier(key) ?? "")
  }

  /// Returns the ids of records of another kind, given as one or as a list.
  func references<Record>(_ key: String) -> [Identifier<Record>] {
    identifiers(key).map { Identifier($0) }
  }
}
