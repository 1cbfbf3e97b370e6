import GraphModel

/// Holds where the records and fields of a piece of a table are.
public struct RecordBlock: Sendable {
  /// Says what is wrong with one record.
  public struct Fault: Sendable {
    /// The record, from 0.
    public let row: Int
    /// Where in the bytes.
    public let offset: Int
    /// What is wrong; no full stop at the end.
    public let message: String
  }

  /// Marks a field that is quoted: it is there even if it is empty.
  public static let quoted: UInt8 = 1
  /// Marks a field that holds quotes, which are doubled.
  public static let doubledQuotes: UInt8 = 2
  /// Marks a field that holds escapes of JSON.
  public static let escapes: UInt8 = 4

  /// The bytes: whole records.
  public let bytes: ContiguousArray<UInt8>
  /// Where each field begins, record by record; of a quoted field without its quotes.
  public private(set) var starts: ContiguousArray<Int32> = []
  /// Where each field ends.
  public private(set) var ends: ContiguousArray<Int32> = []
  /// The marks of each field, added up.
  public private(set) var quoting: ContiguousArray<UInt8> = []
  /// Where each record begins.
  public private(set) var rows: ContiguousArray<Int32> = []
  /// How many line feeds stand before each record, where they are not one for each record.
  public private(set) var lines: ContiguousArray<Int32> = []
  /// The lines of the bytes.
  public private(set) var lineCount = 0
  /// Records that are malformed; their fields stand here all the same, as far as they go.
  public private(set) var faults: [Fault] = []

  /// Holds no record yet.
  init(_ bytes: ContiguousArray<UInt8>, fieldCount: Int) {
    self.bytes = bytes
    starts.reserveCapacity(fieldCount)
    ends.reserveCapacity(fieldCount)
    quoting.reserveCapacity(fieldCount)
  }

  /// Whether a field is there even if it is empty.
  @inline(__always)
  public func isQuoted(_ field: Int) -> Bool { quoting[field] & Self.quoted != 0 }

  /// Whether a field holds anything that must be resolved before it is its text.
  @inline(__always)
  public func isEncoded(_ field: Int) -> Bool {
    quoting[field] & (Self.doubledQuotes | Self.escapes) != 0
  }

  /// Returns the text of a field, with quotes and escapes resolved; `nil` where it is not UTF-8.
  public func text(_ field: Int) -> String? {
    guard starts.indices.contains(field) else { return nil }
    let raw = bytes[Int(starts[field])..<Int(ends[field])]
    if quoting[field] & Self.escapes != 0 { return Self.unescaped(raw) }
    guard let text = String(validating: raw, as: UTF8.self) else { return nil }
    return quoting[field] & Self.doubledQuotes == 0 ? text : text.replacing("\"\"", with: "\"")
  }

  /// Resolves the escapes of a JSON string without its quotes; `nil` where it is none.
  static func unescaped(_ raw: some Sequence<UInt8>) -> String? {
    let quote = [UInt8(ascii: "\"")]
    guard case .string(let text) = (try? JSONReader.read(quote + raw + quote))?.json else {
      return nil
    }
    return text
  }

  // MARK: - Filling

  mutating func beginRow(at offset: Int) {
    rows.append(Int32(truncatingIfNeeded: offset))
    lines.append(Int32(truncatingIfNeeded: lineCount))
  }

  mutating func countLine() { lineCount += 1 }

  /// The line in which the last record begins.
  var lastRowLine: Int { lines.last.map(Int.init) ?? 0 }

  /// Lets the last record end with its first line, without any field.
  mutating func endRowAfterLine(_ firstField: Int) {
    removeFields(from: firstField)
    lineCount = lastRowLine + 1
  }

  private mutating func removeFields(from firstField: Int) {
    starts.removeSubrange(firstField...)
    ends.removeSubrange(firstField...)
    quoting.removeSubrange(firstField...)
  }

  mutating func append(_ start: Int, _ end: Int, _ flags: UInt8) {
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: end))
    quoting.append(flags)
  }

  mutating func dropRow(_ firstField: Int) {
    removeFields(from: firstField)
    rows.removeLast()
    lines.removeLast()
  }

  mutating func pad(_ fieldCount: Int, at offset: Int) {
    while starts.count > fieldCount {
      starts.removeLast()
      ends.removeLast()
      quoting.removeLast()
    }
    while starts.count < fieldCount { append(offset, offset, 0) }
  }

  mutating func fault(_ message: String, _ offset: Int) {
    // One is enough for a record.
    guard faults.last?.row != rows.count - 1 else { return }
    faults.append(Fault(row: rows.count - 1, offset: offset, message: message))
  }
}
