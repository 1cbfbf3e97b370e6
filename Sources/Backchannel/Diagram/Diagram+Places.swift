import CaseStore
public import Diagrams
import GraphModel

extension Diagram {
  /// Lays the diagram out with its nodes where a former drawing had them, new ones near their
  /// neighbours, and keeps the places of all in `opened`.
  ///
  /// The first time the places are those of an ordinary layout.
  ///
  /// - Throws: `usage` for a case that is no file and for kinds of diagrams without lasting places;
  ///   `caseReadOnly`; what `layOut` throws.
  public func layOut(
    _ format: LayoutFormat,
    keepingPlacesIn opened: Case,
    isolation: LayoutIsolation = .childProcess(),
    limits: LayoutLimits = LayoutLimits()
  ) throws(BackchannelError) -> DiagramLayout {
    guard let name = drawing.placesName else {
      throw BackchannelError(
        Diagnostic(
          .usage,
          "the nodes of such a diagram have no places to keep",
          remedy: "leave --pin out, or draw the case, an event, somebody's events, or a fold by "
            + "agency or country"
        )
      )
    }
    let kept = try opened.places(of: name).mapValues { NodePlace(x: $0.x, y: $0.y) }
    let fresh = try layOut(.json0, isolation: isolation, limits: limits)
    let measured: MeasuredLayout
    do { measured = try MeasuredLayout(json: fresh.bytes) } catch { throw BackchannelError(error) }
    guard !kept.isEmpty else {
      try opened.keepPlaces(Self.stored(measured.places), of: name)
      var layout = try fresh.diagram.layOut(
        format,
        engine: fresh.engine,
        isolation: isolation,
        limits: limits
      )
      layout.remarks = fresh.remarks
      return layout
    }
    let (drawing, places) = fresh.diagram.drawing.arranged(measured, keeping: kept)
    var layout = try drawn(drawing).layOut(format, isolation: isolation, limits: limits)
    layout.remarks = fresh.remarks
    try opened.keepPlaces(Self.stored(places), of: name)
    return layout
  }

  private static func stored(_ places: [String: NodePlace]) -> [String: StoredPlace] {
    places.mapValues { StoredPlace(x: $0.x, y: $0.y) }
  }
}
