import CaseModel
import GraphModel

/// Describes one CSV file of records: its columns, and the members of records that they hold.
///
/// The writer and the reader follow it both.
struct RecordTable {
  /// Tells what a column holds.
  enum Column {
    /// A text, or the word of a choice.
    case text(String)
    /// A truth value, nothing where it is missing.
    case flag(String)
    /// A date in three columns: its EDTF, its basis and its text.
    case date(String)
    /// Ids or words with spaces between them.
    case words(String)
  }

  /// Tells how the rows of another file belong to a record.
  struct Part {
    /// The member of the record that holds them as a list.
    let member: String
    /// The file that their rows are in.
    let table: RecordTable
  }

  /// The name of the file.
  let file: String
  /// The member of a case document that holds the records; `nil` for parts.
  let member: String?
  /// The columns; in parts the id of the record stands before them.
  let columns: [Column]

  /// The names of the columns.
  var header: [String] { columns.flatMap(\.names) }
}

extension RecordTable.Column {
  /// The names of the columns in the file.
  var names: [String] {
    switch self {
    case .text(let key), .flag(let key), .words(let key): [key]
    case .date(let key): [key, key + "Basis", key + "Text"]
    }
  }

  /// Returns the fields of a record.
  func fields(_ record: JSONValue) -> [String] {
    switch self {
    case .text(let key): [Self.text(record[key])]
    case .flag(let key): [record[key].map { $0 == true ? "true" : "false" } ?? ""]
    case .words(let key): [Self.words(record[key])]
    case .date(let key):
      ["edtf", "basis", "text"].map { Self.text(record[key]?[$0]) }
    }
  }

  /// Returns the member of a record that fields give; `nil` where they are empty.
  func member(_ fields: [String], at position: SourcePosition)
    -> (key: String, node: DocumentNode)?
  {
    func text(_ text: String) -> DocumentNode { DocumentNode(.scalar(.string(text)), at: position) }
    guard let first = fields.first, fields.contains(where: { !$0.isEmpty }) else { return nil }
    switch self {
    case .text(let key), .flag(let key): return (key, text(first))
    case .words(let key):
      let words = first.split(separator: " ").map { text(String($0)) }
      return (key, DocumentNode(.sequence(words), at: position))
    case .date(let key):
      let members = zip(["edtf", "basis", "text"], fields).filter { !$0.1.isEmpty }
        .map { (key: $0.0, node: text($0.1)) }
      return (key, .mapping(members, at: position))
    }
  }

  private static func text(_ value: JSONValue?) -> String {
    guard case .string(let text) = value else { return "" }
    return text
  }

  private static func words(_ value: JSONValue?) -> String {
    guard case .array(let elements) = value else { return "" }
    return elements.map(text).joined(separator: " ")
  }
}
