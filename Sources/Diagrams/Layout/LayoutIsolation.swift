/// Where a layout runs.
public enum LayoutIsolation: Sendable {
  /// In a process of its own, which a crash, a hang or a lack of memory ends without harm.
  ///
  /// The executable has to pass its arguments after `internal-layout` to `LayoutWorker`; nil is
  /// the running program.
  case childProcess(executable: String? = nil)
  /// In such a process that has been started before, the first time; then in others.
  case reserved(LayoutReserve)
  /// In this process, for programs without such an executable. Only the limits on input and
  /// output are kept; one layout runs at a time.
  case inProcess

  /// Lays out a DOT document and renders it.
  ///
  /// - Throws: `RenderingError`.
  public func layout(
    dot: String,
    engine: LayoutEngine,
    format: LayoutFormat,
    limits: LayoutLimits = LayoutLimits()
  ) throws(RenderingError) -> [UInt8] {
    guard dot.utf8.count <= limits.inputBytes else {
      throw LayoutLimits.inputTooLarge(limits.inputBytes)
    }
    switch self {
    case .childProcess(let executable):
      return try LayoutProcess(executable: executable, limits: limits)
        .layout(dot: dot, engine: engine, format: format)
    case .reserved(let reserve):
      return try reserve.layout(dot: dot, engine: engine, format: format, limits: limits)
    case .inProcess:
      let bytes = try GraphvizContext().layout(dot: dot, engine: engine, format: format)
      guard bytes.count <= limits.outputBytes else {
        throw LayoutLimits.outputTooLarge(limits.outputBytes)
      }
      return bytes
    }
  }
}
