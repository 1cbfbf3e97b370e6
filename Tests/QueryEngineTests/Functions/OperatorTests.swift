import GraphModel
import QueryEngine
import Testing

@Suite("Operators")
struct OperatorTests {
  @Test(
    "compute numbers, lists, strings and temporal values",
    arguments: [
      ("7 / 2", "3"), ("-7 / 2", "-3"), ("7 / 2.0", "3.5"), ("-7 % 3", "-1"), ("7.5 % 2", "1.5"),
      ("2 ^ 3", "8.0"), ("1 + 0.5", "1.5"), ("1.0 / 0", "Infinity"), ("-(2)", "-2"), ("+2", "2"),
      ("(-9223372036854775807 - 1) % -1", "0"), ("1 + null", "null"), ("null / 0", "null"),
      ("'a' + 1", "a1"), ("1.5 + 'a'", "1.5a"), ("'a' + true", "atrue"), ("[1] + 2", "[1, 2]"),
      ("1 + [2]", "[1, 2]"), ("[1] + [2]", "[1, 2]"), ("[1] + null", "null"),
      ("[1, 2, 3][-1]", "3"), ("[1][5]", "null"), ("[1, 2, 3][-9..9]", "[1, 2, 3]"),
      ("[1, 2, 3][3..1]", "[]"), ("[1, 2][1..null]", "null"), ("null[0]", "null"),
      ("{a: 1}['a']", "1"), ("{a: 1}.b", "null"), ("null.a", "null"), ("1 IN []", "false"),
      ("null IN []", "false"), ("null IN [1]", "null"), ("1 IN null", "null"),
      ("date('2018-01-31') + duration('P1M')", "2018-02-28"),
      ("date('2018-01-30') + duration('PT48H')", "2018-02-01"),
      ("duration('P1D') + date('2018-01-30')", "2018-01-31"),
      ("date('2018-03-31') - duration('P1M')", "2018-02-28"),
      ("localtime('23:00') + duration('PT2H')", "01:00"),
      ("time('00:30+01:00') - duration('PT1H')", "23:30+01:00"),
      ("duration('P1M') * 0.5", "P15DT5H14M33S"), ("2 * duration('P1DT-0.5S')", "P2DT-1S"),
      ("duration('P1D') / 2", "PT12H"), ("duration('P1Y') / 0.5", "P2Y"),
      ("-duration('P1DT0.5S')", "P-1DT-0.5S"), ("duration('P1M') / 3", "P10DT3H29M42S"),
      ("duration('P1M') = duration('P30D')", "false"),
      ("duration('P1M') < duration('P2M')", "null"),
    ]
  )
  func values(expression: String, text: String) throws {
    #expect(try KitExpression.evaluate(expression).text == text)
  }

  @Test("match strings")
  func strings() throws {
    #expect(Operators.startsWith("abc", "ab") == true)
    #expect(Operators.startsWith("\u{e9}", "e") == false)
    #expect(Operators.endsWith("abc", "bc") == true)
    #expect(Operators.contains("abc", "bc") == true)
    #expect(Operators.contains("abab", "aba") == true)
    #expect(Operators.contains("aab", "ab") == true)
    #expect(Operators.contains("abc", "") == true)
    #expect(Operators.contains("abc", "x") == false)
    #expect(Operators.contains(1, "x") == .null)
    #expect(try Operators.matches("abc", "a.*") == true)
    #expect(try Operators.matches("abc", "b") == false)
    #expect(try Operators.matches("ab", "a|ab") == true)
    #expect(try Operators.matches("a\n", "a") == false)
    #expect(try Operators.matches("ABC", "(?i)abc") == true)
    #expect(try Operators.matches(.null, "a") == .null)
    #expect(throws: QueryError.self) { try Operators.matches("a", "(") }
    #expect(try Operators.concatenate("a", "b") == "ab")
    #expect(try Operators.concatenate([1], [2]) == [1, 2])
    #expect(try Operators.concatenate("a", .null) == .null)
    #expect(throws: QueryError.self) { try Operators.concatenate("a", 1) }
  }
}
