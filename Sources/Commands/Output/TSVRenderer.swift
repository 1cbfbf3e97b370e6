import GraphModel

/// Makes the text of a report for a pipe: tab-separated rows with a line of titles, and everything
/// else as comments that begin with `# `.
enum TSVRenderer {
  /// Returns the text, ending in a newline.
  static func text(of report: Report) -> String {
    report.blocks.flatMap(lines).map { $0 + "\n" }.joined()
  }

  private static func lines(_ block: Report.Block) -> [String] {
    switch block {
    case .heading(let text): return ["# " + field(text)]
    case .lines(let lines):
      return lines.map { line in "# " + (line.mark.map { $0.word + ": " } ?? "") + field(line.text)
      }
    case .table(let table):
      let hasMarks = table.rows.contains { $0.mark != nil }
      return [row((hasMarks ? ["mark"] : []) + table.columns)]
        + table.rows.map { row((hasMarks ? [$0.mark?.word ?? ""] : []) + $0.cells) }
    case .tree(let nodes):
      return [row(["depth", "mark", "text"])] + nodes.flatMap { rows($0, depth: 0) }
    }
  }

  private static func rows(_ node: Report.TreeNode, depth: Int) -> [String] {
    [row([String(depth), node.mark?.word ?? "", node.text])]
      + node.children.flatMap { rows($0, depth: depth + 1) }
  }

  private static func row(_ cells: [String]) -> String {
    cells.map(field).joined(separator: "\t")
  }

  /// Tabs and line breaks would break the row.
  private static func field(_ text: String) -> String {
    PlainText.printable(text, keepingLines: false)
  }
}
