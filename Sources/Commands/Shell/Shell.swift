import Backchannel
import CaseModel
import CaseStore
import GraphModel
import QueryEngine

/// Reads queries and commands from a terminal, one after the other, and prints their answers.
final class Shell {
  /// The commands, which begin with a colon.
  static let commands = [
    ":help", ":schema", ":explain", ":mode", ":param", ":params", ":as-known", ":quit",
  ]

  private let opened: Case
  private let runner: QueryCommandRunner
  private let write: (String) -> Void
  private let columns: () -> Int
  private var mode = ResultRenderer.Format.table
  private var parameters: [String: Value]
  private var filter: ReadFilter
  private var pending = ""

  init(
    _ opened: Case,
    runner: QueryCommandRunner,
    parameters: [String: Value],
    filter: ReadFilter,
    columns: @escaping () -> Int,
    write: @escaping (String) -> Void
  ) {
    self.opened = opened
    self.runner = runner
    self.parameters = parameters
    self.filter = filter
    self.columns = columns
    self.write = write
  }

  /// The prompt before the next line.
  var prompt: String { pending.isEmpty ? "case> " : "  ... " }

  /// Takes a line; returns false when the shell shall end.
  func take(_ line: String) -> Bool {
    if pending.isEmpty, line.hasPrefix(":") { return command(line) }
    pending += (pending.isEmpty ? "" : "\n") + line
    guard pending.contains(where: { !$0.isWhitespace }) else {
      pending = ""
      return true
    }
    guard line.isEmpty || isComplete(pending) else { return true }
    let text = pending
    pending = ""
    run(text)
    return true
  }

  /// Forgets the lines of a query that was not finished.
  func cancel() { pending = "" }

  /// A query is complete with a semicolon, or when nothing is missing at its end.
  private func isComplete(_ text: String) -> Bool {
    text.trimmedEnd.hasSuffix(";") || QuerySession.isComplete(text)
  }

  // MARK: - Queries

  private func run(_ text: String) {
    let text = text.trimmedEnd.hasSuffix(";") ? String(text.trimmedEnd.dropLast()) : text
    let start = ContinuousClock.now
    do throws(BackchannelError) {
      let answer = try runner.run(text, on: opened, parameters: parameters, filter: filter)
      show(answer, after: ContinuousClock.now - start)
    } catch {
      let renderer = DiagnosticRenderer(source: error.sourceText)
      for diagnostic in error.diagnostics { print(renderer.text(of: diagnostic)) }
    }
  }

  private func show(_ answer: QueryAnswer, after time: Duration) {
    if let plan = answer.result.plan { print(PlainText.printable(plan)) }
    let renderer = ResultRenderer(
      graph: answer.graph,
      columns: answer.result.columns,
      rows: answer.result.rows,
      evidence: answer.result.evidence
    )
    let table = ReportRenderer(width: columns(), isASCII: false, hasColor: false)
    if answer.result.plan == nil || !answer.result.rows.isEmpty {
      print(renderer.text(mode, table: table).trimmedEnd)
    }
    let milliseconds = time / .milliseconds(1)
    var status = "\((milliseconds * 10).rounded() / 10) ms"
    if let entry = answer.entry {
      status +=
        " · \(entry.added) added, \(entry.changed) changed, \(entry.removed) removed"
        + " · log entry \(entry.position)"
    }
    print("(" + status + ")")
  }

  private func print(_ text: String) {
    guard !text.isEmpty else { return }
    write(text.replacing("\n", with: "\r\n") + "\r\n")
  }

  // MARK: - Commands

  private func command(_ line: String) -> Bool {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    let argument = parts.count > 1 ? parts[1] : ""
    switch parts[0] {
    case ":quit", ":exit", ":q": return false
    case ":help": print(Self.help)
    case ":schema": print(schema)
    case ":explain": run("EXPLAIN " + argument)
    case ":mode": setMode(argument)
    case ":param": setParameter(argument)
    case ":params": print(parameterList)
    case ":as-known": setDay(argument)
    default:
      let near = NearMiss.candidates(for: parts[0], among: Self.commands)
      print(
        "There is no command \(parts[0])."
          + (near.isEmpty ? " See :help." : " Did you mean \(near[0])?")
      )
    }
    return true
  }

  private static let help = """
    A query ends with a semicolon, an empty line, or where nothing is missing.
      :schema            labels, relationship types and properties
      :explain QUERY     the plan of a query
      :mode FORMAT       table, tsv, csv, json, ndjson or markdown
      :param NAME VALUE  set a parameter; :params lists them
      :as-known DATE     see only what was certainly known then; without a date, everything
      :quit              end (also Ctrl-D)
    Tab completes, up and down recall, Ctrl-C stops a query.
    """

  private func setMode(_ name: String) {
    guard let format = ResultRenderer.Format(rawValue: name) else {
      let known = ResultRenderer.Format.allCases.map(\.rawValue).joined(separator: ", ")
      return print("Modes: \(known). Now: \(mode.rawValue).")
    }
    mode = format
  }

  private func setParameter(_ argument: String) {
    let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      return print("Write :param NAME VALUE, such as :param who 'Anna'")
    }
    let name = parts[0].hasPrefix("$") ? String(parts[0].dropFirst()) : parts[0]
    do throws(QueryFailure) {
      let session = QuerySession(limits: QueryLimits(isReadOnly: true))
      let result = try session.run("RETURN " + parts[1], parameters: parameters)
      parameters[name] = result.rows.first?.first ?? .null
    } catch {
      print("That is no value: \(error.errors[0].message)")
    }
  }

  private var parameterList: String {
    let text = ResultText(graph: PropertyGraph())
    let lines = parameters.sorted { $0.key < $1.key }.map { "$\($0.key) = \(text.text($0.value))" }
    return lines.isEmpty ? "No parameters." : lines.joined(separator: "\n")
  }

  private func setDay(_ argument: String) {
    guard !argument.isEmpty else {
      filter.asKnown = nil
      return print("Everything is seen.")
    }
    do throws(BackchannelError) {
      let day = try FilterOptions.lastDay(of: argument, option: ":as-known")
      filter.asKnown = day
      print("Seen as known on \(day).")
    } catch {
      for diagnostic in error.diagnostics { print(DiagnosticRenderer().text(of: diagnostic)) }
    }
  }

  private var schema: String {
    guard let used = try? opened.graphNames() else { return "" }
    func counted(_ counts: [String: Int]) -> String {
      counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
    let lines = [
      "Labels: " + counted(used.labels), "Relationship types: " + counted(used.types),
      "Properties: " + used.propertyKeys.joined(separator: ", "),
    ]
    return lines.flatMap { TextWrap.lines($0, width: columns()) }.joined(separator: "\n")
  }
}

extension String {
  /// The text without spaces and line breaks at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
