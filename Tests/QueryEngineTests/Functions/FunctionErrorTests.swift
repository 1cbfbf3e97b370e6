import GraphModel
import QueryEngine
import Testing

@Suite("Errors of functions and operators")
struct FunctionErrorTests {
  @Test(
    "have the kind and detail of the conformance kit",
    arguments: [
      ("range(1, 2, 0)", "ArgumentError", "NumberOutOfRange"),
      ("range(1.5, 2)", "ArgumentError", "InvalidArgumentType"),
      ("toInteger([])", "TypeError", "InvalidArgumentValue"),
      ("toFloat(true)", "TypeError", "InvalidArgumentValue"),
      ("toBoolean(1.0)", "TypeError", "InvalidArgumentValue"),
      ("toString([])", "TypeError", "InvalidArgumentValue"),
      ("type(0)", "TypeError", "InvalidArgumentValue"),
      ("labels([])", "TypeError", "InvalidArgumentValue"),
      ("size(1)", "TypeError", "InvalidArgumentValue"),
      ("keys(1)", "TypeError", "InvalidArgumentValue"),
      ("substring('a', -1)", "TypeError", "InvalidArgumentValue"),
      ("round(1.5, 1, 'SIDEWAYS')", "TypeError", "InvalidArgumentValue"),
      ("{a: 1}[0]", "TypeError", "MapElementAccessByNonString"),
      ("[1]['a']", "TypeError", "ListElementAccessByNonInteger"),
      ("100[0]", "TypeError", "InvalidArgumentType"),
      ("'a'[0..1]", "TypeError", "InvalidArgumentType"),
      ("date('2018-01-30').hour", "TypeError", "InvalidArgumentValue"),
      ("[1].a", "TypeError", "PropertyAccessOnNonMap"),
      ("1 / 0", "ArithmeticError", "DivisionByZero"),
      ("1 % 0", "ArithmeticError", "DivisionByZero"),
      ("duration('P1D') / 0", "ArithmeticError", "DivisionByZero"),
      ("9223372036854775807 + 1", "ArithmeticError", "IntegerOverflow"),
      ("-9223372036854775807 - 2", "ArithmeticError", "IntegerOverflow"),
      ("9223372036854775807 * 2", "ArithmeticError", "IntegerOverflow"),
      ("abs(-9223372036854775807 - 1)", "ArithmeticError", "IntegerOverflow"),
      ("(-9223372036854775807 - 1) / -1", "ArithmeticError", "IntegerOverflow"),
      ("true + 1", "TypeError", "InvalidArgumentValue"),
      ("'a' - 'b'", "TypeError", "InvalidArgumentValue"),
      ("1 IN 1", "TypeError", "InvalidArgumentValue"),
      ("date('2018-02-30')", "ArgumentError", "InvalidArgumentValue"),
      ("date({year: 2018, month: 13})", "ArgumentError", "InvalidArgumentValue"),
      ("date({year: 2018, week: 1, month: 1})", "ArgumentError", "InvalidArgumentValue"),
      ("date({month: 1})", "ArgumentError", "InvalidArgumentValue"),
      ("date({year: 2018, day: 1})", "ArgumentError", "InvalidArgumentValue"),
      ("date({year: 2018, hour: 1})", "ArgumentError", "InvalidArgumentValue"),
      ("date({yaer: 2018})", "ArgumentError", "InvalidArgumentValue"),
      ("localtime({minute: 1})", "ArgumentError", "InvalidArgumentValue"),
      ("localtime({hour: 1, timezone: '+01:00'})", "ArgumentError", "InvalidArgumentValue"),
      ("datetime({year: 2018, timezone: 'Nowhere'})", "ArgumentError", "InvalidArgumentValue"),
      ("date.truncate('hour', date())", "ArgumentError", "InvalidArgumentValue"),
      ("date.truncate('eon', date())", "ArgumentError", "InvalidArgumentValue"),
      ("localtime.truncate('hour', date())", "ArgumentError", "InvalidArgumentValue"),
      ("duration({parsecs: 1})", "ArgumentError", "InvalidArgumentValue"),
      ("duration({hours: 9223372036854775807})", "ArgumentError", "InvalidArgumentValue"),
      (
        "datetime({epochMillis: 1, nanosecond: 9223372036854775807})", "ArgumentError",
        "InvalidArgumentValue"
      ),
      ("datetime({epochSeconds: 9223372036854775807})", "ArgumentError", "InvalidArgumentValue"),
      ("datetime('+999999999-01-01').epochMillis", "ArithmeticError", "IntegerOverflow"),
      ("duration('P')", "ArgumentError", "InvalidArgumentValue"),
      ("date('+999999999-12-31') + duration('P1D')", "ArithmeticError", "InvalidArgumentValue"),
      ("point({x: 1})", "TypeError", "InvalidArgumentValue"),
      ("point({longitude: 1, latitude: 91})", "TypeError", "InvalidArgumentValue"),
    ]
  )
  func errors(expression: String, kind: String, code: String) throws {
    do {
      let value = try KitExpression.evaluate(expression)
      Issue.record("\(expression) gives \(value.text)")
    } catch let error as QueryError {
      #expect(error.kind.rawValue == kind, "\(error.message)")
      #expect(error.code.rawValue == code, "\(error.message)")
      #expect(error.phase == .runtime)
    }
  }

  @Test("Numbers and types of arguments are checked before the query runs")
  func signatures() throws {
    let catalog = FunctionCatalog.standard
    let substring = try #require(catalog.function("SubString"))
    #expect(substring.argumentCounts == 2...3)
    #expect(substring.signature == "substring(string, start, [length])")
    #expect(throws: QueryError.self) { try substring.check(count: 1, range: 0..<9) }
    #expect(throws: QueryError.self) { try substring.check(types: [.string, .string]) }
    try substring.check(types: [.any, .null])
    let size = try #require(catalog.function("size"))
    #expect(throws: QueryError.self) { try size.check(types: [.path]) }
    let coalesce = try #require(catalog.function("coalesce"))
    try coalesce.check(count: 9, range: nil)
    #expect(throws: QueryError.self) { try coalesce.check(count: 0, range: nil) }
    #expect(coalesce.result([.integer, .string]) == StaticType([.integer, .string]))
    #expect(try #require(catalog.function("head")).result([.list(of: .node)]) == .node.nullable)
    #expect(try #require(catalog.function("rand")).isDeterministic == false)
    #expect(try #require(catalog.aggregate("percentiledisc")).argumentCounts == 2...2)
    #expect(catalog.function("count") == nil)
    let error = catalog.unknown("substrin")
    #expect(error.code == .unknownFunction)
    #expect(error.candidates.first == "substring")
  }

  @Test("Static types accept what can be right")
  func staticTypes() {
    #expect(StaticType.number.canAccept(.integer))
    #expect(StaticType.integer.canAccept(.number))
    #expect(!StaticType.integer.canAccept(.float))
    #expect(StaticType.integer.canAccept(.null))
    #expect(!StaticType.list(of: .integer).canAccept(.list(of: .string)))
    #expect(StaticType.list(of: .integer).canAccept(.list))
    #expect(StaticType(of: [1, "a"]) == .list(of: StaticType([.integer, .string])))
    #expect(StaticType(of: []) == .list)
    #expect(StaticType.list(of: .integer).union(.null).element == .integer)
    #expect("\(StaticType.list(of: .number))" == "LIST<INTEGER | FLOAT>")
    #expect("\(StaticType.any)" == "ANY")
  }
}
