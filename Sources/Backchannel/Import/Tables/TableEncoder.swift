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
    block.values.reserveCapacity(records.bytes.count)
    block.ends.reserveCapacity(count)
    if plan.idIndex == nil {
      block.sources.reserveCapacity(count)
      block.targets.reserveCapacity(count)
    } else {
      block.numbers.reserveCapacity(count)
    }
    let bytes = records.bytes.span
    for row in first..<max(first, records.rows.count) {
      let field = row * plan.columnNames.count
      if let index = plan.idIndex { encodeID(records, bytes, row, field + index) }
      if let from = plan.from, let to = plan.to {
        let number = row - first
        let source = end(records, bytes, row, field, from, number, isSource: true)
        let target = end(records, bytes, row, field, to, number, isSource: false)
        block.sources.append(source)
        block.targets.append(target)
      }
      encodeValues(records, bytes, row, field)
    }
    return (block, faults)
  }

  private mutating func encodeValues(
    _ records: RecordBlock,
    _ bytes: Span<UInt8>,
    _ row: Int,
    _ firstField: Int
  ) {
    block.values.append(UInt8(ascii: "["))
    for (position, column) in plan.columns.enumerated() {
      if position > 0 { block.values.append(UInt8(ascii: ",")) }
      encodeField(records, bytes, row, firstField + column.index, column)
    }
    block.values.append(UInt8(ascii: "]"))
    block.ends.append(block.values.count)
  }

  @inline(__always)
  private mutating func encodeField(
    _ records: RecordBlock,
    _ bytes: Span<UInt8>,
    _ row: Int,
    _ field: Int,
    _ column: TablePlan.Column
  ) {
    let range = Int(records.starts[field])..<Int(records.ends[field])
    let text = bytes.extracting(range)
    guard !text.isEmpty || records.isQuoted(field) && column.type == .string else {
      return append("null")
    }
    switch column.type {
    case .string:
      if column.form == .word {
        guard let id = words.id(of: text, text: { records.text(field) }) else {
          return fail(records, row, field, .notText, "is not valid UTF-8")
        }
        FieldText.append(id, to: &block.values)
      } else if records.isEncoded(field) {
        guard let unquoted = records.text(field) else {
          return fail(records, row, field, .notText, "is not valid UTF-8")
        }
        block.values.append(contentsOf: JSONValue.string(unquoted).text().utf8)
      } else if !FieldText.appendJSON(text, to: &block.values) {
        fail(records, row, field, .notText, "is not valid UTF-8")
      }
    case .integer:
      guard let number = FieldText.integer(text) else {
        return fail(records, row, field, .wrongType, "is no whole number")
      }
      FieldText.append(number, to: &block.values)
    case .date:
      guard let day = FieldText.day(text) else {
        return fail(records, row, field, .invalidDate, "is no day, which is written YYYY-MM-DD")
      }
      FieldText.append(Int64(day), to: &block.values)
    case .boolean:
      guard let word = records.text(field)?.lowercased(), word == "true" || word == "false" else {
        return fail(records, row, field, .wrongType, "is neither true nor false")
      }
      append(word)
    case .float:
      guard let number = records.text(field).flatMap(Double.init), number.isFinite else {
        return fail(records, row, field, .wrongType, "is no decimal number")
      }
      append(JSONValue.float(number).text())
    }
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
    append("null")
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

  private mutating func append(_ text: String) { block.values.append(contentsOf: text.utf8) }
}
