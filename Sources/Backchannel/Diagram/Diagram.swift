public import CaseModel
public import Diagrams
public import GraphModel

/// Draws a case, or a part of it, through Graphviz.
public struct Diagram: Sendable {
  /// What is drawn.
  public let drawing: Drawing
  /// The view that it was drawn from, which knows the status of every line.
  public let view: CaseView
  /// What was asked for: the member `kind`, and what it was asked about.
  public let subject: JSONValue
  /// The canonical DOT text: the same for the same case and filter, always.
  public let dot: String

  /// Takes a drawing of any kind, and writes it as DOT.
  ///
  /// - Parameters:
  ///   - view: The view that it was drawn from.
  ///   - kind: The kind of diagram.
  ///   - arguments: What it was asked about.
  public init(
    _ drawing: Drawing,
    view: CaseView,
    kind: String,
    _ arguments: [JSONMember] = []
  ) {
    self.drawing = drawing
    self.view = view
    subject = .object([JSONMember(key: "kind", value: .string(kind))] + arguments)
    dot = DOTWriter.text(of: drawing.graph)
  }

  /// The same diagram, drawn otherwise.
  func drawn(_ drawing: Drawing) -> Diagram { Diagram(drawing, view: view, subject: subject) }

  private init(_ drawing: Drawing, view: CaseView, subject: JSONValue) {
    self.drawing = drawing
    self.view = view
    self.subject = subject
    dot = DOTWriter.text(of: drawing.graph)
  }

  /// Lays the diagram out and returns it in `format`, simplified where it would take too long.
  ///
  /// - Parameter engine: The engine; `nil` is the one that suits the drawing.
  /// - Throws: `rendering` when Graphviz fails, takes too long or needs too much memory.
  public func render(
    _ format: LayoutFormat,
    engine: LayoutEngine? = nil,
    isolation: LayoutIsolation = .childProcess(),
    limits: LayoutLimits = LayoutLimits()
  ) throws(BackchannelError) -> [UInt8] {
    try layOut(format, engine: engine, isolation: isolation, limits: limits).bytes
  }

  /// The number of lines.
  public var lineCount: Int {
    drawing.facts.count + drawing.derivedStatuses.count + drawing.plainLineCount
  }

  /// How many lines each status has, `nil` for those about which nobody says anything; those of
  /// which there are any, strongest first.
  public var lineCounts: [(status: Status?, count: Int)] {
    let all = drawing.facts.map(view.status) + drawing.derivedStatuses
    let statuses = Dictionary(grouping: all) { $0 }
    return ((Status.allCases as [Status?]) + [nil]).compactMap { status in
      statuses[status].map { (status, $0.count) }
    }
  }
}
