import Foundation
import TestSupport
import Testing

@testable import Diagrams

@Suite("Layout in a child process")
struct LayoutProcessTests {
  private static func process(_ limits: LayoutLimits = LayoutLimits()) throws -> LayoutProcess {
    LayoutProcess(executable: try builtExecutable(), limits: limits)
  }

  /// Runs a layout with a shell script in place of the layout process.
  private static func outcome(
    ofScript script: String,
    dot: String = "digraph {}",
    limits: LayoutLimits = LayoutLimits()
  ) throws -> Result<[UInt8], RenderingError> {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "layout-\(UUID().uuidString).sh")
    try "#!/bin/sh\nPATH=/bin:/usr/bin\n\(script)\n".write(
      to: path,
      atomically: true,
      encoding: .utf8
    )
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path.path)
    defer { try? FileManager.default.removeItem(at: path) }
    while true {
      let outcome = Result { () throws(RenderingError) in
        try LayoutProcess(executable: path.path, limits: limits)
          .layout(dot: dot, engine: .dot, format: .svg)
      }
      // A process that another test has just forked may still hold the script open for writing.
      guard case .failure(let error) = outcome, error.code == .childUnavailable else {
        return outcome
      }
    }
  }

  private static func code(_ outcome: Result<[UInt8], RenderingError>) -> RenderingError.Code? {
    guard case .failure(let error) = outcome else { return nil }
    return error.code
  }

  private static let limits = LayoutLimits(wallClock: .milliseconds(400))

  /// The first line in which two drawings differ.
  private static func difference(_ one: [UInt8], _ other: [UInt8]) -> String? {
    guard one != other else { return nil }
    let lines = [one, other].map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
    let differing = zip(lines[0], lines[1]).first { $0 != $1 }
    return differing.map { "'\($0)' and '\($1)'" } ?? "\(one.count) and \(other.count) bytes"
  }

  @Test(
    "Every engine gives the same bytes from separate processes",
    arguments: LayoutEngine.allCases
  )
  func determinism(engine: LayoutEngine) throws {
    let dot = "graph \"g\" {" + (1..<30).map { "n\($0 / 3)--n\($0);" }.joined() + "}"
    let process = try Self.process()
    let first = try process.layout(dot: dot, engine: engine, format: .svg)
    let second = try process.layout(dot: dot, engine: engine, format: .svg)
    #expect(Self.difference(first, second) == nil)
    #expect(ParsedSVG(first)?.texts.count == 30)
  }

  @Test(
    "Every format begins as it should",
    arguments: zip(
      LayoutFormat.allCases,
      [
        "<?xml", "\u{1F}\u{8B}", "\u{89}PNG", "%PDF", "%!PS", "%!PS", "%!PS", "GIF8",
        "\u{FF}\u{D8}", "RIFF", "BM", "II*", "<HTML", "#FIG",
        "digraph", "digraph", "digraph", "{", "{", "{", "graph ", "graph ", "<map", "base referer",
      ]
    )
  )
  func formats(format: LayoutFormat, beginning: String) throws {
    let bytes = try Self.process().layout(dot: "digraph g {a->b}", engine: .dot, format: format)
    #expect(bytes.starts(with: beginning.unicodeScalars.map { UInt8($0.value) }))
    #expect(format.mediaType.contains("/"))
  }

  @Test("The drawing of a child is that of the library in process")
  func isolation() throws {
    let dot = "digraph g { a -> b }"
    let here = try LayoutIsolation.inProcess.layout(dot: dot, engine: .dot, format: .svg)
    let there = try LayoutIsolation.childProcess(executable: try builtExecutable())
      .layout(dot: dot, engine: .dot, format: .svg)
    #expect(here == there)
  }

  @Test("A text that is no DOT graph is refused with the place", arguments: ["", "x", "digraph {"])
  func garbage(dot: String) throws {
    let error = try #require(throws: RenderingError.self) {
      try Self.process().layout(dot: dot, engine: .dot, format: .svg)
    }
    #expect(error.code == .invalidDOT)
    #expect(dot.isEmpty || error.detail?.contains("line 1") == true)
  }

  @Test("A layout that takes too much processor time is stopped")
  func processorTime() throws {
    let edges = (0..<9000).map { "a\($0 % 40)->b\($0 * 7919 % 3000);" }
    let error = try #require(throws: RenderingError.self) {
      try Self.process(LayoutLimits(cpuSeconds: 1))
        .layout(dot: "digraph {\(edges.joined())}", engine: .dot, format: .svg)
    }
    #expect(error.code == .timeLimit)
  }

  @Test("A layout that needs too much memory is stopped")
  func memory() throws {
    let edges = (1..<8000).map { "\($0)--\($0 / 2);" }
    let error = try #require(throws: RenderingError.self) {
      try Self.process(LayoutLimits(memoryBytes: 300 << 20))
        .layout(dot: "graph {\(edges.joined())}", engine: .neato, format: .svg)
    }
    #expect(error.code == .memoryLimit)
  }

  @Test("A crash of the library is an error and not a crash")
  func libraryCrash() throws {
    let lines = String(repeating: "x\\n", count: 60_000)
    let error = try #require(throws: RenderingError.self) {
      try Self.process().layout(dot: "graph {a [label=\"\(lines)\"]}", engine: .dot, format: .svg)
    }
    // On its way down the library may claim to be out of memory.
    #expect([.crashed, .memoryLimit].contains(error.code))
  }

  @Test("A drawing above the limit, and one without end, are refused")
  func outputLimit() throws {
    let error = try #require(throws: RenderingError.self) {
      try Self.process(LayoutLimits(outputBytes: 100))
        .layout(dot: "digraph {a}", engine: .dot, format: .svg)
    }
    #expect(error.code == .outputTooLarge)
    let endless = try Self.outcome(
      ofScript: "exec cat /dev/zero",
      limits: LayoutLimits(outputBytes: 1 << 20)
    )
    #expect(Self.code(endless) == .outputTooLarge)
  }

  @Test("A text above the limit is refused by the parent and by the child")
  func inputLimit() throws {
    let limits = LayoutLimits(inputBytes: 10)
    for isolation in [LayoutIsolation.inProcess, .childProcess(executable: try builtExecutable())] {
      let error = try #require(throws: RenderingError.self) {
        try isolation.layout(dot: "digraph {  }", engine: .dot, format: .svg, limits: limits)
      }
      #expect(error.code == .inputTooLarge)
    }
    let child = try LayoutWorkerTests.run(
      ["dot", "svg", "5", "1000000000", "10"],
      input: "digraph {  }"
    )
    #expect(child.errors.contains("inputTooLarge"))
  }

  @Test(
    "A program that cannot be started is an error that says so",
    arguments: ["/does/not/exist", "/", "/etc/passwd", ""]
  )
  func missingProgram(path: String) throws {
    let error = try #require(throws: RenderingError.self) {
      try LayoutProcess(executable: path).layout(dot: "digraph {}", engine: .dot, format: .svg)
    }
    #expect(error.code == .childUnavailable)
    #expect(error.detail != nil)
  }

  @Test(
    "Whatever a foreign program does instead of a layout is a typed error",
    arguments: [
      ("exit 0", .childFailed), ("exit 3", .childFailed), ("echo '<svg/>'", .childFailed),
      ("echo x; echo '{\"byteCount\":5}' >&2", .childFailed), ("echo '{' >&2", .childFailed),
      ("kill -SEGV $$", .crashed), ("kill -KILL $$", .crashed), ("kill -XCPU $$", .timeLimit),
      ("echo out of memory >&2; kill -ABRT $$", .memoryLimit),
    ] as [(String, RenderingError.Code)]
  )
  func foreignProgram(script: String, code: RenderingError.Code) throws {
    #expect(Self.code(try Self.outcome(ofScript: script)) == code)
  }

  @Test(
    "Whatever never ends is ended",
    arguments: [
      "exec sleep 60", "exec 0<&-; exec 1>&-; exec 2>&-; exec sleep 60", "sleep 3 & exit 0",
      "while :; do echo x >&2; done", "trap '' TERM INT; while :; do :; done",
    ]
  )
  func wallClock(script: String) throws {
    #expect(Self.code(try Self.outcome(ofScript: script, limits: Self.limits)) == .timeLimit)
  }

  @Test("A program that reads nothing of a large text does not kill ours")
  func brokenPipe() throws {
    let dot = String(repeating: "x", count: 10_000_000)
    #expect(Self.code(try Self.outcome(ofScript: "exit 1", dot: dot)) == .childFailed)
    #expect(
      Self.code(
        try Self.outcome(ofScript: "exec 0<&-; exec sleep 60", dot: dot, limits: Self.limits)
      )
        == .timeLimit
    )
  }

  @Test("10 MB go in and come out, with as much on standard error in between")
  func largeExchange() throws {
    let dot = String(repeating: "0123456789", count: 1_000_000)
    let script = "tee /dev/stderr; echo >&2; echo '{\"byteCount\":10000000}' >&2"
    #expect(try Self.outcome(ofScript: script, dot: dot).get() == Array(dot.utf8))
  }

  @Test("The child sees no environment but fonts, how to take memory, and what keeps it apart")
  func environment() throws {
    let script = """
      env | sed 's/=.*//' | grep -vE '^(PWD|SHLVL|_|PATH|OLDPWD|FONTCONFIG_.*)$' | sort >&2
      exit 1
      """
    guard case .failure(let error) = try Self.outcome(ofScript: script) else {
      Issue.record("the script ended well")
      return
    }
    #expect(error.detail == "BACKCHANNEL_LAYOUT_PROCESS\nGLIBC_TUNABLES\nSWIFT_BACKTRACE")
  }

  @Test("Only fonts are handed on, and a layout process may start no other")
  func nesting() throws {
    let own = ["HOME": "/x", "FONTCONFIG_FILE": "/f", "LD_PRELOAD": "/l", "SERVER_NAME": "s"]
    let child = try LayoutProcess.environment(from: own)
    #expect(child.contains("FONTCONFIG_FILE=/f"))
    #expect(child.count == 4)
    let again = Dictionary(
      uniqueKeysWithValues: child.map { entry in
        let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
        return (parts[0], parts[1])
      }
    )
    let error = #expect(throws: RenderingError.self) {
      try LayoutProcess.environment(from: again)
    }
    #expect(error?.code == .childUnavailable)
  }

  #if os(Linux)
  @Test("Neither zombies nor descriptors are left by good and by bad runs")
  func leftovers() throws {
    let before = try Self.leftovers()
    for script in ["exit 0", "exec sleep 60", "kill -SEGV $$"] {
      _ = try Self.outcome(ofScript: script, limits: LayoutLimits(wallClock: .milliseconds(50)))
    }
    _ = try? LayoutProcess(executable: "/does/not/exist")
      .layout(dot: "", engine: .dot, format: .svg)
    // Layouts of other tests beside this one live up to their limit, and longer on a busy machine;
    // what stays beyond that is what counts.
    let deadline = ContinuousClock.now + .seconds(300)
    var left = try Self.leftovers().subtracting(before)
    while !left.isEmpty, ContinuousClock.now < deadline {
      usleep(20_000)
      left.formIntersection(try Self.leftovers())
    }
    #expect(left.isEmpty)
  }

  /// The open sockets of this process and its children that nobody has waited for.
  private static func leftovers() throws -> Set<String> {
    let files = FileManager.default
    let sockets = try files.contentsOfDirectory(atPath: "/proc/self/fd")
      .compactMap { try? files.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)") }
      .filter { $0.hasPrefix("socket:") }
    let zombies = try files.contentsOfDirectory(atPath: "/proc").filter { name in
      let line = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8)
      let fields = line?.split(separator: ")").last?.split(separator: " ") ?? []
      return fields.starts(with: ["Z", "\(getpid())"])
    }
    return Set(sockets + zombies)
  }
  #endif

  @Test("Many layouts at once give each caller its own drawing")
  func concurrency() async throws {
    let process = try Self.process()
    try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for number in 0..<12 {
        group.addTask {
          (number, try process.layout(dot: "digraph { n\(number) }", engine: .dot, format: .svg))
        }
      }
      for try await (number, bytes) in group {
        #expect(ParsedSVG(bytes)?.texts == ["n\(number)"])
      }
    }
  }
}
