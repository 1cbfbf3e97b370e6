import CGraphvizShim
import Synchronization

/// Owns a context of the Graphviz library.
///
/// The library keeps its state in globals and crashes when two threads use it, even with a context
/// each; so one lock covers the process. A layout cannot be stopped, and an allocation that fails
/// ends the process: prefer `LayoutProcess`.
@safe
public struct GraphvizContext: ~Copyable {
  private static let library = Mutex(())

  private let context: OpaquePointer

  /// Opens the library and forbids it to read files named in a document.
  ///
  /// - Throws: `RenderingError` with the code `memoryLimit`.
  public init() throws(RenderingError) {
    try self.init(printsErrors: false)
  }

  /// Opens the library, which then says on standard error what it may not live to report.
  init(printsErrors: Bool) throws(RenderingError) {
    unsafe context = try Self.library.withLock { _ throws(RenderingError) in
      guard let context = unsafe graphviz_open(printsErrors) else {
        throw RenderingError(
          code: .memoryLimit,
          message: "Graphviz could not be opened for lack of memory.",
          remedy: "Close other programs and try again."
        )
      }
      return unsafe context
    }
  }

  deinit {
    Self.library.withLock { _ in unsafe graphviz_close(context) }
  }

  /// Starts to read which fonts there are, for `prepare`, while a context is opened.
  static func loadFonts() { graphviz_load_fonts() }

  /// The version the Graphviz library gives itself.
  public var version: String {
    Self.library.withLock { _ in unsafe String(cString: graphviz_version(context)) }
  }

  /// Lays out a DOT document and renders it.
  ///
  /// Layouts of `fdp` and `sfdp` depend on those made before in the same process.
  ///
  /// - Throws: `RenderingError` with the code `invalidDOT`, `runtimeIncomplete` or
  ///   `graphvizFailed`; also when the library draws on after an error, as it does with a label
  ///   it cannot parse.
  public func layout(
    dot: String,
    engine: LayoutEngine,
    format: LayoutFormat
  ) throws(RenderingError) -> [UInt8] {
    guard !dot.utf8.contains(0) else { throw Self.invalidDOT("The text contains a NUL.") }
    return try Self.library.withLock { _ throws(RenderingError) in
      var bytes: UnsafeMutablePointer<CChar>?
      var count = 0
      let outcome = unsafe graphviz_render(
        context,
        dot,
        engine.rawValue,
        format.rawValue,
        &bytes,
        &count
      )
      defer { unsafe graphviz_free(bytes) }
      let errors = unsafe String(cString: graphviz_errors())
      if outcome == graphviz_no_graph { throw Self.invalidDOT(errors) }
      guard outcome == graphviz_done, errors.isEmpty else {
        throw Self.failure(errors, engine, format)
      }
      return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }
  }

  /// Begins to lay out a DOT document for nothing, so that the next layout finds plugins and fonts ready;
  /// what is wrong with them shows then.
  ///
  /// Only where no other context is in use, since that goes on after the call, until the next layout.
  func prepare(_ dot: String, _ format: LayoutFormat) {
    Self.library.withLock { _ in
      unsafe graphviz_prepare(context, dot, format.rawValue)
    }
  }

  private static func invalidDOT(_ detail: String) -> RenderingError {
    RenderingError(
      code: .invalidDOT,
      message: "The text is not a DOT graph.",
      remedy: "Write it with DOTWriter, or correct it where the detail says.",
      detail: trimmed(detail)
    )
  }

  /// The library tells a missing plugin from other failures only in its words, which changed once.
  private static func failure(
    _ errors: String,
    _ engine: LayoutEngine,
    _ format: LayoutFormat
  ) -> RenderingError {
    if errors.contains("not recognized") || errors.contains("no layout engine support") {
      return RenderingError(
        code: .runtimeIncomplete,
        message: "The installed Graphviz has no plugin for \(engine) layout as \(format).",
        remedy: "Reinstall the Graphviz runtime (Debian: apt-get install --reinstall libgvc6), "
          + "or run dot -c as administrator to register its plugins.",
        detail: trimmed(errors)
      )
    }
    return RenderingError(
      code: .graphvizFailed,
      message: "Graphviz could not draw the graph by \(engine) as \(format).",
      remedy: "Correct what the detail names, or choose another engine.",
      detail: trimmed(errors)
    )
  }

  private static func trimmed(_ errors: String) -> String? {
    let lines = errors.split(whereSeparator: \.isNewline)
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}

/// The version of the Graphviz library in use, nil if it cannot be opened.
public var graphvizVersion: String? {
  (try? GraphvizContext())?.version
}
