import CaseModel

/// Holds what a verb prints for people, apart from how: `ReportRenderer` makes a table for a
/// terminal, tab-separated values for a pipe.
struct Report: Sendable {
  /// The parts in order.
  var blocks: [Block] = []
  /// Whether anything was found, which decides the exit status.
  var isFound = true

  enum Block: Sendable {
    /// A line that says what follows.
    case heading(String)
    /// Rows and columns.
    case table(Table)
    /// Lines of text; in a pipe each begins with `# `.
    case lines([Line])
    /// A tree; in a pipe one row per node with its depth.
    case tree([TreeNode])
  }

  struct Table: Sendable {
    /// Titles, without the one of the status column, which comes first.
    let columns: [String]
    /// Whether the titles are names that must stay as they are.
    var hasNames = false
    var rows: [Row]
  }

  struct Row: Sendable {
    /// The mark before the row; `nil` for a row that has no strength.
    var mark: Mark?
    /// As many as there are columns.
    let cells: [String]
  }

  struct Line: Sendable, ExpressibleByStringLiteral {
    var mark: Mark?
    let text: String
    /// How many steps the text is moved in.
    var indentation = 0

    init(_ text: String, mark: Mark? = nil, indentation: Int = 0) {
      self.text = text
      self.mark = mark
      self.indentation = indentation
    }

    init(stringLiteral value: String) { self.init(value) }
  }

  struct TreeNode: Sendable {
    var mark: Mark?
    let text: String
    var children: [TreeNode] = []
  }

  /// The sign before a row or line.
  enum Mark: Hashable, Sendable {
    /// A strength; `nil` when nobody says anything.
    case status(Status?, origins: Int)
    /// Something that clashes.
    case conflict
    /// Something added, grown, shrunk or withdrawn since an earlier date.
    case added, stronger, weaker, withdrawn
  }

  mutating func heading(_ text: String) { blocks.append(.heading(text)) }

  mutating func lines(_ lines: [Line]) {
    guard !lines.isEmpty else { return }
    blocks.append(.lines(lines))
  }

  mutating func table(_ columns: [String], _ rows: [Row]) {
    guard !rows.isEmpty else { return }
    blocks.append(.table(Table(columns: columns, rows: rows)))
  }
}
