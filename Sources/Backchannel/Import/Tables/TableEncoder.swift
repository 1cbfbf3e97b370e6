import CaseStore
import Foundation
import Formats
import GraphModel

/// Turns records into rows of the store, for one thread.
struct TableEncoder {
  /// What is wrong with one field, or record.
  struct Fault: Sendable {
    let row: Int
    /// The field; `nil` for the whole record.
    let field: Int?
    let offset: Int
    let code: ErrorCode
    let message: String
  }

  private let plan: TablePlan
  private var words: WordCache
  private var block = BulkBlock()
  /// The values of the block, and what stands in them.
  private var output = JSONOutput(capacity: 0)
  private var columns = RowColumns(columnCount: 0, capacity: 0)
  private var faults: [Fault] = []

  init(_ plan: TablePlan, _ words: WordTable) {
    self.plan = plan
    self.words = WordCache(words)
  }

  /// Encodes all records but the header; what is wrong with any is returned beside.
  mutating func encode(_ records: RecordBlock, skippingHeader: Bool) -> (BulkBlock, [Fault]) {
    block = BulkBlock()
    faults = records.faults.filter { !skippingHeader || $0.row > 0 }.map { fault in
      Fault(
        row: fault.row,
        field: nil,
        offset: fault.offset,
        code: .invalidValue,
        message: fault.message
      )
    }
    let first = skippingHeader ? 1 : 0
    let count = max(0, records.rows.count - first)
    begin(rowCount: count, byteCount: records.bytes.count)
    let bytes = records.bytes.span
    // What belongs to a table must not be taken from the plan for each row: that counts references.
    let (columns, width, idIndex) = (plan.columns, plan.columnNames.count, plan.idIndex)
    let (from, to) = (plan.from, plan.to)
    for row in first..<max(first, records.rows.count) {
      let field = row * width
      if let idIndex { encodeID(records, bytes, row, field + idIndex) }
      if let from, let to {
        let number = row - first
        let source = end(records, bytes, row, field, from, number, isSource: true)
        let target = end(records, bytes, row, field, to, number, isSource: false)
        block.sources.append(source)
        block.targets.append(target)
      }
      encodeValues(records, bytes, row, field, columns)
    }
    var values = JSONOutput(capacity: 0)
    swap(&values, &output)
    block.values = values.finish()
    block.columns = self.columns
    return (block, faults)
  }

  private mutating func begin(rowCount: Int, byteCount: Int) {
    output = JSONOutput(capacity: byteCount)
    columns = RowColumns(columnCount: plan.columns.count, capacity: rowCount)
    block.ends.reserveCapacity(rowCount)
    if plan.idIndex == nil {
      block.sources.reserveCapacity(rowCount)
      block.targets.reserveCapacity(rowCount)
    } else {
      block.numbers.reserveCapacity(rowCount)
    }
  }

  private mutating func encodeValues(
    _ records: RecordBlock,
    _ bytes: Span<UInt8>,
    _ row: Int,
    _ firstField: Int,
    _ columns: [TablePlan.Column]
  ) {
    output.append(UInt8(ascii: "["))
    for position in columns.indices {
      if position > 0 { output.append(UInt8(ascii: ",")) }
      let column = columns[position]
      encodeField(records, bytes, row, firstField + column.index, column, position)
    }
    output.append(UInt8(ascii: "]"))
    block.ends.append(output.count)
    self.columns.endRow()
  }

  @inline(__always)
  private mutating func encodeField(
    _ records: RecordBlock,
    _ bytes: Span<UInt8>,
    _ row: Int,
    _ field: Int,
    _ column: TablePlan.Column,
    _ position: Int
  ) {
    let text = bytes.extracting(Int(records.starts[field])..<Int(records.ends[field]))
    guard !text.isEmpty || records.isQuoted(field) && column.type == .string else {
      output.append("null")
      return columns.put(0, .null, position)
    }
    switch column.type {
    case .string:
      if column.form == .word {
        guard let id = words.id(of: text) ?? newWord(records, text, field, column) else { break }
        return append(id, position)
      }
      if !records.isEncoded(field), output.append(plain: text) {
        let end = output.count - 1
        return columns.put(end - text.count..<end, .plainText, position)
      }
    case .integer: if let number = FieldText.integer(text) { return append(number, position) }
    case .date: if let day = FieldText.day(text) { return append(Int64(day), position) }
    case .boolean, .float: break
    }
    encodeSlowly(records, row, field, column, position)
  }

  /// Encodes a field that is of no frequent form, or wrong.
  private mutating func encodeSlowly(
    _ records: RecordBlock,
    _ row: Int,
    _ field: Int,
    _ column: TablePlan.Column,
    _ position: Int
  ) {
    let text = records.text(field)
    func fail(_ code: ErrorCode, _ problem: String) {
      append("null", position)
      self.fail(records, row, field, code, problem)
    }
    switch column.type {
    case .string:
      guard let text else { return fail(.notText, "is not valid UTF-8") }
      append(JSONValue.string(text).text(), position)
    case .integer: fail(.wrongType, "is no whole number")
    case .date: fail(.invalidDate, "is no day, which is written YYYY-MM-DD")
    case .boolean:
      guard let word = text?.lowercased(), word == "true" || word == "false" else {
        return fail(.wrongType, "is neither true nor false")
      }
      append(word, position)
    case .float:
      guard let number = text.flatMap(Double.init), number.isFinite else {
        return fail(.wrongType, "is no decimal number")
      }
      append(JSONValue.float(number).text(), position)
    }
  }

  private mutating func newWord(
    _ records: RecordBlock,
    _ bytes: Span<UInt8>,
    _ field: Int,
    _ column: TablePlan.Column
  ) -> Int64? {
    records.text(field).map { words.add($0, bytes, isFrequent: column.hasFewWords) }
  }

  @inline(__always)
  private mutating func append(_ number: Int64, _ position: Int) {
    let start = output.count
    output.append(number)
    if number.magnitude < 1_000_000_000_000_000_000 {
      columns.put(number, .integer, position)
    } else {
      note(start, position)
    }
  }

  private mutating func append(_ json: String, _ position: Int) {
    let start = output.count
    output.append(json)
    note(start, position)
  }

  /// Looks at what was appended from a place on.
  private mutating func note(_ start: Int, _ position: Int) {
    let range = start..<output.count
    output.withSpan { columns.put($0, range, position) }
  }

  // MARK: - Ids

  private mutating func encodeID(
    _ records: RecordBlock,
    _ bytes: Span<UInt8>,
    _ row: Int,
    _ field: Int
  ) {
    let text = bytes.extracting(Int(records.starts[field])..<Int(records.ends[field]))
    if let number = FieldText.canonicalNumber(text) { return block.numbers.append(number) }
    let id = identifier(records, row, field)
    block.texts[block.numbers.count] = id ?? ""
    block.numbers.append(-1)
  }

  private mutating func end(
    _ records: RecordBlock,
    _ bytes: Span<UInt8>,
    _ row: Int,
    _ firstField: Int,
    _ end: TablePlan.End,
    _ number: Int,
    isSource: Bool
  ) -> Int64 {
    let field = firstField + end.index
    let text = bytes.extracting(Int(records.starts[field])..<Int(records.ends[field]))
    if let number = FieldText.canonicalNumber(text), let id = end.ids?.id(of: number) { return id }
    guard let id = identifier(records, row, field) else { return 0 }
    if let known = end.ids?.id(of: id) { return known }
    block.unknownEnds.append(
      BulkBlock.UnknownEnd(row: number, isSource: isSource, key: end.prefix + id)
    )
    return 0
  }

  private mutating func identifier(_ records: RecordBlock, _ row: Int, _ field: Int)
    -> String?
  {
    guard let text = records.text(field) else {
      fail(records, row, field, .notText, "is not valid UTF-8")
      return nil
    }
    guard !text.isEmpty, text.utf8.count <= 200, !text.utf8.contains(0) else {
      fail(records, row, field, .invalidID, "is no id: it is empty, too long, or holds a NUL")
      return nil
    }
    return text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }

  private mutating func fail(
    _ records: RecordBlock,
    _ row: Int,
    _ field: Int,
    _ code: ErrorCode,
    _ problem: String
  ) {
    // A malformed record has been reported; its fields say nothing.
    guard !faults.contains(where: { $0.row == row && $0.field == nil }) else { return }
    let column = plan.columnNames[field % plan.columnNames.count]
    let shown = records.text(field).map { "'\($0.prefix(40))' " } ?? ""
    faults.append(
      Fault(
        row: row,
        field: field,
        offset: Int(records.starts[field]),
        code: code,
        message: "\(shown)in column '\(column)' \(problem)"
      )
    )
  }
}
