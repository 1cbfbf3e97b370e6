import Foundation

/// Lays out in a process of its own, which is killed when it takes too long.
public struct LayoutProcess: Sendable, Hashable {
  /// Marks the environment of a layout process, so that a program which does not know the hidden
  /// verb and draws again cannot start processes without end.
  private static let marker = "BACKCHANNEL_LAYOUT_PROCESS"

  private let executable: String?
  private let limits: LayoutLimits

  /// Creates the description of a process; nil as executable is the running program.
  public init(executable: String? = nil, limits: LayoutLimits = LayoutLimits()) {
    self.executable = executable
    self.limits = limits
  }

  /// The same program under other limits.
  func with(_ limits: LayoutLimits) -> LayoutProcess {
    LayoutProcess(executable: executable, limits: limits)
  }

  /// Starts the process, lays out a DOT document in it and returns the drawing.
  ///
  /// Blocks the calling thread; any number of threads may call it at once.
  ///
  /// - Throws: `RenderingError`.
  public func layout(
    dot: String,
    engine: LayoutEngine,
    format: LayoutFormat
  ) throws(RenderingError) -> [UInt8] {
    try checkInput(dot)
    let request = LayoutRequest(engine: engine, format: format, limits: limits)
    return try finish(try start(request), input: Array(dot.utf8))
  }

  /// Starts the process, which then waits for its input.
  func start(_ request: LayoutRequest) throws(RenderingError) -> ChildProcess {
    let program = if let executable { executable } else { try Self.runningProgram() }
    return try ChildProcess(
      executable: program,
      arguments: [LayoutRequest.verb] + request.arguments,
      environment: Self.environment(from: ProcessInfo.processInfo.environment)
    )
  }

  /// Hands a process its input and returns the drawing.
  func finish(_ child: consuming ChildProcess, input: [UInt8]) throws(RenderingError) -> [UInt8] {
    var exchange = ChildExchange(
      child: child,
      input: input,
      outputBytes: limits.outputBytes,
      wallClock: limits.wallClock
    )
    let words = try exchange.words()
    let report = LayoutReport(lastLineOf: words.errors)
    if let error = report?.error { throw error }
    guard report?.byteCount == words.output.count else {
      throw failure(try exchange.ending(), words.last)
    }
    return words.output
  }

  func checkInput(_ dot: String) throws(RenderingError) {
    guard dot.utf8.count <= limits.inputBytes else {
      throw LayoutLimits.inputTooLarge(limits.inputBytes)
    }
  }

  /// The name under which the kernel keeps the program even after an update has replaced it, or
  /// its path where there is none.
  private static func runningProgram() throws(RenderingError) -> String {
    #if os(Linux)
    return "/proc/self/exe"
    #else
    guard let path = Bundle.main.executablePath else {
      throw ChildProcess.unavailable("The running program has no path.", ENOENT)
    }
    return path
    #endif
  }

  /// Returns an environment in which drawings differ by nothing but fonts.
  ///
  /// The crash tracer of Swift would only delay the end; the pixels of a picture come in large pages
  /// where the allocator of glibc is asked for them.
  static func environment(from own: [String: String]) throws(RenderingError) -> [String] {
    guard own[marker] == nil else {
      throw RenderingError(
        code: .childUnavailable,
        message: "A layout process started another one.",
        remedy: "Call LayoutWorker.main first when the program's first argument is "
          + "\(LayoutRequest.verb), or lay out in process."
      )
    }
    let fonts = ["FONTCONFIG_FILE", "FONTCONFIG_PATH"].compactMap { name in
      own[name].map { "\(name)=\($0)" }
    }
    let memory = "GLIBC_TUNABLES=glibc.malloc.hugetlb=1"
    return ["SWIFT_BACKTRACE=enable=no", memory, "\(marker)=1"] + fonts
  }

  private func failure(_ ending: ChildExchange.Ending, _ words: String?) -> RenderingError {
    let smaller = "Draw a smaller part of the graph, or choose another engine."
    if ending.signal == SIGXCPU {
      return LayoutLimits.timeExceeded("\(limits.cpuSeconds) seconds of processor time")
    }
    if ["out of memory", "memory allocation"].contains(where: { words?.contains($0) == true }) {
      return RenderingError(
        code: .memoryLimit,
        message: "Layout needed more than \(limits.memoryBytes >> 20) MB of memory.",
        remedy: smaller,
        detail: words
      )
    }
    if let signal = ending.signal {
      return RenderingError(
        code: .crashed,
        message: "The layout process ended by signal \(signal).",
        remedy: smaller,
        detail: words
      )
    }
    return RenderingError(
      code: .childFailed,
      message: "The layout process ended with status \(ending.status) and without a result.",
      remedy: "Check that the program passes \(LayoutRequest.verb) on to LayoutWorker.",
      detail: words
    )
  }
}
