public import Diagrams
import GraphModel

/// Holds a diagram as it was laid out in the end.
public struct DiagramLayout: Sendable {
  /// The bytes of the file.
  public var bytes: [UInt8]
  /// What was drawn: what was asked for, or something simpler.
  public var diagram: Diagram
  /// The engine that laid it out.
  public var engine: LayoutEngine
  /// What did not go as it was asked for, as sentences.
  public var remarks: [String]

  /// Creates a layout.
  public init(bytes: [UInt8], diagram: Diagram, engine: LayoutEngine, remarks: [String] = []) {
    self.bytes = bytes
    self.diagram = diagram
    self.engine = engine
    self.remarks = remarks
  }
}

extension Diagram {
  /// Lays the diagram out; where that takes too long, in a simpler way, and says so.
  ///
  /// - Parameter engine: The engine, which is then the only one that is tried; `nil` is what suits
  ///   the drawing.
  /// - Throws: `rendering` when Graphviz fails, takes too long or needs too much memory.
  public func layOut(
    _ format: LayoutFormat,
    engine: LayoutEngine? = nil,
    isolation: LayoutIsolation = .childProcess(),
    limits: LayoutLimits = LayoutLimits()
  ) throws(BackchannelError) -> DiagramLayout {
    var remarks: [String] = []
    var diagram = self
    var simpler: [Drawing]?
    while true {
      let chosen = engine ?? diagram.drawing.engine
      do throws(RenderingError) {
        let bytes = try isolation.layout(
          dot: diagram.dot,
          engine: chosen,
          format: format,
          limits: limits.within(engine == nil ? diagram.drawing.time : nil)
        )
        return DiagramLayout(
          bytes: format == .svg ? SVGDocument.cleaned(bytes) : bytes,
          diagram: diagram,
          engine: chosen,
          remarks: remarks
        )
      } catch {
        var rest = error.code == .timeLimit && engine == nil ? simpler ?? fallbacks : []
        guard !rest.isEmpty else { throw BackchannelError(error) }
        let next = rest.removeFirst()
        simpler = rest
        remarks.append(
          "The layout by \(chosen) took too long and was stopped; the drawing is a simpler one by "
            + "\(next.engine)."
        )
        diagram = drawn(next)
      }
    }
  }

  /// What is tried when a layout takes too long.
  private var fallbacks: [Drawing] {
    let fallbacks = drawing.fallbacks
    return fallbacks.isEmpty ? [drawing.laidOutBySprings].compactMap(\.self) : fallbacks
  }
}

extension BackchannelError {
  init(_ error: RenderingError) {
    let detail = error.detail.map { " (\($0))" } ?? ""
    self.init(Diagnostic(.rendering, error.message + detail, remedy: error.remedy))
  }
}

extension LayoutLimits {
  /// The same limits with no more time than `time`.
  fileprivate func within(_ time: Duration?) -> LayoutLimits {
    guard let time else { return self }
    var limits = self
    limits.wallClock = min(wallClock, time)
    return limits
  }
}
