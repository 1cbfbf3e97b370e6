import GraphModel
import Testing

@Suite("Diagnostics of queries")
struct QueryDiagnosticTests {
  private func diagnostic(_ text: String, _ range: Range<Int>?) -> Diagnostic {
    let error = QueryError(
      .undefinedVariable,
      .compileTime,
      "no variable 'm'",
      range: range,
      remedy: "bind it",
      candidates: ["n"]
    )
    return Diagnostic(error, in: text, file: "q.cypher")
  }

  @Test("tell the line and column, and keep message, remedy and candidates")
  func place() {
    let found = diagnostic("MATCH (n)\nRETURN m", 17..<18)
    #expect(found.code == .query)
    #expect(found.position == SourcePosition(line: 2, column: 8))
    #expect(found.length == 1)
    #expect(found.message == "no variable 'm'")
    #expect(found.remedy == "bind it")
    #expect(found.candidates == ["n"])
    #expect(found.file == "q.cypher")
  }

  @Test(
    "count lines as editors do",
    arguments: [("a\r\nb", 3, 2), ("a\rb", 2, 2), ("a\n\nb", 3, 3), ("a\u{2028}b", 4, 1)]
  )
  func lines(text: String, offset: Int, line: Int) {
    #expect(diagnostic(text, offset..<offset + 1).position?.line == line)
  }

  @Test("mark no more than the first line")
  func length() {
    let found = diagnostic("RETURN 'a\nb'", 7..<12)
    #expect(found.position == SourcePosition(line: 1, column: 8))
    #expect(found.length == 2)
  }

  @Test("stand at the end of the text, or nowhere")
  func edges() {
    #expect(diagnostic("RETURN", 6..<6).position == SourcePosition(line: 1, column: 7))
    #expect(diagnostic("RETURN", 90..<99).position == SourcePosition(line: 1, column: 7))
    #expect(diagnostic("RETURN", nil).position == nil)
  }

  @Test("draw a caret under the place")
  func rendering() {
    let text = "MATCH (ä)\nRETURN m"
    let drawn = DiagnosticRenderer(source: text).text(of: diagnostic(text, 18..<19))
    #expect(drawn.contains("q.cypher:2:8: error: no variable 'm'"))
    #expect(drawn.contains("  2 | RETURN m\n    |        ^"))
  }
}
