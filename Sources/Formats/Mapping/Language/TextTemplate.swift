import GraphModel

/// Holds a text with cells of the row in it, such as `{minister} and {guest}, {date}`.
///
/// `{name}` stands for the cell of a column, `{#row}` for the number of the row, `{#line}` for its
/// line, `{#date}` for the date of the event and `{#who}` for the names of those who took part;
/// `{{` is a brace.
struct TextTemplate: Hashable, Sendable {
  /// What a name that begins with `#` stands for.
  enum Special: String, CaseIterable, Hashable, Sendable {
    case row, line, date, who
  }

  enum Part: Hashable, Sendable {
    case text(String)
    /// A cell, by the number of its column in `MappedColumns`.
    case cell(Int)
    case special(Special)
  }

  let parts: [Part]
  /// Whether it says the same for every row.
  let isConstant: Bool
  /// The one cell that it consists of.
  private let onlyCell: Int?

  init(parts: [Part]) {
    self.parts = parts
    isConstant = parts.allSatisfy { if case .text = $0 { true } else { false } }
    if parts.count == 1, case .cell(let slot) = parts.first {
      onlyCell = slot
    } else {
      onlyCell = nil
    }
  }

  /// Returns the text for a row; nothing where all of its cells are empty.
  func text(_ row: MappedRow) -> String {
    if let onlyCell { return row.cells[onlyCell] }
    var text = ""
    var isEmpty = !isConstant
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .cell(let slot):
        isEmpty = isEmpty && row.cells[slot].isEmpty
        text += row.cells[slot]
      case .special(let special):
        let value = row.text(special)
        isEmpty = isEmpty && value.isEmpty
        text += value
      }
    }
    return isEmpty ? "" : text.trimmingSpaces
  }
}

/// Holds what the rules may ask of one row.
struct MappedRow {
  /// The cells that the mapping names, by their numbers; empty where there is nothing.
  var cells: [String]
  /// The number of the row in the file, from 1.
  var number = 0
  /// The line in which it begins.
  var line = 0
  /// The date of the event that is being made.
  var date = ""
  /// The names of those who took part in it.
  var who = ""

  func text(_ special: TextTemplate.Special) -> String {
    switch special {
    case .row: String(number)
    case .line: String(line)
    case .date: date
    case .who: who
    }
  }
}

/// Says why a row is not taken.
struct RowProblem: Error {
  let code: ErrorCode
  let message: String
  var remedy: String?
  /// The number of the column concerned.
  var slot: Int?

  init(_ code: ErrorCode, _ message: String, remedy: String? = nil, slot: Int? = nil) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.slot = slot
  }
}
