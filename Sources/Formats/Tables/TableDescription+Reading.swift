import Foundation
import GraphModel

extension TableDescription {
  /// Tells whether a text begins like a description of tables.
  public static func isDescription(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(64 * 1024), as: UTF8.self)
    return start.split(whereSeparator: \.isNewline).contains { line in
      let words = line.split { " \t{},:\"'".contains($0) }
      return words.first == "format" && words.dropFirst().first == format[...]
    }
  }

  /// Reads a description.
  ///
  /// - Throws: Everything that is wrong with it, each with its place.
  public static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> TableDescription {
    let document = try DocumentText(bytes, file: file)
    let issues = ReadingIssues(file: file)
    var tables: [Table] = []
    let keys = ["format", "version", "nodes", "relationships"]
    if let root = RecordReader(document.root, "a description", keys: keys, issues: issues) {
      check(root, issues)
      let reader = TableReader(issues: issues)
      tables = root.elements("nodes").compactMap(reader.nodes)
      tables += root.elements("relationships").compactMap(reader.relationships)
      checkNames(tables, root, issues)
    }
    guard issues.diagnostics.isEmpty else {
      throw FormatError(issues.diagnostics, sourceText: document.text)
    }
    return TableDescription(tables: tables, file: file)
  }

  private static func check(_ root: RecordReader, _ issues: ReadingIssues) {
    if let format = root.requiredText("format"), format != Self.format {
      issues.add(
        .formatUnknown,
        "the format is '\(format)', not '\(Self.format)'",
        at: root.position(of: "format"),
        remedy: "write 'format: \(Self.format)'"
      )
    }
    if let node = root.node("version") {
      guard node.json == .string("\(version)") || node.json == .integer(Int64(version)) else {
        return issues.add(
          .formatUnknown,
          "the version is \(node.kind); this program reads \(version)",
          at: node.position,
          remedy: "write 'version: \(version)'"
        )
      }
    } else {
      root.missing("version")
    }
  }

  private static func checkNames(
    _ tables: [Table],
    _ root: RecordReader,
    _ issues: ReadingIssues
  ) {
    if tables.isEmpty, issues.diagnostics.isEmpty { root.missing("nodes") }
    var names: Set<String> = []
    for table in tables where !names.insert(table.key).inserted {
      issues.add(
        .duplicateKey,
        "there are two tables '\(table.key)'",
        at: table.position,
        remedy: "give one of them another label first, or another 'name'"
      )
    }
  }
}

extension TableDescription.Table {
  /// The columns that it names, each once.
  public var columns: [String] {
    var columns =
      switch role {
      case .nodes(_, let id): [id]
      case .relationships(_, let from, let to): [from.column, to.column]
      }
    columns += properties.map(\.column)
    var seen: Set<String> = []
    return columns.filter { seen.insert($0).inserted }
  }

  /// What the keys of its elements begin with: the first label, or the name of the table.
  public var key: String {
    switch role {
    case .nodes(let labels, _): labels.first ?? name
    case .relationships: name
    }
  }
}

/// Reads the tables of a description.
private struct TableReader {
  let issues: ReadingIssues

  func nodes(_ node: DocumentNode) -> TableDescription.Table? {
    let keys = ["file", "format", "name", "labels", "id", "properties"]
    guard let record = RecordReader(node, "a table of nodes", keys: keys, issues: issues) else {
      return nil
    }
    let labels = record.elements("labels").compactMap {
      RecordReader.text($0, "labels", issues).map(composed)
    }
    if labels.isEmpty { record.missing("labels") }
    guard let id = record.requiredText("id"), !labels.isEmpty else { return nil }
    return table(record, role: .nodes(labels: labels, id: id))
  }

  func relationships(_ node: DocumentNode) -> TableDescription.Table? {
    let keys = ["file", "format", "name", "type", "from", "to", "properties"]
    let kind = "a table of relationships"
    guard let record = RecordReader(node, kind, keys: keys, issues: issues) else { return nil }
    let type = record.requiredText("type").map(composed)
    let (from, to) = (end(record, "from"), end(record, "to"))
    guard let type, let from, let to else { return nil }
    return table(record, role: .relationships(type: type, from: from, to: to))
  }

  private func end(_ record: RecordReader, _ key: String) -> TableDescription.End? {
    guard let node = record.node(key) else {
      record.missing(key)
      return nil
    }
    let kind = "'\(key)'"
    guard
      let end = RecordReader(node, kind, keys: ["label", "column"], issues: issues),
      let label = end.requiredText("label"), let column = end.requiredText("column")
    else { return nil }
    return TableDescription.End(label: composed(label), column: column)
  }

  private func table(_ record: RecordReader, role: TableDescription.Role)
    -> TableDescription.Table?
  {
    guard let file = record.requiredText("file") else { return nil }
    let path = URL(fileURLWithPath: file)
    let format =
      record.choice("format", of: TableFormat.self)
      ?? TableFormat(ending: path.pathExtension.lowercased()) ?? .csv
    return TableDescription.Table(
      name: composed(record.text("name") ?? path.deletingPathExtension().lastPathComponent),
      file: file,
      format: format,
      role: role,
      properties: properties(record),
      position: record.position
    )
  }

  private func properties(_ record: RecordReader) -> [TableDescription.Property] {
    guard let node = record.node("properties") else { return [] }
    guard case .mapping(let members) = node.content else {
      issues.add(
        .wrongType,
        "'properties' must be a mapping, not \(node.kind)",
        at: node.position,
        remedy: "write 'name: type' lines"
      )
      return []
    }
    var seen: Set<String> = []
    return members.compactMap { member in
      guard seen.insert(member.key).inserted, !member.key.hasPrefix("$"), !member.key.isEmpty else {
        issues.add(
          .duplicateKey,
          "'\(member.key)' stands twice, is empty, or begins with '$'",
          at: member.keyPosition,
          remedy: "choose another name"
        )
        return nil
      }
      return property(member)
    }
  }

  private func property(_ member: DocumentNode.Member) -> TableDescription.Property? {
    let types = TableDescription.FieldType.self
    guard case .mapping = member.value.content else {
      if case .scalar(.null) = member.value.content {
        return TableDescription.Property(key: member.key, column: member.key, type: .string)
      }
      let type = RecordReader.choice(member.value, "type", of: types, issues)
      return type.map {
        TableDescription.Property(key: member.key, column: member.key, type: $0)
      }
    }
    let keys = ["column", "type"]
    guard
      let record = RecordReader(member.value, "a property", keys: keys, issues: issues)
    else { return nil }
    return TableDescription.Property(
      key: member.key,
      column: record.text("column") ?? member.key,
      type: record.choice("type", of: types) ?? .string
    )
  }

  /// The store takes texts that look the same for the same.
  private func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }
}
