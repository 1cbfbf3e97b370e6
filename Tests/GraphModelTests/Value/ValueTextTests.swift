import GraphModel
import Testing

@Suite("The text of values")
struct ValueTextTests {
  @Test(
    "writes floats as Cypher does",
    arguments: [
      (1, "1.0"), (-0.0, "-0.0"), (0, "0.0"), (1e-9, "1.0E-9"), (1e10, "1.0E10"), (0.001, "0.001"),
      (0.0001, "1.0E-4"), (9_999_999, "9999999.0"), (1e7, "1.0E7"), (12_345_678.9, "1.23456789E7"),
      (-3.14, "-3.14"), (0.1 + 0.2, "0.30000000000000004"), (.leastNonzeroMagnitude, "5.0E-324"),
      (1.7976931348623157e308, "1.7976931348623157E308"), (.infinity, "Infinity"),
      (-.infinity, "-Infinity"), (.nan, "NaN"), (100, "100.0"), (123.456, "123.456"),
    ] as [(Double, String)]
  )
  func floats(number: Double, text: String) { #expect(Value.float(number).text == text) }

  @Test("writes the rest as literals")
  func others() {
    #expect(Value.null.text == "null")
    #expect(Value.boolean(true).text == "true")
    #expect(Value.string("it's").text == "it's")
    #expect(Value.list([1, "it's \\", .null]).text == #"[1, 'it\'s \\', null]"#)
    #expect(Value.map(["b": 1, "a": [2.5]]).text == "{a: [2.5], b: 1}")
    #expect(Value.node(NodeID(rawValue: 3)).text == "(n3)")
    #expect(Value.relationship(RelationshipID(rawValue: 3)).text == "[r3]")
  }

  @Test("names every type")
  func typeNames() {
    let values: [Value] = [.null, true, 1, 1.5, "a", [1], .map([:])]
    #expect(
      values.map(\.typeName) == ["NULL", "BOOLEAN", "INTEGER", "FLOAT", "STRING", "LIST", "MAP"]
    )
  }
}
