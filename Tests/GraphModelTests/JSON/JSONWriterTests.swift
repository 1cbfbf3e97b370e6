import GraphModel
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  static let values: [JSONValue] = [
    .null, true, false, .integer(.min), .integer(.max), .integer(0), .float(1), .float(-0.0),
    .float(0.1), .float(1e300), .float(.leastNonzeroMagnitude), .float(.greatestFiniteMagnitude),
    "", "a\"\\/\n",
    "\u{0}\u{1F}\u{7F}", "é😀\u{2028}", [], [:], [[], [:], [[1]]], ["": .null, "a": ["b": []]],
    ["z": 1, "a": 2, "z": 3],
  ]

  @Test("is undone by reading", arguments: values, [false, true])
  func roundTrip(value: JSONValue, indented: Bool) throws {
    #expect(try JSONReader.read(value.text(indented: indented).utf8).json == value)
  }

  @Test("depends on the value alone")
  func stable() {
    for value in Self.values { #expect(value.text() == value.text()) }
    #expect(JSONValue.float(1).text() == "1.0")
    #expect(JSONValue.integer(1).text() == "1")
    #expect(JSONValue.float(-0.0).text() == "-0.0")
  }

  @Test("escapes what must be escaped and nothing else")
  func escapes() {
    let text = JSONValue.string("\"\\/\n\r\t\u{8}\u{0}\u{7F}é\u{2028}").text()
    #expect(text == "\"\\\"\\\\/\\n\\r\\t\\u0008\\u0000\\u007fé\u{2028}\"")
  }

  @Test("writes numbers that JSON lacks as null", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(number: Double) {
    #expect(JSONValue.float(number).text() == "null")
  }

  @Test("breaks lines and indents on request; empty containers stay on their line")
  func indentation() {
    let value: JSONValue = ["a": [1, [], [:]], "b": ["c": "d"]]
    let lines = [
      "{", "  \"a\": [", "    1,", "    [],", "    {}", "  ],", "  \"b\": {", "    \"c\": \"d\"",
      "  }", "}",
    ]
    #expect(value.text(indented: true) == lines.joined(separator: "\n"))
    #expect(value.text() == #"{"a":[1,[],{}],"b":{"c":"d"}}"#)
  }

  @Test("leaves null members out of a compact object, and keeps the others in order")
  func compact() {
    let value = JSONValue.compact([
      JSONMember(key: "b", value: .optional("x")), JSONMember(key: "n", value: .optional(nil)),
      JSONMember(key: "a", value: .strings(["y"])),
    ])
    #expect(value.text() == #"{"b":"x","a":["y"]}"#)
  }
}
