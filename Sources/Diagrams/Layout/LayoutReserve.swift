import Synchronization

/// A layout process that is started before it is known what to lay out, and gets ready meanwhile.
///
/// The first layout by its engine in its format takes it; all others start processes of their own. A
/// process that nothing has taken ends with the reserve.
public final class LayoutReserve: Sendable {
  private let process: LayoutProcess
  private let request: LayoutRequest
  private let child: Mutex<ChildProcess?>

  /// By what the process lays out.
  public var engine: LayoutEngine { request.engine }
  /// The format in which the process draws.
  public var format: LayoutFormat { request.format }

  /// Starts the process; nil as executable is the running program.
  ///
  /// That it cannot be started shows when a layout is asked for.
  public init(
    engine: LayoutEngine = .dot,
    format: LayoutFormat,
    executable: String? = nil
  ) {
    process = LayoutProcess(executable: executable)
    request = LayoutRequest(engine: engine, format: format, limits: LayoutLimits())
    child = Mutex(try? process.start(request))
  }

  /// Lays out a DOT document and returns the drawing.
  ///
  /// - Throws: `RenderingError`.
  func layout(
    dot: String,
    engine: LayoutEngine,
    format: LayoutFormat,
    limits: LayoutLimits
  ) throws(RenderingError) -> [UInt8] {
    let process = process.with(limits)
    try process.checkInput(dot)
    if (engine, format) == (request.engine, request.format),
      limits.asksTheSame(as: request.limits),
      let child = child.withLock({ $0.take() })
    {
      return try process.finish(child, input: Array(dot.utf8))
    }
    return try process.layout(dot: dot, engine: engine, format: format)
  }
}

extension LayoutLimits {
  /// Whether a process is told the same; time on the clock and the size of the drawing are for who
  /// waits for it.
  fileprivate func asksTheSame(as other: LayoutLimits) -> Bool {
    (cpuSeconds, memoryBytes, inputBytes)
      == (other.cpuSeconds, other.memoryBytes, other.inputBytes)
  }
}
