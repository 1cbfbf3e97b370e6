/// What one layout may use before it is stopped.
public struct LayoutLimits: Sendable, Hashable {
  /// Time on the clock, start of the process included.
  public var wallClock: Duration
  /// Time on the processor, in seconds.
  public var cpuSeconds: Int
  /// Address space in bytes; under about 150 MB the library crashes on any graph.
  public var memoryBytes: Int
  /// DOT text in bytes.
  public var inputBytes: Int
  /// The drawing in bytes.
  public var outputBytes: Int

  /// Creates limits.
  public init(
    wallClock: Duration = .seconds(30),
    cpuSeconds: Int = 20,
    memoryBytes: Int = 2 << 30,
    inputBytes: Int = 64 << 20,
    outputBytes: Int = 256 << 20
  ) {
    self.wallClock = wallClock
    self.cpuSeconds = cpuSeconds
    self.memoryBytes = memoryBytes
    self.inputBytes = inputBytes
    self.outputBytes = outputBytes
  }
}

extension LayoutLimits {
  static func inputTooLarge(_ bytes: Int) -> RenderingError {
    RenderingError(
      code: .inputTooLarge,
      message: "The DOT text is longer than \(bytes) bytes.",
      remedy: "Draw a smaller part of the graph."
    )
  }

  static func timeExceeded(_ time: String) -> RenderingError {
    RenderingError(
      code: .timeLimit,
      message: "Layout took longer than \(time).",
      remedy: "Draw a smaller part of the graph, or choose a faster engine such as sfdp."
    )
  }

  static func outputTooLarge(_ bytes: Int) -> RenderingError {
    RenderingError(
      code: .outputTooLarge,
      message: "The drawing is longer than \(bytes) bytes.",
      remedy: "Draw a smaller part of the graph."
    )
  }
}
