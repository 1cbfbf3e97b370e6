import CaseModel
import GraphModel

extension TimelineDrawing {
  /// Where the mark of an item starts and ends.
  func bar(_ item: TimelineScene.Item) -> ClosedRange<Double> {
    guard let scale, let bounds = item.date?.bounds else {
      return axis.lowerBound...axis.lowerBound
    }
    let start = bounds.earliest.map { scale.place($0.dayNumber) } ?? axis.lowerBound + 4
    let end = bounds.latest.map { scale.place($0.dayNumber + 1) } ?? axis.upperBound - 4
    return start...max(end, start + (bounds.onlyDay == nil ? 16 : 9))
  }

  /// Draws what is stacked in a lane.
  mutating func draw(_ packing: TimelinePacking, y top: Double) {
    var tops: [Double] = []
    var y = top
    for height in packing.heights {
      tops.append(y)
      y += Self.barHeight + 4 + height + 8
    }
    for place in packing.places {
      let y = tops[place.row]
      if place.item.date?.bounds.onlyDay != nil {
        mark(place.item, place.bar, y: y)
      } else {
        interval(place.item, place.bar, y: y)
      }
      words(place.item, place.block, x: place.words, y: y + Self.barHeight + 4)
    }
  }

  /// Draws a box: something on one day.
  private mutating func mark(_ item: TimelineScene.Item, _ x: ClosedRange<Double>, y: Double) {
    let line = stroke(item)
    let isCertain = item.fact.map { view.status($0) == .confirmed } ?? true
    canvas.box(
      x,
      y...(y + Self.barHeight),
      line,
      fill: isCertain ? line.color : tint(item) ?? style.ground,
      attributes(item, "m")
    )
  }

  /// Draws a stretch in which a day lies: a pale band with a line of the status between brackets;
  /// an open end fades out into an arrow.
  private mutating func interval(_ item: TimelineScene.Item, _ x: ClosedRange<Double>, y: Double) {
    let line = stroke(item)
    let rows = y...(y + Self.barHeight)
    let middle = y + Self.barHeight / 2
    let bounds = item.date?.bounds
    let width = x.upperBound - x.lowerBound
    let fade = min(34, width / 3)
    let start = x.lowerBound + (bounds?.earliest == nil ? fade : 0)
    let end = x.upperBound - (bounds?.latest == nil ? fade : 0)
    if let fill = tint(item) { canvas.fill(start...end, rows, fill, attributes(item, "b")) }
    canvas.line(
      from: (start, middle),
      to: (end, middle),
      attributes(item, "m").merging([
        .color: .color(line.color), .style: .keyword(line.pattern.rawValue),
        .penwidth: .number(line.width), .dir: .keyword("none"),
      ])
    )
    if bounds?.earliest == nil {
      fadeOut(from: start, to: x.lowerBound, middle, line)
    } else {
      canvas.bracket(x.lowerBound, rows, opensRight: true, line.color)
    }
    if bounds?.latest == nil {
      fadeOut(from: end, to: x.upperBound, middle, line)
    } else {
      canvas.bracket(x.upperBound, rows, opensRight: false, line.color)
    }
  }

  private mutating func fadeOut(from x: Double, to end: Double, _ y: Double, _ line: LineStyle) {
    let half = max(line.width, 1.2) / 2
    for (start, stop) in [(0.12, 0.38), (0.5, 0.66), (0.76, 0.82)] {
      let ends = [x + (end - x) * start, x + (end - x) * stop].sorted()
      canvas.fill(ends[0]...ends[1], (y - half)...(y + half), line.color)
    }
    canvas.line(
      from: (x + (end - x) * 0.84, y),
      to: (end, y),
      [
        .color: .color(line.color), .penwidth: .number(1), .arrowhead: .keyword("vee"),
        .arrowsize: .number(0.6), .dir: .keyword("forward"),
      ]
    )
  }

  mutating func words(
    _ item: TimelineScene.Item,
    _ block: TimelineLabel.Block,
    x: Double,
    y: Double
  ) {
    canvas.table(
      x,
      y,
      width: block.width,
      height: block.height,
      rows: block.rows,
      attributes(item, "n")
    )
  }

  private func stroke(_ item: TimelineScene.Item) -> LineStyle {
    guard let fact = item.fact else { return style[.subject] }
    return style.line(view.status(fact))
  }

  private func tint(_ item: TimelineScene.Item) -> Color? {
    style[item.event.map { $0.type == .statement } ?? true ? .statement : .event].fill
  }

  /// The name, the hover text and the link of a piece of an item.
  private func attributes(_ item: TimelineScene.Item, _ piece: String) -> DOTAttributes {
    let evidence = SceneEvidence(view: view)
    let base: DOTAttributes = [.id: .identifier("\(piece)-\(item.id)")]
    switch item.content {
    case .event, .participation:
      guard let fact = item.fact else { return base }
      return evidence.linked(
        fact,
        base.merging([
          .class: .keyword("event " + (view.status(fact)?.rawValue ?? "unsourced")),
          .tooltip: .tooltip(evidence.tooltip(fact)),
        ])
      )
    case .source(let source, _):
      let link = (source.url ?? source.archivedURL).map { url -> DOTAttributes in
        [.url: .url(url), .target: .keyword("_blank")]
      }
      return base.merging([
        .class: .keyword("source"), .tooltip: .tooltip("\(source.id) \(source.title)"),
      ]).merging(link ?? [:])
    }
  }
}
