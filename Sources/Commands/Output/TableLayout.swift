import GraphModel

/// Finds the widths of columns with which a table fits a terminal.
struct TableLayout {
  /// Columns between two cells.
  static let gap = 2

  /// The width of each column.
  let widths: [Int]

  /// Starts from the widths that need no line break and takes columns away from the widest.
  ///
  /// A column of the titles or of short words stays whole; O(cells + width × columns).
  init(titles: [String], rows: [[String]], width: Int) {
    var widths = titles.map(\.displayWidth)
    var minima = widths
    for row in rows {
      for (column, cell) in row.enumerated() where column < widths.count {
        widths[column] = max(widths[column], cell.displayWidth)
        let longest = cell.split(separator: " ").map(\.displayWidth).max() ?? 0
        minima[column] = max(minima[column], min(longest, 14))
      }
    }
    let room = width - Self.gap * max(0, widths.count - 1)
    while widths.reduce(0, +) > room {
      let shrinkable = widths.indices.filter { widths[$0] > minima[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    self.widths = widths
  }
}
