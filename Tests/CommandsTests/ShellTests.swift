import Backchannel
import CaseModel
import CaseStore
import GraphModel
import QueryEngine
import Synchronization
import Testing

@testable import Commands

@Suite("The shell")
struct ShellTests {
  /// Collects what is written.
  private final class Screen {
    var text = ""
  }

  private func shell(_ screen: Screen) throws -> Shell {
    let runner = QueryCommandRunner(
      limits: QueryLimits(),
      loadFolder: nil,
      author: LogAuthor(who: "tester", why: "", verb: "query"),
      isDryRun: false
    )
    return Shell(
      try Case.demo(),
      runner: runner,
      parameters: [:],
      filter: ReadFilter(),
      columns: { 80 },
      write: { screen.text += $0 }
    )
  }

  @Test("A query over several lines runs when it is complete")
  func lines() throws {
    let screen = Screen()
    let shell = try shell(screen)
    #expect(shell.take("MATCH (p:Person)"))
    #expect(screen.text.isEmpty)
    #expect(shell.prompt == "  ... ")
    #expect(shell.take("WHERE p.name STARTS WITH 'Mi' RETURN p.name"))
    #expect(screen.text.contains("Mike Pompeo"))
    #expect(shell.prompt == "case> ")
  }

  @Test("Commands set the mode, parameters and the day; a wrong one suggests a right one")
  func commands() throws {
    let screen = Screen()
    let shell = try shell(screen)
    for line in [
      ":mode csv", ":param who 'Mike ' + 'Pompeo'", "MATCH (p {name: $who}) RETURN p.name AS n",
    ] {
      #expect(shell.take(line))
    }
    #expect(screen.text.contains("n\r\nMike Pompeo"), "\(screen.text)")
    screen.text = ""
    #expect(shell.take(":as-known 2018-01-29"))
    #expect(shell.take("MATCH (m:Meeting) RETURN count(m) AS n"))
    #expect(screen.text.contains("n\r\n0"), "\(screen.text)")
    #expect(shell.take(":shema"))
    #expect(screen.text.contains("Did you mean :schema?"))
    #expect(!shell.take(":quit"))
  }

  @Test("Completion knows keywords, labels, properties and names")
  func completion() throws {
    let completion = try ShellCompletion(
      try Case.demo(),
      functions: FunctionCatalog.standard.names
    )
    #expect(completion.candidates(for: "MAT") == ["MATCH"])
    #expect(completion.candidates(for: "MATCH (p:Per") == ["Person"])
    #expect(completion.candidates(for: "MATCH ()-[:TOOK") == ["TOOK_PART_IN"])
    #expect(completion.candidates(for: "RETURN p.nam").contains("name"))
    #expect(completion.candidates(for: "WHERE p.name = 'Mike P") == ["Mike Pompeo"])
    #expect(completion.candidates(for: ":sch") == [":schema"])
  }

  @Test("Completion offers a word once that is a label and a type")
  func labelAndType() throws {
    let opened = try Case.inMemory(try Case.demoContent())
    try opened.query("CREATE (:Robot)-[:Robot]->(:Robot)")
    let completion = try ShellCompletion(opened, functions: [])
    #expect(completion.candidates(for: "MATCH (:Rob") == ["Robot"])
  }

  @Test("Keys edit the line, recall history and complete")
  func editing() {
    let history = ShellHistory(path: nil)
    history.add("RETURN 1")
    func line(_ bytes: String) -> LineEditor.Ending {
      var rest = Array(bytes.utf8)[...]
      let editor = LineEditor(
        keys: KeyReader { rest.popFirst() },
        history: history,
        columns: { 80 },
        write: { _ in },
        complete: { $0.hasSuffix("MAT") ? ["MATCH"] : [] }
      )
      return editor.readLine(prompt: "> ")
    }
    #expect(line("ab\u{7F}c\r") == .entered("ac"))
    #expect(line("world\u{01}hello \r") == .entered("hello world"))
    #expect(line("one two\u{17}three\r") == .entered("one three"))
    #expect(line("x\u{1B}[A\r") == .entered("RETURN 1"))
    #expect(line("x\u{1B}[A\u{1B}[B\r") == .entered("x"))
    #expect(line("MAT\t (n)\r") == .entered("MATCH (n)"))
    #expect(line("Нары\u{1B}[D\u{7F}\r") == .entered("Наы"))
    #expect(line("abc\u{03}") == .cancelled)
    #expect(line("\u{04}") == .ended)
    #expect(line("") == .ended)
  }
}
