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
    #expect(Value(json: value.json)?.isIdentical(to: value) == true)
    let text = value.json.text()
    #expect(Value(json: try JSONReader.read(text.utf8).json)?.isIdentical(to: value) == true)
  }

  @Test("of properties is the same when it is written without a tree", arguments: values)
  func withoutTree(value: Value) {
    let everySign = String(decoding: (0..<0xC0).map { UInt8($0) }, as: UTF8.self) + "\"é\\"
    let all: [Properties] = [
      [:], ["a": value], ["b": value, "a": .string(everySign), "": .integer(1)],
      ["$a": value, "b": .string("x")], [everySign: value],
    ]
    for properties in all {
      var bytes = Array("before".utf8)
      Value.appendText(of: properties, to: &bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text == "before" + Value.map(properties).json.text())
    }
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

  @Test(
    "keeps temporal values and points as texts and coordinates",
    arguments: [
      (#"{"$localtime":"12:31:14.5"}"#, "12:31:14.5"), (#"{"$time":"12:31+01:00"}"#, "12:31+01:00"),
      (#"{"$localdatetime":"1984-10-11T12:31"}"#, "1984-10-11T12:31"),
      (
        #"{"$datetime":"+12345-10-11T12:31+02:00[Europe/Stockholm]"}"#,
        "+12345-10-11T12:31+02:00[Europe/Stockholm]"
      ), (#"{"$duration":"P12Y5M-14DT16H-0.001S"}"#, "P12Y5M-14DT15H59M59.999S"),
      (#"{"$date":"-999999999-01-01"}"#, "-999999999-01-01"),
      (
        #"{"$point":["wgs-84-3d",1.0,2.5,-3.0]}"#,
        "point({longitude: 1.0, latitude: 2.5, height: -3.0, crs: 'wgs-84-3d'})"
      ),
    ]
  )
  func temporalValues(json: String, text: String) throws {
    let value = try #require(Value(json: try JSONReader.read(json.utf8).json))
    #expect(value.text == text)
    #expect(Value(json: try JSONReader.read(value.json.text().utf8).json) == value)
  }

  @Test("does not read back what belongs to one graph")
  func graphValues() {
    let node = NodeID(rawValue: 1)
    for value in [
      Value.node(node), .relationship(RelationshipID(rawValue: 1)), .path(GraphPath(node: node)),
    ] {
      #expect(Value(json: value.json) == nil)
    }
  }

  @Test("tells 1 from 1.0")
  func integersAndFloats() {
    #expect(Value.integer(1).json.text() == "1")
    #expect(Value.float(1).json.text() == "1.0")
    #expect(Value(json: .integer(1))?.isIdentical(to: .integer(1)) == true)
    #expect(Value(json: .float(1))?.isIdentical(to: .integer(1)) == false)
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
      #"{"$map":[]}"#, #"{"$time":"x"}"#, #"{"$point":["cartesian",1.0]}"#, #"{"$point":[]}"#,
      #"{"$point":["flat",1.0,2.0]}"#, #"{"$point":["cartesian",1.0,"a"]}"#,
      #"{"$map":{"a":{"$what":1}}}"#, #"{"$date":"2018-01-30","a":1}"#,
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
