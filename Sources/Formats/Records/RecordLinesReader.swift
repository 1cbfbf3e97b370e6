import CaseModel
import GraphModel

/// Reads records as lines of JSON; a line that is wrong is rejected, and reading goes on.
struct RecordLinesReader: ImportReader {
  private var lines: LineSource
  private let records: RecordNodeReader
  private var isBegun = false
  private static let batchSize = 1_000

  init(_ source: ByteSource) {
    lines = LineSource(source)
    records = RecordNodeReader(file: source.file)
  }

  mutating func next() throws(FormatError) -> ImportBatch? {
    var batch = ImportBatch()
    while batch.readCount < Self.batchSize, let line = try lines.next() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      if !isBegun {
        isBegun = true
        batch.content = CaseContent(info: try readFirst(line))
        continue
      }
      batch.readCount += 1
      do throws(Diagnostic) {
        try read(line, into: &batch)
        batch.takenCount += 1
      } catch {
        batch.rejections.append(
          Rejection(error, text: String(decoding: line.prefix(4_096), as: UTF8.self))
        )
      }
    }
    batch.byteCount = lines.source.readCount
    guard isBegun else { throw foreign("the file is empty") }
    return batch.readCount > 0 || batch.content.info.id != "" ? batch : nil
  }

  private func readFirst(_ line: [UInt8]) throws(FormatError) -> CaseInfo {
    let node: DocumentNode
    do { node = try JSONReader.read(line) } catch { throw FormatError([placed(error)]) }
    let json = node.json
    guard json["format"] == .string(RecordLinesFormat.word) else {
      throw foreign("the first line does not say that these are records")
    }
    guard json["version"] == .integer(Int64(RecordLinesFormat.version)) else {
      throw foreign("the version is not \(RecordLinesFormat.version)")
    }
    let info = Self.without(["record", "format", "version"], node.moved(by: lines.number - 1))
    return try records.description(info, at: node.position).info
  }

  private func read(_ line: [UInt8], into batch: inout ImportBatch) throws(Diagnostic) {
    let node: DocumentNode
    do { node = try JSONReader.read(line).moved(by: lines.number - 1) } catch {
      throw placed(error)
    }
    let json = node.json
    guard case .string(let word) = json["record"] else {
      throw wrong(.missingKey, "the line does not say which record it is", [])
    }
    if let member = RecordNodeReader.kinds.first(where: { $0.key == word })?.value {
      do throws(FormatError) {
        let record = Self.without(["record"], node)
        batch.content.append(try records.content(record, as: member, at: node.position))
      } catch {
        throw error.diagnostics.first ?? wrong(.invalidValue, "the record cannot be read", [])
      }
    } else if word == "node", let node = ElementLine.node(json) {
      batch.graph.nodes.append(node)
    } else if word == "relationship", let link = ElementLine.relationship(json) {
      batch.graph.relationships.append(link)
    } else {
      let known = RecordNodeReader.kinds.map(\.key) + ["node", "relationship"]
      throw known.contains(word)
        ? wrong(.missingKey, "the \(word) lacks its key, labels, ends, type or properties", [])
        : wrong(.invalidValue, "there is no record '\(word)'", known)
    }
  }

  private static func without(_ keys: [String], _ node: DocumentNode) -> DocumentNode {
    guard case .mapping(let members) = node.content else { return node }
    return DocumentNode(.mapping(members.filter { !keys.contains($0.key) }), at: node.position)
  }

  private func wrong(_ code: ErrorCode, _ message: String, _ known: [String]) -> Diagnostic {
    Diagnostic(
      code,
      message,
      file: lines.source.file,
      position: SourcePosition(line: lines.number, column: 1),
      remedy: known.isEmpty
        ? "write it as 'backchannel export --format records' does"
        : "one of \(known.joined(separator: ", "))"
    )
  }

  /// JSON of one line knows no other lines.
  private func placed(_ error: Diagnostic) -> Diagnostic {
    Diagnostic(
      error.code,
      error.message,
      file: lines.source.file,
      position: SourcePosition(line: lines.number, column: error.position?.column ?? 1),
      remedy: error.remedy
    )
  }

  private func foreign(_ message: String) -> FormatError {
    FormatError([
      Diagnostic(
        .formatUnknown,
        message,
        file: lines.source.file,
        position: SourcePosition(line: 1, column: 1),
        remedy: "begin it with {\"record\":\"case\",\"format\":\"\(RecordLinesFormat.word)\","
          + "\"version\":\(RecordLinesFormat.version),\"id\":\"...\",\"title\":\"...\"}"
      )
    ])
  }
}
