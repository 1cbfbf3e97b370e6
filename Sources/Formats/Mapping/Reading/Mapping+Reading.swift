import CaseModel
import GraphModel

extension Mapping {
  /// Tells whether a text begins like a mapping.
  public static func isMapping(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(64 * 1024), as: UTF8.self)
    return start.split(whereSeparator: \.isNewline).contains { line in
      let words = line.split { " \t{},:\"'".contains($0) }
      return words.first == "format" && words.dropFirst().first == format[...]
    }
  }

  /// Reads a mapping.
  ///
  /// - Parameters:
  ///   - file: The path of the mapping, for messages.
  ///   - tableBytes: Gives the bytes of a table of words that the mapping names by its path.
  /// - Throws: Everything that is wrong with it, each with its place.
  public static func read(
    _ bytes: [UInt8],
    file: String,
    tableBytes: (String) throws(FormatError) -> [UInt8]
  ) throws(FormatError) -> Mapping {
    let document = try DocumentText(bytes, file: file, beginning: "format: \(format)")
    let issues = ReadingIssues(file: file)
    let reader = MappingReader(Mapping(file: file, text: document.text), issues: issues)
    reader.read(document.root, tableBytes)
    guard issues.diagnostics.isEmpty else {
      throw FormatError(issues.diagnostics, sourceText: document.text)
    }
    return reader.mapping
  }
}

/// Reads a mapping, one file for each group of its rules.
///
/// What is wrong goes to the issues, and reading goes on.
final class MappingReader {
  var mapping: Mapping
  let issues: ReadingIssues
  var tables: [String: WordMap] = [:]

  init(_ mapping: Mapping, issues: ReadingIssues) {
    self.mapping = mapping
    self.issues = issues
  }

  func read(_ root: DocumentNode, _ tableBytes: (String) throws(FormatError) -> [UInt8]) {
    guard let record = record(root, "a mapping", MappingKeys.document) else { return }
    checkHeader(record)
    if let node = record.node("file") { readFile(node) }
    if let node = record.node("case") { readCase(node) }
    // Rules refer to the tables of words.
    readTables(record.node("tables"), tableBytes)
    if let node = record.node("source") { readSource(node) } else { record.missing("source") }
    if let node = record.node("claims") { readClaims(node) }
    readNames(record.node("names"))
    readCells(record.node("cells"))
    mapping.skips = record.elements("skip").compactMap(skip)
    mapping.events = record.elements("events").compactMap(event)
    mapping.relations = record.elements("relations").compactMap(relation)
    mapping.posts = record.elements("posts").compactMap(heldPost)
    mapping.sameness = record.elements("same").compactMap(sameness)
    let count =
      mapping.events.count + mapping.relations.count + mapping.posts.count
      + mapping.sameness.count
    if count == 0, issues.diagnostics.isEmpty {
      issues.add(
        .missingKey,
        "the mapping makes nothing of the rows",
        at: root.position,
        remedy:
          "add 'events:', 'relations:', 'posts:' or 'same:', as data/mappings/README.md says; "
          + "'backchannel map FILE' proposes them"
      )
    }
  }

  func record(_ node: DocumentNode, _ kind: String, _ keys: [String]) -> RecordReader? {
    RecordReader(node, kind, keys: keys, issues: issues)
  }

  private func checkHeader(_ record: RecordReader) {
    if let format = record.requiredText("format"), format != Mapping.format {
      issues.add(
        .formatUnknown,
        "the format is '\(format)', not '\(Mapping.format)'",
        at: record.position(of: "format"),
        remedy: "write 'format: \(Mapping.format)'"
      )
    }
    guard let node = record.node("version") else { return record.missing("version") }
    let version = Mapping.version
    guard node.json == .string("\(version)") || node.json == .integer(Int64(version)) else {
      return issues.add(
        .formatUnknown,
        "the version is \(node.kind); this program reads \(version)",
        at: node.position,
        remedy: "write 'version: \(version)'"
      )
    }
  }

  private func readCase(_ node: DocumentNode) {
    guard let reader = record(node, "a case", CaseKeys.info),
      let id = reader.requiredIdentifier("id")
    else { return }
    mapping.caseInfo = CaseInfo(
      id: id,
      title: reader.text("title") ?? id,
      summary: reader.text("summary")
    )
  }
}
