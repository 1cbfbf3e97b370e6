/// A table of an HTML-like label.
public struct HTMLTable: Sendable, Hashable {
  /// What the table looks like; of two values for the same attribute the last one counts.
  public var attributes: [HTMLAttribute]
  /// The rows, top down; without any, one empty row is written.
  public var rows: [HTMLRow]

  /// Creates a table.
  public init(_ attributes: [HTMLAttribute] = [], rows: [HTMLRow]) {
    self.attributes = attributes
    self.rows = rows
  }
}

/// A row of a table.
public struct HTMLRow: Sendable, Hashable {
  /// The cells, left to right; without any, one empty cell is written.
  public var cells: [HTMLCell]
  /// Whether a line is drawn between the row above and this one.
  public var hasRuleAbove: Bool

  /// Creates a row.
  public init(_ cells: [HTMLCell], hasRuleAbove: Bool = false) {
    self.cells = cells
    self.hasRuleAbove = hasRuleAbove
  }
}

/// A cell of a table.
public struct HTMLCell: Sendable, Hashable {
  /// What the cell looks like; of two values for the same attribute the last one counts.
  public var attributes: [HTMLAttribute]
  /// The text or table inside.
  public var content: HTMLLabel
  /// Whether a line is drawn between the cell to the left and this one.
  public var hasRuleBefore: Bool

  /// Creates a cell.
  public init(
    _ attributes: [HTMLAttribute] = [],
    _ content: HTMLLabel = .text([]),
    hasRuleBefore: Bool = false
  ) {
    self.attributes = attributes
    self.content = content
    self.hasRuleBefore = hasRuleBefore
  }
}
