import Backchannel
import CaseModel
import GraphModel
import QueryEngine

extension Shell {
  /// Runs a shell on the terminal of the process until the user ends it; returns false where there
  /// is no terminal.
  static func run(
    _ opened: Case,
    runner: QueryCommandRunner,
    parameters: [String: Value],
    filter: ReadFilter
  ) throws(BackchannelError) -> Bool {
    guard let terminal = RawTerminal() else { return false }
    let write: (String) -> Void = { ProcessStream.output.write(Array($0.utf8)) }
    let columns = { ProcessStream.output.columns }
    let shell = Shell(
      opened,
      runner: runner,
      parameters: parameters,
      filter: filter,
      columns: columns,
      write: write
    )
    let history = ShellHistory(path: ShellHistory.path(in: Console.current.environment))
    let completion = try ShellCompletion(
      opened,
      functions: FunctionCatalog.standard.names
    )
    let editor = LineEditor(
      keys: KeyReader { terminal.readByte() },
      history: history,
      columns: columns,
      write: write,
      complete: completion.candidates
    )
    write("\(opened.name): type a query, or :help\r\n")
    while true {
      switch editor.readLine(prompt: shell.prompt) {
      case .ended: return true
      case .cancelled: shell.cancel()
      case .entered(let line):
        history.add(line)
        // While a query runs, Ctrl-C is a signal again.
        terminal.restore()
        let goesOn = shell.take(line)
        terminal.enter()
        guard goesOn else { return true }
      }
    }
  }
}
