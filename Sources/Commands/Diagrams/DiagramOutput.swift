import Backchannel
import Diagrams
import GraphModel

/// Lays a diagram out and writes it, with its manifest where that is wanted.
struct DiagramOutput {
  let diagram: Diagram
  let format: LayoutFormat
  /// The engine asked for; `nil` is what suits the drawing.
  let engine: LayoutEngine?
  /// Where it is laid out.
  let isolation: LayoutIsolation
  /// The case that keeps the places of the nodes; `nil` where they are not to be kept.
  let placeKeeper: Case?
  /// The position of the log that a manifest names; `nil` writes none.
  let manifestPosition: Int64?

  /// Writes the files and says on standard error what was drawn; without a path the drawing goes to
  /// standard output.
  ///
  /// - Throws: `rendering`, `fileUnwritable`.
  func write(to path: String?, _ options: OutputFileOptions) throws(BackchannelError) {
    let start = ContinuousClock.now
    let layout = try layout()
    for remark in layout.remarks { Console.current.note(remark) }
    let (bytes, diagram, engine) = (layout.bytes, layout.diagram, layout.engine)
    let time = ContinuousClock.now - start
    guard let path else {
      Console.current.output(bytes)
      return
    }
    var files = [(path: path, bytes: bytes)]
    if let manifestPosition {
      let manifest = DiagramManifest(
        of: diagram,
        logPosition: manifestPosition,
        engine: engine,
        format: format,
        name: Self.name(of: path),
        output: bytes,
        programVersion: ProgramVersion.text
      )
      let text = manifest.json.text(indented: true) + "\n"
      files.append((Self.manifestPath(beside: path), Array(text.utf8)))
    }
    try options.write(files)
    let summary = DiagramSummary(
      diagram: diagram,
      engine: format == .dot ? nil : engine,
      time: time,
      files: files.map(\.path)
    )
    for line in summary.lines { Console.current.note(line) }
  }

  private func layout() throws(BackchannelError) -> DiagramLayout {
    // DOT is the text itself, not what an engine makes of it.
    if let placeKeeper {
      let laidOut = format == .dot ? LayoutFormat.plain : format
      var layout = try diagram.layOut(
        laidOut,
        keepingPlacesIn: placeKeeper,
        isolation: isolation
      )
      if format == .dot { layout.bytes = Array(layout.diagram.dot.utf8) }
      return layout
    }
    guard format == .dot else {
      return try diagram.layOut(format, engine: engine, isolation: isolation)
    }
    return DiagramLayout(
      bytes: Array(diagram.dot.utf8),
      diagram: diagram,
      engine: engine ?? diagram.drawing.engine
    )
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// "folder/m1.manifest.json" for "folder/m1.svg".
  static func manifestPath(beside path: String) -> String {
    let name = name(of: path)
    let stem = name.lastIndex(of: ".").map { $0 == name.startIndex ? name[...] : name[..<$0] }
    return path.dropLast(name.count) + (stem ?? name[...]) + ".manifest.json"
  }
}
