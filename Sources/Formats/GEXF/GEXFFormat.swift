import GraphModel

/// Writes GEXF 1.3 (gexf.net), as Gephi and Gephi Lite read it.
///
/// Chosen where the specification leaves a choice, or readers differ:
///
/// - Time is in days (`timeformat="date"`). An element has `start` and `end` only where both ends
///   are known: Gephi takes no open intervals. Facts of an event without a date of their own have
///   that of the event, so that Gephi's timeline shows them. The attributes hold every date.
/// - Parallel edges have different `kind`s: the type, from the second on with a number. Gephi joins
///   edges of one kind.
/// - Labels of a node and everything that is neither a number nor a truth value are text; lists of
///   texts are JSON arrays in a `liststring`.
/// - Colours, sizes and line styles, elements of the namespace `viz`, are written on request
///   (`--looks`): the published XML Schema refuses them, Gephi draws with them.
/// - Characters that XML 1.0 cannot hold are dropped and counted.
public enum GEXFFormat {
  /// The format.
  public static let format = Format(
    name: "gexf",
    title: "GEXF",
    specification: "GEXF 1.3, gexf.net",
    mediaType: "application/gexf+xml",
    extensions: ["gexf"],
    losses: ["open ends of intervals on the timeline", "control characters"],
    write: { edition, sink throws(FormatError) in
      var writer = GEXFWriter(ExportGraph(edition), sink, hasLooks: edition.options.hasLooks)
      return try writer.run()
    }
  )
}
