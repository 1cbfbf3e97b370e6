import GraphModel
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue { try JSONReader.read(text.utf8).json }

  /// Returns the diagnostic that `text` is refused with, and records an issue if it is not.
  private func refusal(_ bytes: some Sequence<UInt8>) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try JSONReader.read(bytes)
      return nil
    } catch { return error }
  }

  @Test(
    "reads every kind of value",
    arguments: [
      ("null", JSONValue.null), ("true", true), ("false", false), ("\"\"", ""), ("[]", []),
      ("{}", [:]), (" [ 1 , [ ] ] ", [1, []]), ("{\"b\":1,\"a\":{}}", ["b": 1, "a": [:]]),
    ] as [(String, JSONValue)]
  )
  func values(text: String, value: JSONValue) throws {
    #expect(try read(text) == value)
  }

  @Test(
    "keeps integers apart from floats",
    arguments: [
      ("0", JSONValue.integer(0)), ("-0", .integer(0)), ("-12", .integer(-12)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .float(9_223_372_036_854_775_808)), ("1.0", .float(1)),
      ("-0.0", .float(-0.0)), ("1e2", .float(100)), ("1E+2", .float(100)), ("25e-1", .float(2.5)),
      ("0.5", .float(0.5)), ("0e0", .float(0)), ("1e-999", .float(0)),
    ] as [(String, JSONValue)]
  )
  func numbers(text: String, value: JSONValue) throws {
    #expect(try read(text) == value)
  }

  @Test(
    "refuses what only looks like a number",
    arguments: [
      "01", "-01", "00", "-", "+1", ".5", "1.", "1.e2", "1e", "1e+", "1e+-1", "0x10",
      "--1", "1-", "NaN", "Infinity", "-Infinity", "inf", "nan", "1.2.3", "1e2.5",
    ]
  )
  func numberGrammar(text: String) {
    let problem = refusal(text.utf8)
    #expect(problem?.code == .jsonSyntax)
    #expect(problem?.message == "'\(text)' is no JSON value")
    #expect(problem?.position == SourcePosition(line: 1, column: 1))
  }

  @Test("refuses a number that no double can hold", arguments: ["1e999", "-1e309"])
  func tooLarge(number: String) {
    let problem = refusal("[\n \(number)]".utf8)
    #expect(problem?.message == "the number is too large")
    #expect(problem?.position == SourcePosition(line: 2, column: 2))
  }

  @Test(
    "reads every escape, and surrogates as one character",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u00E9""#, "Aéé"),
      (#""\ud83d\uDE00""#, "😀"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"), (#""\uFFFF""#, "\u{FFFF}"),
      (#""\u0000""#, "\u{0}"), ("\"é\u{2028}😀\"", "é\u{2028}😀"),
    ] as [(String, String)]
  )
  func escapes(text: String, string: String) throws {
    #expect(try read(text) == .string(string))
  }

  @Test(
    "refuses half a surrogate pair",
    arguments: [
      #""\ud83d""#, #""\ude00""#, #""\ud83dx""#, #""\ud83d\n""#, #""\ud83d\u0041""#,
      #""\ud83d\ud83d""#, #""\ude00\ud83d""#,
    ]
  )
  func surrogates(text: String) {
    #expect(refusal(text.utf8)?.message == "half of a surrogate pair stands alone")
  }

  @Test(
    "refuses what only looks like four hexadecimal digits",
    arguments: [
      #""\u""#, #""\u12""#, #""\u12g4""#, #""\u+123""#, #""\u-000""#, #""\u 123""#, #""\u12"#,
      #""\ud83d\u-e00""#,
    ]
  )
  func hexadecimal(text: String) {
    #expect(refusal(text.utf8)?.message == "'\\u' needs four hexadecimal digits")
  }

  @Test(
    "names the place, the fault and the remedy of every error",
    arguments: [
      ("", 1, 1, "the text ends where a value should stand"),
      (" \n\t", 2, 2, "the text ends where a value should stand"),
      ("[1,", 1, 4, "the text ends where a value should stand"),
      ("{\"a\":", 1, 6, "the text ends where a value should stand"),
      ("1 2", 1, 3, "text after the end of the JSON value"),
      ("1_000", 1, 2, "text after the end of the JSON value"),
      ("[]\n]", 2, 1, "text after the end of the JSON value"),
      ("{a:1}", 1, 2, "an object member must begin with a quoted name"),
      ("{\"a\":1,}", 1, 8, "an object member must begin with a quoted name"),
      ("{", 1, 2, "an object member must begin with a quoted name"),
      ("{\"a\" 1}", 1, 6, "':' is missing after the name \"a\""),
      ("[1\n 2]", 2, 2, "',' or ']' is missing"),
      ("{\"a\":1;", 1, 7, "',' or '}' is missing"),
      ("[1}", 1, 3, "',' or ']' is missing"),
      ("[1,]", 1, 4, "a value is missing here"),
      ("[,1]", 1, 2, "a value is missing here"),
      ("'a'", 1, 1, "a value is missing here"),
      ("[true, nul]", 1, 8, "'nul' is no JSON value"),
      ("\"a", 1, 3, "the text ends inside a string"),
      ("\"a\nb\"", 1, 3, "a control character stands in a string"),
      ("\"\\", 1, 3, "the text ends in an escape"),
      ("\"\\x\"", 1, 3, "unknown escape in a string"),
      ("\"é\" x", 1, 6, "text after the end of the JSON value"),
    ] as [(String, Int, Int, String)]
  )
  func errors(text: String, line: Int, column: Int, message: String) {
    let problem = refusal(text.utf8)
    #expect(problem?.message == message)
    #expect(problem?.position == SourcePosition(line: line, column: column))
    #expect(problem?.code == .jsonSyntax)
    #expect(problem?.remedy?.isEmpty == false)
  }

  @Test(
    "refuses bytes that are not UTF-8",
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]]
  )
  func encoding(bytes: [UInt8]) {
    let quote = [UInt8(ascii: "\"")]
    #expect(refusal(quote + bytes + quote)?.message == "the string is not valid UTF-8")
    #expect(refusal(bytes)?.code == .jsonSyntax)
  }

  @Test("counts lines as editors do: LF, CR LF and CR end one, U+2028 does not")
  func lines() {
    #expect(refusal("1\n\r\n\r\n 2".utf8)?.position == SourcePosition(line: 4, column: 2))
    #expect(refusal("1\r\r2".utf8)?.position == SourcePosition(line: 3, column: 1))
    #expect(refusal("\"\u{2028}\" 2".utf8)?.position == SourcePosition(line: 1, column: 7))
  }

  @Test("remembers where each value and name stands")
  func places() throws {
    let node = try JSONReader.read("{\n  \"é\": [true,\n 2]}".utf8)
    #expect(node.position == SourcePosition(line: 1, column: 1))
    guard case .mapping(let members) = node.content, let member = members.first,
      case .sequence(let elements) = member.value.content
    else {
      Issue.record("no mapping with a sequence: \(node)")
      return
    }
    #expect(member.keyPosition == SourcePosition(line: 2, column: 3))
    #expect(member.value.position == SourcePosition(line: 2, column: 9))
    #expect(
      elements.map(\.position) == [
        SourcePosition(line: 2, column: 10), SourcePosition(line: 3, column: 2),
      ]
    )
  }

  @Test("keeps repeated names in order and finds the first")
  func repeatedNames() throws {
    let value = try read("{\"a\":1,\"a\":2}")
    #expect(value == ["a": 1, "a": 2])
    #expect(value["a"] == 1)
    #expect(value["b"] == nil)
    #expect(JSONValue.integer(1)["a"] == nil)
  }

  @Test("skips a byte order mark before the value and nowhere else")
  func byteOrderMark() throws {
    #expect(try read("\u{FEFF}[1]") == [1])
    #expect(refusal("[\u{FEFF}1]".utf8) != nil)
    #expect(refusal("\u{FEFF}\u{FEFF}1".utf8) != nil)
  }

  @Test("stops at the nesting limit, whatever stands there", arguments: ["[", "{\"a\":"])
  func nesting(open: String) {
    let close = open == "[" ? "]" : "}"
    func nested(_ depth: Int) -> String {
      String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }
    #expect(refusal(nested(JSONReader.nestingLimit - 1).utf8) == nil)
    let problem = refusal(nested(JSONReader.nestingLimit).utf8)
    #expect(problem?.message.contains("deeper than 256 levels") == true)
    #expect(refusal(String(repeating: open, count: 1_000_000).utf8)?.code == .jsonSyntax)
  }

  @Test("survives every prefix and every changed byte of a document")
  func hostile() throws {
    let bytes = Array(#"{"a":[1,-2.5e3,"\u00e9\ud83d\ude00é",null],"b":{"c":true}}"#.utf8)
    for length in bytes.indices { #expect(refusal(bytes.prefix(length)) != nil) }
    for index in bytes.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = bytes
        changed[index] = byte
        _ = refusal(changed)
      }
    }
  }
}
