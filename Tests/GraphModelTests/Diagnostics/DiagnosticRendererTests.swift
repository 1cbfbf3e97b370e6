import GraphModel
import Testing

@Suite("The text of diagnostics")
struct DiagnosticRendererTests {
  /// Renders an error at a place of `source` and returns the line quoted and the line of marks.
  private func excerpt(_ source: String, line: Int = 1, column: Int, length: Int = 1) -> [String] {
    let diagnostic = Diagnostic(
      .jsonSyntax,
      "wrong",
      position: SourcePosition(line: line, column: column),
      length: length
    )
    return DiagnosticRenderer(source: source).text(of: diagnostic)
      .split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.drop { $0 != "|" }.dropFirst(2)) }
  }

  @Test("gives place, fault, record, line, candidates and remedy")
  func whole() {
    let diagnostic = Diagnostic(
      .unknownKey,
      "there is no key 'nmae'",
      file: "a.yaml",
      position: SourcePosition(line: 12, column: 3),
      length: 4,
      record: "p1",
      remedy: "write 'name'",
      candidates: ["name", "names"]
    )
    let source = String(repeating: "\n", count: 11) + "  nmae: Alba"
    #expect(
      DiagnosticRenderer(source: source).text(of: diagnostic) == """
        a.yaml:12:3: error: there is no key 'nmae' [p1]
          12 |   nmae: Alba
             |   ^~~~
          did you mean: name, names
          fix: write 'name'
        """
    )
  }

  @Test("leaves out what is not known")
  func bare() {
    let warning = Diagnostic(.noSide, severity: .warning, "nobody")
    #expect(DiagnosticRenderer().text(of: warning) == "warning: nobody")
    let inFile = Diagnostic(.noSide, "nobody", file: "a", record: "x")
    #expect(DiagnosticRenderer().text(of: inFile) == "a: error: nobody [x]")
  }

  @Test("puts the caret under the character, however many bytes stand before it")
  func multibyte() {
    // é takes two bytes, я two, the emoji four.
    #expect(excerpt("éя😀x", column: 9) == ["éя😀x", "    ^"], "the emoji is two columns wide")
    #expect(excerpt("e\u{301}x", column: 4) == ["e\u{301}x", " ^"])
    #expect(excerpt("漢字x", column: 7) == ["漢字x", "    ^"])
    #expect(excerpt("яя: x", column: 1, length: 4) == ["яя: x", "^~"])
    #expect(excerpt("漢字x", column: 1, length: 6) == ["漢字x", "^~~~"])
  }

  @Test("shows tabs and control characters as single spaces")
  func tabs() {
    #expect(excerpt("\t\tx", column: 3) == ["  x", "  ^"])
    #expect(excerpt("\u{1B}[31mx", column: 6) == [" [31mx", "     ^"])
  }

  @Test("quotes a window of a long line and marks nothing outside of it")
  func longLine() throws {
    let line = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
    let lines = excerpt(line, column: 501, length: 400)
    let window = try #require(lines.first)
    #expect(window.count == DiagnosticRenderer.excerptWidth)
    let place = try #require(window.firstIndex(of: "X"))
    let marks = try #require(lines.last)
    #expect(
      window.distance(from: window.startIndex, to: place)
        == marks.firstIndex(of: "^").map {
          marks.distance(from: marks.startIndex, to: $0)
        }
    )
    #expect(marks.count == window.count)
    #expect(excerpt(line, column: 1)[1] == "^")
    #expect(excerpt(line, column: 1001)[0] == String(repeating: "b", count: 88))
    #expect(excerpt(line, column: 1002)[1] == String(repeating: " ", count: 88) + "^")
  }

  @Test("stands behind the line when the place does, and quotes nothing off the text")
  func offTheLine() {
    #expect(excerpt("ab", column: 3) == ["ab", "  ^"])
    #expect(excerpt("ab", column: 99) == ["ab", "  ^"])
    #expect(excerpt("", column: 1) == ["", "^"])
    #expect(excerpt("é", column: 2).count == 2, "in the middle of a character")
    for (line, column) in [(0, 1), (3, 1), (-1, 1), (.max, .max), (.min, .min)] {
      #expect(excerpt("a\nb", line: line, column: column).isEmpty)
    }
    #expect(excerpt("ab", column: .min, length: .max) == ["ab", "^~"])
  }

  @Test("counts lines as the JSON reader does", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let source = "[1,\(end)\(end)\"\u{2028}\u{B}\" x"
    #expect(excerpt(source, line: 3, column: 1)[1] == "^")
    #expect(excerpt(source, line: 2, column: 1)[0] == "")
    #expect(excerpt(source, line: 4, column: 1).isEmpty)
  }

  @Test("as JSON leaves out what is not known")
  func json() {
    let diagnostic = Diagnostic(
      .invalidDate,
      severity: .warning,
      "odd",
      file: "f",
      position: SourcePosition(line: 2, column: 5),
      record: "r",
      remedy: "mend it",
      candidates: ["c"]
    )
    #expect(
      diagnostic.json.text() == #"{"severity":"warning","code":"invalidDate","message":"odd","#
        + #""file":"f","line":2,"column":5,"record":"r","remedy":"mend it","candidates":["c"]}"#
    )
    #expect(
      Diagnostic(.usage, "m").json.text() == #"{"severity":"error","code":"usage","message":"m"}"#
    )
  }

  @Test("underlines at least one column, and takes the remedy of the code by default")
  func defaults() {
    #expect(Diagnostic(.usage, "m", length: -3).length == 1)
    #expect(Diagnostic(.caseNewer, "m").remedy == ErrorCode.caseNewer.remedy)
    #expect(Diagnostic(.caseNewer, "m", remedy: "wait").remedy == "wait")
  }
}
