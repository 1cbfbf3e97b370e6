import GraphModel
import Testing

@Suite("The stored form of values")
struct ValueJSONTests {
  static let values: [Value] = [
    .null, .boolean(true), .integer(1), .float(1), .float(-0.0), .float(.infinity),
    .float(-.infinity), .string(""), .string("$date"), .list([]), .list([.null, .integer(1)]),
    .map([:]), .map(["a": .null]), .map(["$date": .string("2018-01-30")]),
    .map(["$map": .map(["$map": .map([:])])]), .map(["$": .integer(1), "a": .float(1)]),
    .map(["$float": .string("inf")]), .map(["$unknown": .list([.map(["$": .null])])]),
  ]

  @Test("comes back as it was, through text too", arguments: values)
  func roundTrip(value: Value) throws {
    #expect(Value(json: value.json) == value)
    let text = value.json.text()
    #expect(Value(json: try JSONReader.read(text.utf8).json) == value)
  }

  @Test("keeps days, and not-a-number", arguments: ["-9999-01-01", "0000-02-29", "9999-12-31"])
  func dates(text: String) throws {
    let day = try #require(CalendarDate(iso: text))
    #expect(Value.date(day).json.text() == #"{"$date":"\#(text)"}"#)
    #expect(Value(json: Value.date(day).json) == .date(day))
    guard case .float(let number)? = Value(json: Value.float(.nan).json) else {
      Issue.record("not-a-number came back as something else")
      return
    }
    #expect(number.isNaN)
  }

  @Test("tells 1 from 1.0")
  func integersAndFloats() {
    #expect(Value.integer(1).json.text() == "1")
    #expect(Value.float(1).json.text() == "1.0")
    #expect(Value(json: .integer(1)) != Value(json: .float(1)))
  }

  @Test("orders members by key, so that equal values are equal texts")
  func order() {
    let value = Value.map(["b": .integer(2), "a": .integer(1), "$": .integer(0)])
    #expect(value.json.text() == #"{"$map":{"$":0,"a":1,"b":2}}"#)
    #expect(Value.object(["b": .null, "a": .null]).text() == #"{"a":null,"b":null}"#)
  }

  @Test(
    "refuses what it does not know instead of guessing",
    arguments: [
      #"{"$what":1}"#, #"{"$date":"2018-02-30"}"#, #"{"$date":1}"#, #"{"$float":"x"}"#,
      #"{"$map":[]}"#, #"{"$map":{"a":{"$what":1}}}"#, #"{"$date":"2018-01-30","a":1}"#,
      #"[{"$what":1}]"#, #"{"a":{"$what":1}}"#,
    ]
  )
  func unknown(text: String) throws {
    #expect(Value(json: try JSONReader.read(text.utf8).json) == nil)
  }

  @Test("reads properties from an object and from nothing else")
  func properties() {
    #expect(Value.properties(json: ["a": 1]) == ["a": .integer(1)])
    #expect(Value.properties(json: [1]) == nil)
    #expect(Value.properties(json: ["a": ["$what": 1]]) == nil)
  }

  @Test("gives the content of one kind and nothing for the others")
  func accessors() {
    #expect(Value.string("a").stringValue == "a")
    #expect(Value.boolean(true).booleanValue == true)
    #expect(Value.integer(7).integerValue == 7)
    #expect(Value.list([.string("a"), .integer(1), .string("b")]).stringList == ["a", "b"])
    for value in [Value.null, .float(1), .map([:])] {
      #expect(value.stringValue == nil)
      #expect(value.booleanValue == nil)
      #expect(value.integerValue == nil)
      #expect(value.stringList.isEmpty)
    }
  }
}
