import Testing

@Suite("The rules of source can be broken")
struct SourceRuleTests {
  private func file(_ text: String) -> SourceFile {
    SourceFile(path: "Sources/X.swift", text: text)
  }

  private func traps(_ text: String) -> Int {
    SourceRules.traps(in: file(text), exceptions: .init()).count
  }

  @Test(
    "Comments and texts are blanked, the code between them is kept in its place",
    arguments: [
      ("a // b\nc", "a     \nc"), ("a /* b /* c */ d */ e", "a                   e"),
      ("\"b\" c", "\" \" c"), ("\"\\\"\" c", "\"  \" c"),
      ("\"a\\(b + \"c\")d\" e", "\"   b + \" \") \" e"),
      ("\"\"\"\n b \"c\"\n\"\"\" d", "\"\"\"\n      \n\"\"\" d"),
      ("#\"a\"b\\(c)\"# d", "#\"       \"# d"),
      ("#\"\\#(b)\"# d", "#\"   b)\"# d"), ("#/\"/# b", "#/ /# b"), ("\"open\nb", "\"    \nb"),
      ("\"https://x\" b", "\"         \" b"), ("\"\" b", "\"\" b"),
    ]
  )
  func blanking(text: String, code: String) {
    // What opens an interpolation is blank, like the text around it.
    let blanked = file(text).code
    #expect(blanked.count == text.count)
    #expect(blanked.replacing("(", with: " ") == code.replacing("(", with: " "))
  }

  @Test("Text without comments keeps its literals")
  func uncommented() {
    #expect(file("\"a//b\" // c").uncommented == "\"a//b\"     ")
  }

  @Test(
    "What can crash the program is reported",
    arguments: [
      "try! f()", "x as! Int", "fatalError(\"no\")", "precondition(a)", "preconditionFailure()",
      "a!.b", "a()!", "a[0]!", "abort()", "\"\\(a!)\"", "let a: Int!",
    ]
  )
  func traps(text: String) {
    #expect(self.traps(text) == 1)
  }

  @Test(
    "What only looks like it is not",
    arguments: [
      "try f()", "x as? Int", "!a", "a != b", "a! = b // no", "// fatalError(", "\"try!\"",
      "if a, !b {", "(!a)", "exit(2)", "[!a]",
    ]
  )
  func harmless(text: String) {
    #expect(self.traps(text) == (text.hasPrefix("a! ") ? 1 : 0))
  }

  @Test("An exception silences the rule for its file alone")
  func exceptions() {
    let exceptions = SourceRules.Exceptions(traps: ["Sources/X.swift": "a reason"])
    #expect(SourceRules.traps(in: file("a!"), exceptions: exceptions).isEmpty)
    let other = SourceFile(path: "Sources/Y.swift", text: "\n a!")
    #expect(SourceRules.traps(in: other, exceptions: exceptions).map(\.line) == [2])
  }

  @Test("A long file is reported, beyond the hard limit even an excepted one")
  func longFiles() {
    func findings(_ lines: Int, _ exceptions: SourceRules.Exceptions = .init()) -> [String] {
      SourceRules.size(
        of: file(String(repeating: "\n", count: lines)),
        exceptions: exceptions
      ).map(\.what)
    }
    let excepted = SourceRules.Exceptions(longFiles: ["Sources/X.swift": "a table"])
    #expect(findings(400) == [])
    #expect(findings(401) == ["the file has 401 lines, more than 400"])
    #expect(findings(800, excepted) == [])
    #expect(findings(801, excepted) == ["the file has 801 lines, more than 800"])
  }

  @Test("A long function is reported with its name and line")
  func longFunctions() {
    func text(_ lines: Int) -> String {
      "struct A {\n  func f(_ a: Int) {\n" + String(repeating: "    a()\n", count: lines)
        + "  }\n}\n"
    }
    #expect(SourceRules.size(of: file(text(98)), exceptions: .init()).isEmpty)
    let finding = SourceRules.size(of: file(text(99)), exceptions: .init()).first
    #expect(finding?.what == "f has 101 lines, more than 100")
    #expect(finding?.line == 2)
  }

  @Test("Functions are measured whatever they look like")
  func functions() {
    let text = """
      protocol P {
        func bare() throws
        var value: Int { get }
      }
      struct S {
        var stored: [Int] = [1]
        let closure = { (a: Int) in a }
        init(
          a: Int
        ) {
          self.init(b: "}")
        }
        func long<T>(
          _ a: T
        ) throws -> [T]
        where T: Sendable
        {
          // }
          a
        }
        subscript(i: Int) -> Int { i }
        static func == (l: S, r: S) -> Bool { true }
        var text: String {
          "{"
        }
      }
      """
    let found = SourceRules.functions(in: file(text))
    #expect(found.map(\.name) == ["value", "init", "long", "subscript", "==", "text"])
    #expect(found.map(\.line) == [3, 8, 13, 21, 22, 23])
    #expect(found.map(\.lineCount) == [1, 5, 8, 1, 1, 3])
  }
}
