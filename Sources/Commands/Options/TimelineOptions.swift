import ArgumentParser
import Backchannel
import Diagrams
import GraphModel

/// The options of a drawn timeline.
struct TimelineOptions: ParsableArguments {
  @Flag(help: "Draw events along an axis of time; with a name, those of an entity or event.")
  var timeline = false
  @Option(
    help: "The lanes of the timeline: side or person; by default what suits.",
    completion: .list(TimelineLanes.allCases.map(\.rawValue))
  )
  var lanes: String?
  @Flag(help: "Show in the timeline when the sources were published, too.")
  var published = false

  /// Returns the request for a timeline, or what the other options ask for.
  ///
  /// - Throws: `usage` for options that do not go together.
  func request(target: String?, _ others: DiagramKindOptions) throws(BackchannelError)
    -> DiagramRequest
  {
    guard timeline else {
      guard lanes == nil, !published else {
        throw BackchannelError.usage(
          "\(lanes == nil ? "--published" : "--lanes") is for --timeline",
          "leave it out, or add --timeline"
        )
      }
      return try others.request(target: target)
    }
    guard case .whole = try others.request(target: nil) else {
      throw BackchannelError.usage(
        "--timeline is a kind of diagram of its own",
        "draw one kind at a time; --timeline takes a name without an option"
      )
    }
    return .timeline(target, lanes: try lanes.map(Self.lanes), published: published)
  }

  private static func lanes(_ text: String) throws(BackchannelError) -> TimelineLanes {
    if let lanes = TimelineLanes(rawValue: text) { return lanes }
    let known = TimelineLanes.allCases.map(\.rawValue)
    throw BackchannelError(
      Diagnostic(
        .usage,
        "there are no lanes by '\(text)'",
        remedy: "one of \(known.joined(separator: ", "))",
        candidates: NearMiss.candidates(for: text, among: known)
      )
    )
  }

  /// Refuses an engine for a drawing that has its places.
  ///
  /// - Throws: `usage`.
  static func check(_ engine: LayoutEngine?, _ drawing: Drawing) throws(BackchannelError) {
    guard let engine, drawing.hasFixedPlaces, engine != drawing.engine else { return }
    throw BackchannelError.usage(
      "a timeline places events by their dates, and \(engine.rawValue) would move them",
      "leave --engine out"
    )
  }
}
