import CaseModel
import GraphModel

/// Makes the text of a report for a terminal: aligned tables, trees, signs and, if wanted, colours.
struct ReportRenderer {
  let width: Int
  let isASCII: Bool
  let hasColor: Bool

  /// Returns the text, ending in a newline.
  func text(of report: Report) -> String {
    var parts: [String] = []
    var isAfterHeading = true
    for block in report.blocks {
      if case .heading(let text) = block {
        parts.append((parts.isEmpty ? "" : "\n") + styled(clean(text), .bold) + "\n")
        isAfterHeading = true
        continue
      }
      if !isAfterHeading { parts.append("\n") }
      parts.append(text(of: block))
      isAfterHeading = false
    }
    return parts.joined()
  }

  private func text(of block: Report.Block) -> String {
    let lines =
      switch block {
      case .heading(let text): [styled(clean(text), .bold)]
      case .lines(let lines): lines.flatMap(self.lines)
      case .table(let table): self.lines(of: table)
      case .tree(let nodes): nodes.flatMap { self.lines(of: $0, prefix: "", rest: "") }
      }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: - Lines

  private func lines(_ line: Report.Line) -> [String] {
    let indent = String(repeating: " ", count: line.indentation * 2)
    let mark = line.mark.map(sign) ?? ""
    let first = indent + (mark.isEmpty ? "" : mark + " ")
    let hang = indent + String(repeating: " ", count: markWidth(line.mark))
    return wrapped(clean(line.text), first: first, rest: hang)
  }

  private func wrapped(_ text: String, first: String, rest: String) -> [String] {
    let lines = TextWrap.lines(text, width: max(20, width - rest.displayWidth))
    return lines.enumerated().map { ($0.offset == 0 ? first : rest) + $0.element }
  }

  // MARK: - Tables

  private func lines(of table: Report.Table) -> [String] {
    let hasMarks = table.rows.contains { $0.mark != nil }
    let size = hasMarks ? table.rows.map { markWidth($0.mark) }.max() ?? 0 : 0
    let rows = table.rows.map { $0.cells.map(clean) }
    let titles = table.hasNames ? table.columns.map(clean) : table.columns.map { $0.uppercased() }
    let widths = TableLayout(titles: titles, rows: rows, width: width - size).widths
    let indent = String(repeating: " ", count: size)
    let head = indent + row(titles, widths)
    return [styled(head, .dim)]
      + zip(table.rows, rows).flatMap { row, cells in
        self.lines(cells, widths: widths, mark: row.mark, size: size)
      }
  }

  private func lines(_ cells: [String], widths: [Int], mark: Report.Mark?, size: Int) -> [String] {
    let wrapped = zip(cells, widths).map { TextWrap.lines($0, width: $1) }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { level in
      let line = row(wrapped.map { level < $0.count ? $0[level] : "" }, widths)
      guard level == 0, let mark else { return String(repeating: " ", count: size) + line }
      let gap = String(
        repeating: " ",
        count: max(1, size - mark.sign(isASCII: isASCII).displayWidth)
      )
      return sign(mark) + gap + line
    }
  }

  private func row(_ cells: [String], _ widths: [Int]) -> String {
    let gap = String(repeating: " ", count: TableLayout.gap)
    var text = zip(cells, widths).map { TextWrap.padded($0, to: $1) }.joined(separator: gap)
    while text.last == " " { text.removeLast() }
    return text
  }

  // MARK: - Trees

  private func lines(of node: Report.TreeNode, prefix: String, rest: String) -> [String] {
    let mark = node.mark.map { sign($0) + " " } ?? ""
    let hang = rest + (node.children.isEmpty ? "" : bar) + gapAfterBar(node)
    var lines = wrapped(clean(node.text), first: prefix + mark, rest: hang)
    for (position, child) in node.children.enumerated() {
      let isLast = position == node.children.count - 1
      lines += self.lines(
        of: child,
        prefix: rest + (isLast ? corner : tee),
        rest: rest + (isLast ? "   " : bar)
      )
    }
    return lines
  }

  private var tee: String { isASCII ? "|- " : "├─ " }
  private var corner: String { isASCII ? "`- " : "└─ " }
  private var bar: String { isASCII ? "|  " : "│  " }

  /// Further lines of a node begin under the text of the first one.
  private func gapAfterBar(_ node: Report.TreeNode) -> String {
    let wanted = max(node.mark == nil ? 2 : markWidth(node.mark), 0)
    let used = node.children.isEmpty ? 0 : bar.displayWidth
    return String(repeating: " ", count: max(0, wanted - used))
  }

  // MARK: - Signs

  private func sign(_ mark: Report.Mark) -> String {
    styled(mark.sign(isASCII: isASCII), mark.color)
  }

  /// The columns that a sign and the space after it take.
  private func markWidth(_ mark: Report.Mark?) -> Int {
    mark.map { $0.sign(isASCII: isASCII).displayWidth + 1 } ?? 0
  }

  private func styled(_ text: String, _ style: TerminalStyle) -> String {
    hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func clean(_ text: String) -> String {
    let text = PlainText.printable(text, keepingLines: false)
    return isASCII ? ASCIIText.text(text) : text
  }
}
