public import CaseModel

extension Drawing {
  /// Draws events along an axis of time: a box on a day that is known, brackets around a stretch
  /// within which one lies.
  ///
  /// Its places are fixed; no engine but its own suits it.
  ///
  /// - Parameters:
  ///   - lanes: In which lanes; `nil` is what suits the case.
  ///   - published: Whether to show the days of publication, too.
  ///
  /// Complexity: O(n²) in the drawn events.
  public static func timeline(
    _ view: CaseView,
    scope: DiagramScope = .whole,
    lanes: TimelineLanes? = nil,
    published: Bool = false,
    style: StyleSheet = .light
  ) -> Drawing {
    let scene = TimelineScene(view, scope: scope, lanes: lanes, published: published)
    var timeline = TimelineDrawing(scene: scene, scope: scope, view: view, style: style)
    var drawing = Drawing(
      graph: timeline.graph(),
      engine: .neato,
      nodeCount: scene.events.count,
      facts: scene.participations.map(\.id)
    )
    drawing.omissions = scene.omissions
    drawing.hasFixedPlaces = true
    return drawing
  }
}

/// Puts a timeline together: axis, lanes, what has no date, and the words around.
struct TimelineDrawing {
  private static let headerWidth = 132.0
  private static let axisHeight = 34.0
  static let barHeight = 12.0
  /// Room beside the axis for the arrows of open ends.
  private static let margin = 30.0

  let scene: TimelineScene
  let scope: DiagramScope
  let view: CaseView
  let style: StyleSheet
  var canvas: PinnedCanvas
  let axis: ClosedRange<Double>
  let scale: TimeScale?

  init(scene: TimelineScene, scope: DiagramScope, view: CaseView, style: StyleSheet) {
    self.scene = scene
    self.scope = scope
    self.view = view
    self.style = style
    canvas = PinnedCanvas(style: style)
    let items = scene.lanes.flatMap(\.items) + (scene.published?.items ?? [])
    let width = min(1500, max(860, 860 + 8 * Double(items.count - 30)))
    axis = Self.headerWidth...(Self.headerWidth + width)
    scale = TimeScale(
      items.compactMap(\.date?.bounds),
      from: axis.lowerBound + Self.margin,
      to: axis.upperBound - Self.margin
    )
  }

  /// Returns the graph.
  mutating func graph() -> DOTGraph {
    let label = TimelineLabel(view: view, style: style)
    let lanes = (scene.lanes + [scene.published].compactMap(\.self)).map { lane in
      (lane: lane, packing: TimelinePacking(lane.items, label: label, axis: axis, bar: bar))
    }
    let heights = lanes.map { height($0.packing, title: $0.lane) }
    let end = heights.reduce(Self.axisHeight, +)
    drawBands(heights)
    if !lanes.isEmpty { drawAxis(to: end) }
    var y = Self.axisHeight
    for (index, (lane, packing)) in lanes.enumerated() {
      drawTitle(
        lane.title,
        counted(lane.items.count, lane.id == "published" ? "source" : "event")
          + (lane.omittedCount > 0 ? ", \(lane.omittedCount) not drawn" : ""),
        y: y
      )
      draw(packing, y: y + 8)
      y += heights[index]
    }
    y = drawUndated(y: lanes.isEmpty ? 0 : y, label: label)
    drawFooter(y: y + 12)
    return page
  }

  // MARK: - Bands

  private func height(_ packing: TimelinePacking, title: TimelineScene.Lane) -> Double {
    let rows = packing.heights.reduce(0) { $0 + Self.barHeight + 4 + $1 + 8 }
    let name = CardParts.wrapped(title.title, columns: 18, lines: 3).count
    return max(rows + 10, 8 + Double(name) * 1.3 * style.sizes.name + 2.6 * style.sizes.detail)
  }

  private mutating func drawBands(_ heights: [Double]) {
    var y = Self.axisHeight
    for (index, height) in heights.enumerated() {
      if index.isMultiple(of: 2), let fill = style.country.fill, fill != style.ground {
        canvas.fill(0...axis.upperBound, y...(y + height), fill, [.class: .keyword("lane")])
      }
      rule(y)
      y += height
    }
    if !heights.isEmpty { rule(y) }
  }

  private mutating func rule(_ y: Double) {
    canvas.fill(0...axis.upperBound, y...(y + 0.8), style.faint, [.class: .keyword("axis")])
  }

  private mutating func drawTitle(_ title: String, _ count: String, y: Double) {
    let rows =
      CardParts.rows(title, columns: 18, lines: 3, style.strong(style.sizes.name))
      + CardParts.rows(count, columns: 24, lines: 2, style.detail)
    canvas.table(
      6,
      y + 6,
      width: Self.headerWidth - 12,
      height: Double(rows.count) * (1.25 * style.sizes.name + 2),
      rows: rows,
      [.class: .keyword("lane")]
    )
  }

  // MARK: - Axis

  private mutating func drawAxis(to end: Double) {
    guard let scale else { return }
    let size = style.sizes.detail
    for tick in TimeTicks(scale).ticks {
      canvas.fill(
        (tick.place - 0.3)...(tick.place + 0.3),
        (Self.axisHeight - 5)...end,
        style.faint,
        [.class: .keyword("axis")]
      )
      canvas.text(tick.place, Self.axisHeight - 11, tick.label, style.detail)
      if let year = tick.year {
        canvas.text(
          tick.place,
          Self.axisHeight - 13 - 1.2 * size,
          year,
          HTMLFont(size: size, color: style.ink.hex, isBold: true)
        )
      }
    }
    for piece in scale.pieces where piece.isCut { drawCut(piece, to: end) }
  }

  /// Draws a torn strip, so that nobody takes it for a stretch of the same scale.
  private mutating func drawCut(_ piece: TimeScale.Piece, to end: Double) {
    let size = style.sizes.detail
    let rows = (Self.axisHeight - 5)...(end + 1)
    canvas.fill(piece.start...piece.end, rows, style.ground, [.class: .keyword("axis")])
    for x in [piece.start, piece.end] {
      canvas.fill((x - 0.5)...(x + 0.5), rows, style.quiet, [.class: .keyword("axis")])
    }
    let middle = (piece.start + piece.end) / 2
    canvas.text(
      middle,
      Self.axisHeight - 13 - 1.2 * size,
      Self.length(piece.days.count),
      style.detail
    )
    canvas.text(middle, Self.axisHeight - 11, "cut short", style.detail)
  }

  private static func length(_ days: Int) -> String {
    days < 100
      ? counted(days, "day")
      : days < 1000
        ? "\(Int((Double(days) / 30.44).rounded())) months"
        : "\(Int((Double(days) / 365.25).rounded())) years"
  }

  // MARK: - Without a date

  /// Draws the events of which no day is known, and returns where they end.
  private mutating func drawUndated(y top: Double, label: TimelineLabel) -> Double {
    guard !scene.undated.isEmpty else { return top }
    drawTitle("date not known", counted(scene.undated.count, "event"), y: top)
    var (x, y, height) = (axis.lowerBound + 6, top + 8, 0.0)
    for item in scene.undated {
      let block = label.block(item)
      if x + block.width > axis.upperBound, x > axis.lowerBound + 6 {
        (x, y, height) = (axis.lowerBound + 6, y + height + 12, 0)
      }
      words(item, block, x: x, y: y)
      x += block.width + 20
      height = max(height, block.height)
    }
    let end = max(y + height + 10, top + 44)
    rule(end)
    return end
  }

  private mutating func drawFooter(y: Double) {
    guard case .table(let table) = footer.label else { return }
    canvas.table(
      0,
      y,
      width: axis.upperBound,
      height: Double(table.rows.count) * (1.2 * style.sizes.detail + 3),
      rows: table.rows,
      [.id: .identifier("body")]
    )
  }
}
