import CaseModel

/// Stacks things that overlap, so that none covers another.
struct TimelinePacking {
  /// Holds the place of a thing: its row, and where its mark and its words stand.
  struct Place {
    let item: TimelineScene.Item
    let block: TimelineLabel.Block
    /// Where the mark starts and ends.
    let bar: ClosedRange<Double>
    /// Where the words start.
    let words: Double
    let row: Int
  }

  /// The room between things beside one another.
  private static let gap = 16.0

  private(set) var places: [Place] = []
  /// The height of the words of every row.
  private(set) var heights: [Double] = []
  private var ends: [Double] = []

  /// Stacks items that come in order of time between the ends of the axis.
  init(
    _ items: [TimelineScene.Item],
    label: TimelineLabel,
    axis: ClosedRange<Double>,
    bar: (TimelineScene.Item) -> ClosedRange<Double>
  ) {
    for item in items {
      add(item, block: label.block(item), bar: bar(item), axis)
    }
  }

  private mutating func add(
    _ item: TimelineScene.Item,
    block: TimelineLabel.Block,
    bar: ClosedRange<Double>,
    _ axis: ClosedRange<Double>
  ) {
    // What is known of an open beginning is its end: the words stand there.
    let isOpen = item.date?.bounds.earliest == nil
    let wish = isOpen ? bar.upperBound - block.width : bar.lowerBound
    let words = max(axis.lowerBound, min(wish, axis.upperBound - block.width))
    let start = min(bar.lowerBound, words)
    let end = max(bar.upperBound, words + block.width)
    let row = ends.firstIndex { $0 + Self.gap <= start } ?? ends.count
    if row == ends.count {
      ends.append(end)
      heights.append(block.height)
    } else {
      ends[row] = max(ends[row], end)
      heights[row] = max(heights[row], block.height)
    }
    places.append(Place(item: item, block: block, bar: bar, words: words, row: row))
  }
}
