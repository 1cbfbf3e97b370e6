import Foundation

/// The layout process: reads a DOT document from standard input and writes the drawing to standard
/// output, under limits it sets itself.
///
/// Its last line on standard error is a JSON object: `byteCount`, or `error` with `code`,
/// `message`, `remedy` and `detail`.
public enum LayoutWorker {
  /// The hidden verb of the command line tool that leads here.
  public static let verb = LayoutRequest.verb

  /// Deep graphs recurse deeply in the library.
  private static let stackBytes: rlim_t = 64 << 20

  /// Does the layout that the arguments after `internal-layout` ask for and ends the process with
  /// status 0, or 2 on an error.
  ///
  /// The process ends at once, past exit handlers, which in the library and its plugins may crash.
  public static func main(arguments: [String]) -> Never {
    let status = run(arguments: arguments)
    // The system would close them only after it has taken back all memory.
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { close(stream) }
    _exit(status)
  }

  /// Does the layout that the arguments after `internal-layout` ask for and returns the status for
  /// `_exit`.
  ///
  /// The limits stay in force for the rest of the process.
  public static func run(arguments: [String]) -> Int32 {
    do throws(RenderingError) {
      let request = try LayoutRequest(arguments: arguments)
      closeInheritedFiles()
      limitProcess(request.limits)
      let isPrepared = isPrepared(request)
      if isPrepared { GraphvizContext.loadFonts() }
      let context = try GraphvizContext(printsErrors: true)
      if isPrepared { context.prepare(SampleText.dot, request.format) }
      let bytes = try context.layout(
        dot: readInput(limit: request.limits.inputBytes),
        engine: request.engine,
        format: request.format
      )
      try writeOutput(bytes)
      report(LayoutReport(byteCount: bytes.count))
      return 0
    } catch {
      report(LayoutReport(error: error))
      return 2
    }
  }

  /// Whether to get fonts ready before the graph is read: not where memory is scarce, of which that
  /// takes some.
  ///
  /// Fonts that are opened during a layout take memory in an order that differs from run to run, and
  /// drawings of `fdp` with frames depend on that order.
  private static func isPrepared(_ request: LayoutRequest) -> Bool {
    request.limits.memoryBytes >= LayoutLimits().memoryBytes
  }

  /// Other threads of the parent may have opened files that a new process inherits.
  private static func closeInheritedFiles() {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    for number in (names ?? []).compactMap({ Int32($0) }) where number > STDERR_FILENO {
      close(number)
    }
  }

  /// A limit that cannot be set is left: some systems lack some of them.
  private static func limitProcess(_ limits: LayoutLimits) {
    let seconds = rlim_t(limits.cpuSeconds)
    limit(RLIMIT_CPU, soft: seconds, hard: seconds &+ 1)
    limit(RLIMIT_AS, soft: rlim_t(limits.memoryBytes), hard: rlim_t(limits.memoryBytes))
    limit(RLIMIT_CORE, soft: 0, hard: 0)
    limit(RLIMIT_FSIZE, soft: 0, hard: 0)
    limit(RLIMIT_STACK, soft: stackBytes, hard: nil)
    // The font library tries to write its cache and has to be told no, not to be killed.
    signal(SIGXFSZ, SIG_IGN)
  }

  #if canImport(Glibc)
  private typealias LimitKind = __rlimit_resource
  #else
  private typealias LimitKind = Int32
  #endif

  private static func limit(_ kind: LimitKind, soft: rlim_t, hard: rlim_t?) {
    var limit = rlimit()
    #if canImport(Glibc)
    let resource = __rlimit_resource_t(kind.rawValue)
    #else
    let resource = kind
    #endif
    guard unsafe getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_max = min(limit.rlim_max, hard ?? limit.rlim_max)
    limit.rlim_cur = min(soft, limit.rlim_max)
    _ = unsafe setrlimit(resource, &limit)
  }

  /// Reads in such a way that memory is taken alike however the text arrives: the order of clusters
  /// depends on where the library finds room afterwards.
  private static func readInput(limit: Int) throws(RenderingError) -> String {
    var input = [UInt8](repeating: 0, count: 1 << 16)
    var count = 0
    while true {
      let added = unsafe input.withUnsafeMutableBytes { bytes in
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[count...])
        return unsafe read(STDIN_FILENO, room.baseAddress, room.count)
      }
      if added < 0 && errno == EINTR { continue }
      guard added > 0 else { break }
      count += added
      guard count <= limit else { throw LayoutLimits.inputTooLarge(limit) }
      if count == input.count { input += repeatElement(0, count: count) }
    }
    guard let dot = String(validating: input[..<count], as: UTF8.self) else {
      throw RenderingError(
        code: .invalidDOT,
        message: "The DOT text is not UTF-8.",
        remedy: "Write it with DOTWriter."
      )
    }
    return dot
  }

  private static func writeOutput(_ bytes: [UInt8]) throws(RenderingError) {
    do {
      try FileHandle.standardOutput.write(contentsOf: bytes)
    } catch {
      throw RenderingError(
        code: .childFailed,
        message: "The drawing could not be written.",
        remedy: "Give a pipe as standard output and read it to its end.",
        detail: error.localizedDescription
      )
    }
  }

  private static func report(_ report: LayoutReport) {
    try? FileHandle.standardError.write(contentsOf: report.line)
  }
}
