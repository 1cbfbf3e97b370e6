import Backchannel
import CaseStore
import Foundation
import GraphModel
import QueryEngine

/// Answers queries on a case, one JSON object a line, for programs that compare engines.
///
/// `{"q": text, "p": {parameters}}` is answered by `{"rows": [[…], …]}` or `{"error": text}`. A change
/// is durable before its answer is written. The session ends with its input.
struct LineSession {
  /// The hidden verb that leads here.
  static let verb = "internal-bench"

  private let opened: Case
  private let author: LogAuthor
  private var writer = RowWriter()

  init(_ opened: Case, author: LogAuthor) {
    self.opened = opened
    self.author = author
  }

  /// Answers all lines of standard input; returns the exit status.
  static func main(arguments: [String]) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    do throws(BackchannelError) {
      var session = LineSession(
        try open(arguments),
        author: LogAuthor(who: NSUserName(), why: "", verb: verb)
      )
      var input = InputLines(descriptor: STDIN_FILENO)
      while let line = input.next() { ProcessStream.output.write(session.answer(line)) }
      return 0
    } catch {
      ErrorReport.print(error)
      return error.diagnostics.first?.code.exitCode ?? 2
    }
  }

  /// Opens the case for changing it where that is allowed.
  private static func open(_ arguments: [String]) throws(BackchannelError) -> Case {
    guard arguments.isEmpty || arguments.count == 2 && arguments[0] == "--case" else {
      throw BackchannelError(
        Diagnostic(.usage, "what '\(verb)' takes is --case FILE", remedy: "write just that")
      )
    }
    let path = StoredCaseOptions.path(arguments.last)
    do {
      let opened = try Case.open(path, mode: .readWrite)
      try opened.deferCheckpoints()
      return opened
    } catch {
      guard error.diagnostics.first?.code == .caseReadOnly else { throw error }
      return try Case.open(path)
    }
  }

  /// Returns the answer to one line, with a line feed.
  mutating func answer(_ line: some Sequence<UInt8>) -> [UInt8] {
    do throws(BackchannelError) {
      let (text, parameters) = try Self.request(line)
      let result = try opened.query(text, parameters: parameters, author: author).result
      return writer.line(result.rows)
    } catch {
      return writer.line(error: error.diagnostics.map(\.message).joined(separator: "; "))
    }
  }

  private static func request(_ line: some Sequence<UInt8>) throws(BackchannelError)
    -> (text: String, parameters: [String: Value])
  {
    let request: DocumentNode
    do { request = try JSONReader.read(line) } catch { throw BackchannelError(error) }
    var (text, parameters) = (String?.none, [String: Value]())
    if case .mapping(let members) = request.content {
      for member in members {
        switch member.key {
        case "q": if case .string(let query) = member.value.json { text = query }
        case "p": parameters = try Self.parameters(member.value.json)
        default: break
        }
      }
    }
    guard let text else {
      throw BackchannelError(
        Diagnostic(.usage, "the request has no query", remedy: "write {\"q\": text, \"p\": {}}")
      )
    }
    return (text, parameters)
  }

  private static func parameters(_ json: JSONValue) throws(BackchannelError) -> [String: Value] {
    guard let parameters = Value.properties(json: json) else {
      throw BackchannelError(
        Diagnostic(
          .wrongType,
          "the parameters cannot be read",
          remedy: "write an object of stored values"
        )
      )
    }
    return parameters
  }
}
