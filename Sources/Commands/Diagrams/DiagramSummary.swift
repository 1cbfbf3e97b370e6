import Backchannel
import CaseModel
import Diagrams

/// Says in two lines what was drawn: how much of which strength, what is hidden, what is not drawn.
struct DiagramSummary {
  let diagram: Diagram
  /// The engine that laid it out; `nil` for DOT, which no engine has seen.
  let engine: LayoutEngine?
  /// How long that took.
  let time: Duration
  /// The files, the drawing first.
  let files: [String]

  /// The lines.
  var lines: [String] {
    let drawing = diagram.drawing
    let size =
      "\(counted(drawing.nodeCount, "node")), \(counted(diagram.lineCount, "line"))"
    let more = files.dropFirst().map { "also \($0)" }
    let first = ["Wrote \(files.first ?? ""): \(size)"] + layout + more
    return [first.joined(separator: " · "), "  " + counts.joined(separator: " · ")]
  }

  private var layout: [String] {
    guard let engine else { return [] }
    let tenths =
      (time.components.seconds * 10)
      + time.components.attoseconds / 100_000_000_000_000_000
    return [engine.rawValue, "\(tenths / 10).\(tenths % 10) s"]
  }

  private var counts: [String] {
    let statuses = diagram.lineCounts.map { "\($0.count) \($0.status?.rawValue ?? "nobody says")" }
    let drawing = diagram.drawing
    let plain =
      drawing.plainLineCount > 0 ? ["\(drawing.plainLineCount) \(drawing.plainLineMeaning)"] : []
    let hidden = diagram.view.hidden.total
    return statuses + plain
      + [hidden == 0 ? "nothing hidden" : "\(counted(hidden, "fact")) hidden"]
      + Omission.sentences(diagram.drawing.omissions)
  }
}
