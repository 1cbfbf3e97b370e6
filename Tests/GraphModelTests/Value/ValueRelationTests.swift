import GraphModel
import Testing

@Suite("The relations of values")
struct ValueRelationTests {
  private typealias Pair = (Value, Value, Bool?)

  private func list(_ values: Value...) -> Value { .list(values) }

  @Test("Equality of lists and maps is three-valued")
  func equality() {
    let null = Value.null
    let cases: [Pair] = [
      (list(1), list(1, null), false), (list(1, 2), list(null, 2), nil),
      (list(1, 2), list(null, "foo"), false), (list(null), list(1), nil),
      (list(list(1)), list(list(1), list(null)), false),
      (list(list(1), list(2)), list(list(1), list(null)), nil),
      (list(list(1), list(2, 3)), list(list(1), list(null)), false),
      (.map(["k": null]), .map(["k": null]), nil), (.map([:]), .map(["k": null]), false),
      (.map(["k": null]), .map(["k": null, "l": null]), false),
      (.map(["k": 1]), .map(["k": null]), nil), (.map(["k": 1]), .map(["k": 1.0]), true),
      (1, 1.0, true), ("1", 1, false), (.float(.nan), .float(.nan), false), (null, null, nil),
      (.integer(1 << 53 + 1), .float(0x1p53), false),
      ("e\u{301}", "\u{e9}", false),
    ]
    for (one, other, expected) in cases {
      #expect(one.equals(other) == expected, "\(one.text) = \(other.text)")
    }
  }

  @Test("Comparisons across types are null, and with not-a-number false")
  func comparability() {
    let notANumber = Value.float(.nan)
    for other: Value in [1, 1.0, notANumber] {
      #expect(notANumber.isLess(than: other) == false)
      #expect(notANumber.isLessOrEqual(to: other) == false)
      #expect(other.isLess(than: notANumber) == false)
    }
    let cases: [Pair] = [
      (notANumber, "a", nil), ("1", 1, nil), (1, 1.0, false), (1, 2.5, true), ("a", "b", true),
      (false, true, true), (list(1, 2), list(1, .null), nil), (list(1, 2), list(3, .null), true),
      (list(1), list(1, .null), true), (.map([:]), .map([:]), nil),
      (.integer(.max), .float(0x1p63), true), (list(2, "a"), list(1, 5), false),
    ]
    for (one, other, expected) in cases {
      #expect(one.isLess(than: other) == expected, "\(one.text) < \(other.text)")
    }
    #expect(list(1, .null).isLessOrEqual(to: list(1, 2)) == nil)
    #expect(list(3, .null).isLessOrEqual(to: list(1, 2)) == false)
  }

  @Test("The global order puts the types one after another")
  func order() throws {
    let node = NodeID(rawValue: 1)
    let point = try #require(Point(system: .cartesian, x: 1, y: 2))
    let ordered: [Value] = [
      .map(["a": "map"]), .node(node), .relationship(RelationshipID(rawValue: 1)), list("list"),
      .path(GraphPath(node: node)), .point(point),
      .dateTime(try #require(ZonedDateTime(parsing: "2018-01-30T12:00Z"))),
      .localDateTime(try #require(LocalDateTime(parsing: "2018-01-30T12:00"))),
      .date(try #require(CalendarDate(iso: "2018-01-30"))),
      .time(try #require(ZonedTime(parsing: "12:00Z"))), .localTime(.midnight), .duration(.zero),
      "text", false, true, .float(-.infinity), 1, 1.5, .float(.nan), .null,
    ]
    #expect(ordered.reversed().sorted { $0.ordering(to: $1) == .before } == ordered)
  }

  @Test("DISTINCT takes null, not-a-number and 1 and 1.0 for the same, and 1 for stored as 1.0 not")
  func equivalence() {
    let values: [Value] = [.null, .null, .float(.nan), .float(-.nan), 1, 1.0, 0.0, -0.0, "1"]
    #expect(Set(values).count == 5)
    #expect(!Value.integer(1).isIdentical(to: 1.0))
    #expect(
      Value.list([1, .map(["a": .float(.nan)])]).isIdentical(to: [1, .map(["a": .float(.nan)])])
    )
    #expect(!Value.map(["a": 1]).isIdentical(to: .map(["a": 1.0])))
    #expect(!Value.map(["a": 1]).isIdentical(to: .map(["b": 1])))
  }

  @Test("Paths are equal if they visit the same nodes and relationships in the same order")
  func paths() throws {
    let (one, two) = (NodeID(rawValue: 1), NodeID(rawValue: 2))
    let step = RelationshipID(rawValue: 7)
    let there = try #require(GraphPath(nodes: [one, two], relationships: [step]))
    let back = try #require(GraphPath(nodes: [two, one], relationships: [step]))
    #expect(Value.path(there).equals(.path(there)) == true)
    #expect(Value.path(there).equals(.path(back)) == false)
    #expect(GraphPath(nodes: [one], relationships: [step]) == nil)
    #expect(there.length == 1)
    #expect(Value.path(there).text == "<(n1)-[r7](n2)>")
  }

  @Test("A value takes 24 bytes in a list")
  func size() {
    #expect(MemoryLayout<Value>.stride <= 24)
  }
}
