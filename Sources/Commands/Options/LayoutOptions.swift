import ArgumentParser
import Backchannel
import Diagrams
import GraphModel

/// Says how large a diagram may be, how it is laid out, and in which format it is written.
struct LayoutOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "svg, png, pdf, dot, json or another format of Graphviz.",
      valueName: "format"
    ),
    completion: .list(LayoutFormat.allCases.map(\.rawValue))
  )
  var format: String?
  @Option(
    help: "dot, neato, fdp, sfdp, circo, twopi, osage or patchwork; by default what suits.",
    completion: .list(LayoutEngine.allCases.map(\.rawValue))
  )
  var engine: String?
  @Option(
    help: ArgumentHelp(
      "Draw no more nodes than these, the strongest and best connected; 0 draws all there is time "
        + "for (3000). 150 by default, or 40 groups of --fold.",
      valueName: "count"
    )
  )
  var maxNodes: Int?
  @Option(
    help: "cards, pills or dots; by default what suits the number of nodes.",
    completion: .list(DrawingLook.allCases.map(\.rawValue))
  )
  var look: String?
  @Option(
    help: ArgumentHelp(
      "Fold people into their agency, country or community, and draw who met how often.",
      valueName: "agency|country|community"
    ),
    completion: .list(FoldKind.allCases.map(\.rawValue))
  )
  var fold: String?
  @Flag(help: "Keep the nodes where they are from drawing to drawing; stored with the case.")
  var pin = false

  /// Opens the case, for writing where places are to be kept in it.
  func open(_ options: CaseOptions) throws(BackchannelError) -> Case {
    guard pin else { return try options.open() }
    guard engine == nil else {
      throw BackchannelError.usage(
        "--engine lays out anew, and --pin keeps what was laid out",
        "leave one of them out"
      )
    }
    return try options.openForPlaces()
  }

  /// Returns what is asked for, folded where that is wanted.
  ///
  /// - Throws: `usage` where something else is asked for, too.
  func request(_ request: DiagramRequest) throws(BackchannelError) -> DiagramRequest {
    guard let fold else { return request }
    guard case .whole = request, look == nil else {
      throw BackchannelError.usage(
        "--fold draws the whole case in a look of its own",
        "leave out the name, the other kind of diagram, or --look; --from and --to narrow it"
      )
    }
    let groups =
      maxNodes == nil ? SizeTable.readableGroupCount : try size().maximumNodes
    return .fold(try Self.choice(fold, "a fold"), groups: groups)
  }

  /// Returns how many nodes there may be, and how they look.
  func size() throws(BackchannelError) -> DiagramSize {
    var size = DiagramSize()
    if let look { size.look = try Self.choice(look, "a look of nodes") }
    guard let maxNodes else { return size }
    let limit = SizeTable.maximumNodeCount
    guard (0...limit).contains(maxNodes) else {
      throw BackchannelError.usage(
        "--max-nodes \(maxNodes): there may be up to \(limit), which take up to 20 s to lay out",
        "give 1 to \(limit), or 0 for \(limit); --fold shows more in less"
      )
    }
    size.maximumNodes = maxNodes == 0 ? limit : maxNodes
    return size
  }

  /// Returns the kind of the first layout that the drawing of a request may take; `nil` where that
  /// is hard to tell, or there is none.
  func firstLayout(of request: DiagramRequest, as format: LayoutFormat) -> EarlyLayout.Kind? {
    if case .timeline = request { return EarlyLayout.Kind(engine: .neato, format: format) }
    guard engine == nil || engine == LayoutEngine.dot.rawValue else { return nil }
    return pin
      ? EarlyLayout.Kind(format: .json0)
      : format == .dot ? nil : EarlyLayout.Kind(format: format)
  }

  /// Returns the engine asked for.
  func chosenEngine() throws(BackchannelError) -> LayoutEngine? {
    try engine.map { name throws(BackchannelError) in try Self.choice(name, "an engine") }
  }

  /// Returns the format asked for, or that of the name of a file.
  func chosenFormat(fileName: String?) throws(BackchannelError) -> LayoutFormat {
    if let format { return try Self.choice(format, "a format of a diagram") }
    guard let name = fileName, name != "-", let dot = name.lastIndex(of: ".") else { return .svg }
    let ending = name[name.index(after: dot)...].lowercased()
    let same = ["gv": "dot", "jpeg": "jpg", "tiff": "tif"]
    return try Self.choice(same[ending] ?? ending, "a format of a diagram")
  }

  private static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ text: String,
    _ kind: String
  ) throws(BackchannelError) -> Choice {
    if let choice = Choice.allCases.first(where: { $0.rawValue == text }) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    throw BackchannelError(
      Diagnostic(
        .usage,
        "'\(text)' is not \(kind)",
        remedy: "one of \(known.joined(separator: ", "))",
        candidates: NearMiss.candidates(for: text, among: known)
      )
    )
  }
}
