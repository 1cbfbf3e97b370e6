public import CaseModel
public import Diagrams
import GraphModel

/// Draws a case, or a part of it, through Graphviz.
public struct Diagram: Sendable {
  /// What is drawn.
  public let drawing: Drawing
  /// The canonical DOT text: the same for the same case and filter, always.
  public let dot: String

  /// Takes a drawing of any kind, and writes it as DOT.
  public init(_ drawing: Drawing) {
    self.drawing = drawing
    dot = DOTWriter.text(of: drawing.graph)
  }

  /// Chooses what to draw of `view`, and writes it as DOT.
  ///
  /// Complexity: linear in the visible facts.
  public init(_ view: CaseView, scope: DiagramScope = .whole, style: StyleSheet = .light) {
    self.init(.cards(view, scope: scope, style: style))
  }

  /// Lays the diagram out and returns it in `format`.
  ///
  /// - Parameter engine: The engine; `nil` is the one that suits the drawing.
  /// - Throws: `rendering` when Graphviz fails, takes too long or needs too much memory.
  public func render(
    _ format: LayoutFormat,
    engine: LayoutEngine? = nil,
    isolation: LayoutIsolation = .childProcess(),
    limits: LayoutLimits = LayoutLimits()
  ) throws(BackchannelError) -> [UInt8] {
    do {
      let engine = engine ?? drawing.engine
      let bytes = try isolation.layout(dot: dot, engine: engine, format: format, limits: limits)
      return format == .svg ? SVGDocument.cleaned(bytes) : bytes
    } catch {
      let detail = error.detail.map { " (\($0))" } ?? ""
      throw BackchannelError(
        Diagnostic(.rendering, error.message + detail, remedy: error.remedy)
      )
    }
  }
}
