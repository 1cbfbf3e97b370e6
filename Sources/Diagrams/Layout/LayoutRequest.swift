/// What a layout process is asked to do, as its command line says it.
struct LayoutRequest: Sendable, Hashable {
  /// The hidden verb of the command line tool that leads to `LayoutWorker`.
  static let verb = "internal-layout"

  let engine: LayoutEngine
  let format: LayoutFormat
  let limits: LayoutLimits

  init(engine: LayoutEngine, format: LayoutFormat, limits: LayoutLimits) {
    self.engine = engine
    self.format = format
    self.limits = limits
  }

  /// The arguments after the verb.
  var arguments: [String] {
    [
      engine.rawValue, format.rawValue, String(limits.cpuSeconds), String(limits.memoryBytes),
      String(limits.inputBytes),
    ]
  }

  /// Reads the arguments after the verb; limits that are missing have their default.
  init(arguments: [String]) throws(RenderingError) {
    guard (2...5).contains(arguments.count) else {
      throw RenderingError(
        code: .invalidRequest,
        message: "A layout takes an engine, a format and up to three limits.",
        remedy: "Give ENGINE FORMAT [CPU-SECONDS [MEMORY-BYTES [INPUT-BYTES]]]."
      )
    }
    engine = try Self.choice(arguments[0], kind: "engine")
    format = try Self.choice(arguments[1], kind: "format")
    var limits = LayoutLimits()
    let paths = [\LayoutLimits.cpuSeconds, \.memoryBytes, \.inputBytes]
    for (path, argument) in zip(paths, arguments.dropFirst(2)) {
      limits[keyPath: path] = try Self.limit(argument)
    }
    self.limits = limits
  }

  private static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ name: String,
    kind: String
  ) throws(RenderingError) -> Choice {
    guard let choice = Choice(rawValue: name) else {
      throw RenderingError(
        code: .invalidRequest,
        message: "There is no layout \(kind) \"\(name.prefix(40))\".",
        remedy: "Use one of: \(Choice.allCases.map(\.rawValue).joined(separator: ", "))."
      )
    }
    return choice
  }

  private static func limit(_ argument: String) throws(RenderingError) -> Int {
    guard let limit = Int(argument), limit > 0 else {
      throw RenderingError(
        code: .invalidRequest,
        message: "\"\(argument.prefix(40))\" is not a limit.",
        remedy: "Give a whole number above zero."
      )
    }
    return limit
  }
}
