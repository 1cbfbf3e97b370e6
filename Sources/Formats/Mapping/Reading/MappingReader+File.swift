import CaseModel
import GraphModel

extension MappingReader {
  func readFile(_ node: DocumentNode) {
    guard let reader = record(node, "'file'", MappingKeys.file) else { return }
    if let word = reader.text("delimiter") { readDelimiter(word, reader) }
    mapping.table.hasHeader = reader.flag("header") ?? true
    mapping.table.columns = reader.elements("columns").compactMap {
      RecordReader.text($0, "columns", issues)?.trimmingSpaces
    }
    if !mapping.table.hasHeader, mapping.table.columns.isEmpty {
      issues.add(
        .missingKey,
        "a file without a header needs 'columns'",
        at: reader.position,
        remedy: "add 'columns: [first, second, …]' with a name for each column"
      )
    }
    if let count = reader.text("skipLines") {
      mapping.table.skippedLines = skippedLines(count, reader)
    }
    if let word = reader.text("encoding") {
      mapping.encoding = TextEncoding(word: word)
      if mapping.encoding == nil {
        let known = TextEncoding.allCases.map(\.rawValue)
        issues.add(
          .invalidValue,
          "'\(word)' is no encoding that is known here",
          at: reader.position(of: "encoding"),
          remedy: "one of \(known.joined(separator: ", "))",
          candidates: NearMiss.candidates(for: word, among: known)
        )
      }
    }
    mapping.emptyWords = Set(
      reader.elements("empty").compactMap { scalar($0, "empty").map(WordMap.key) }
    )
    if let choice = reader.choice("shortRows", of: ShortRows.self) {
      mapping.table.fillsShortRows = choice == .fill
    }
  }

  private enum ShortRows: String, CaseIterable {
    case reject, fill
  }

  private func readDelimiter(_ word: String, _ reader: RecordReader) {
    mapping.table.delimiter = DelimitedFormat.byte(for: word)
    guard mapping.table.delimiter == nil else { return }
    issues.add(
      .invalidValue,
      "'\(word)' is no delimiter",
      at: reader.position(of: "delimiter"),
      remedy: "one of "
        + DelimitedFormat.delimiters.map(\.word).joined(separator: ", ") + ", or one sign in quotes"
    )
  }

  private func skippedLines(_ text: String, _ reader: RecordReader) -> Int {
    if let count = Int(text), 0...1000 ~= count { return count }
    issues.add(
      .invalidValue,
      "'skipLines' must be a number from 0 to 1000, not '\(text)'",
      at: reader.position(of: "skipLines"),
      remedy: "write how many lines stand before the header"
    )
    return 0
  }

  /// Returns a text, also an empty one, or a number or truth as its text.
  func scalar(_ node: DocumentNode, _ key: String) -> String? {
    switch node.content {
    case .scalar(.string(let text)): return text
    case .scalar(.integer(let number)): return String(number)
    case .scalar(.float(let number)): return String(number)
    case .scalar(.boolean(let truth)): return String(truth)
    case .scalar(.null): return ""
    default:
      issues.add(
        .wrongType,
        "'\(key)' must be text, not \(node.kind)",
        at: node.position,
        remedy: "write it in quotes; a text that begins with a brace needs them"
      )
      return nil
    }
  }

  // MARK: - Tables of words

  func readTables(
    _ node: DocumentNode?,
    _ tableBytes: (String) throws(FormatError) -> [UInt8]
  ) {
    guard let node else { return }
    guard case .mapping(let members) = node.content else {
      return issues.add(
        .wrongType,
        "'tables' must be a mapping, not \(node.kind)",
        at: node.position,
        remedy: "write 'name: {word: meaning, …}' lines"
      )
    }
    for member in members {
      guard case .mapping(let entries) = member.value.content else {
        _ = record(member.value, "a table", MappingKeys.table)
        continue
      }
      if entries.contains(where: { $0.key == "file" }) {
        tables[member.key] = tableFile(member.value, tableBytes)
      } else {
        tables[member.key] = wordMap(entries)
      }
    }
  }

  func wordMap(_ entries: [DocumentNode.Member]) -> WordMap {
    var map = WordMap()
    for entry in entries {
      if let meaning = scalar(entry.value, entry.key) { map.add(entry.key, meaning) }
    }
    return map
  }

  private func tableFile(
    _ node: DocumentNode,
    _ tableBytes: (String) throws(FormatError) -> [UInt8]
  ) -> WordMap? {
    guard let reader = record(node, "a table", MappingKeys.table),
      let path = reader.requiredText("file")
    else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.first != "", !parts.contains(".."), !path.contains("\\") else {
      issues.add(
        .invalidValue,
        "'file' leads out of the folder of the mapping",
        at: reader.position(of: "file"),
        length: path.utf8.count,
        remedy: "put the table beside the mapping, and write the path from there"
      )
      return nil
    }
    do throws(FormatError) {
      var table = try DelimitedReader(ByteSource(try tableBytes(path), file: path))
      return try wordMap(&table, reader)
    } catch {
      for diagnostic in error.diagnostics {
        issues.add(
          diagnostic.code,
          "'\(path)': \(diagnostic.message)",
          at: reader.position(of: "file"),
          remedy: diagnostic.remedy
        )
      }
      return nil
    }
  }

  private func wordMap(_ table: inout DelimitedReader, _ reader: RecordReader)
    throws(FormatError) -> WordMap
  {
    func column(_ key: String, _ usual: Int) -> Int? {
      guard let name = reader.text(key) else { return usual }
      if let index = table.columns.firstIndex(of: name) { return index }
      issues.add(
        .unknownKey,
        "the table has no column '\(name)'",
        at: reader.position(of: key),
        remedy: "columns are \(table.columns.joined(separator: ", "))",
        candidates: NearMiss.candidates(for: name, among: table.columns)
      )
      return nil
    }
    var map = WordMap()
    guard let word = column("word", 0), let meaning = column("means", 1) else { return map }
    while let piece = try table.next() {
      for row in 0..<piece.count where piece.fault(row) == nil {
        if let key = piece.text(row, word), !key.isEmpty, let text = piece.text(row, meaning) {
          map.add(key, text)
        }
      }
    }
    return map
  }
}
