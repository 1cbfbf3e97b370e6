import Foundation
import TestSupport
import Testing

@Suite("The session of lines")
struct LineSessionTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.run("init")
  }

  private func answers(_ lines: [String]) throws -> [String] {
    let run = try sandbox.run(
      "internal-bench",
      input: lines.joined(separator: "\n")
    )
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.transcript)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test("Each line is answered by a line: rows as JSON has them, or an error")
  func values() throws {
    let answers = try answers([
      #"{"q": "RETURN 1 AS a, -20, 1.5, true, null, 'é\"\\\\'", "p": {}}"#,
      "",
      #"{"q": "RETURN date('2018-01-30'), [1, 'x'], {b: 2, a: [null]}, duration('P1D')"}"#,
      #"{"q": "UNWIND $xs AS x RETURN x", "p": {"xs": [3, "y"]}}"#,
      #"{"q": "RETURN $x", "p": {"x": {"$date": "2018-01-30"}}}"#,
      #"{"q": "MATCH (n:Nobody) RETURN n"}"#,
      #"{"q": "RETURN x"}"#,
      "no JSON",
      #"{"p": {}}"#,
      #"{"q": "RETURN 1", "p": {"x": {"$date": "no date"}}}"#,
    ])
    #expect(
      answers.prefix(5) == [
        #"{"rows": [[1,-20,1.5,true,null,"é\"\\"]]}"#,
        #"{"rows": [["2018-01-30",[1,"x"],{"a":[null],"b":2},"P1D"]]}"#,
        #"{"rows": [[3],["y"]]}"#, #"{"rows": [["2018-01-30"]]}"#, #"{"rows": []}"#,
      ]
    )
    #expect(answers.dropFirst(5).allSatisfy { $0.hasPrefix(#"{"error": ""#) }, "\(answers)")
    #expect(answers.count == 9)
  }

  @Test("Changes are kept, each with an entry of the log that can be taken back")
  func changes() throws {
    let create =
      #"{"q": "CREATE (n:Item {id: $i, day: date('2018-01-30')}) RETURN n.id", "p": {"i": "#
    let count = #"{"q": "MATCH (n:Item) RETURN count(*)"}"#
    let first = try answers((1...3).map { create + "\($0)}}" } + [count])
    #expect(first == (1...3).map { #"{"rows": [[\#($0)]]}"# } + [#"{"rows": [[3]]}"#])
    #expect(!FileManager.default.fileExists(atPath: sandbox.file("case.backchannel-wal")))
    #expect(try sandbox.run("log", "--json").output.contains("internal-bench"))
    #expect(try sandbox.run("undo").status == 0)
    #expect(try answers([count]) == [#"{"rows": [[2]]}"#])
  }

  @Test("What was answered is on disk when the process is killed")
  func killed() throws {
    let pipe = Pipe()
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try builtExecutable())
    process.arguments = ["internal-bench", "--case", sandbox.file("case.backchannel")]
    process.standardInput = pipe
    process.standardOutput = output
    try process.run()
    for number in 1...20 {
      try pipe.fileHandleForWriting.write(contentsOf: Data("{\"q\": \"CREATE (:Item)\"}\n".utf8))
      let answer = output.fileHandleForReading.availableData
      #expect(String(decoding: answer, as: UTF8.self) == "{\"rows\": []}\n", "\(number)")
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try answers([#"{"q": "MATCH (n:Item) RETURN count(*)"}"#]) == [#"{"rows": [[20]]}"#])
  }

  @Test("A case that is not there, and anything but --case, is refused")
  func refusal() throws {
    #expect(try sandbox.run("internal-bench", "--case", "none").status == 2)
    #expect(try sandbox.run("internal-bench", "--help").status == 2)
    #expect(try sandbox.run("internal-bench", "--case").status == 2)
  }
}
