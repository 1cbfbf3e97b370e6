import CypherSyntax
import GraphModel
import Testing

@Suite("Literals")
struct LiteralTests {
  @Test(
    "are integers of three bases",
    arguments: [
      ("0", 0), ("7", 7), ("42", 42), ("9223372036854775807", .max), ("0x0", 0), ("0x1F", 31),
      ("0XfF", 255), ("0x7FFFFFFFFFFFFFFF", .max), ("0o0", 0), ("0o17", 15), ("0O7", 7),
      ("0o777777777777777777777", .max), ("-9223372036854775808", .min),
      ("-0x8000000000000000", .min), ("-0o1000000000000000000000", .min),
    ] as [(String, Int64)]
  )
  func integers(text: String, expected: Int64) throws {
    #expect(try value(text) == .integer(expected))
  }

  @Test("keep the sign apart, but for the smallest integer")
  func signs() throws {
    #expect(try value("-5") == .of(.unary(.minus, .integer(5))))
    #expect(try value("+5") == .of(.unary(.plus, .integer(5))))
    #expect(try value("--9223372036854775808") == .of(.unary(.minus, .integer(.min))))
    let difference = Expression.Kind.binary(.subtract, .integer(1), .integer(.min))
    #expect(try value("1 - -9223372036854775808") == .of(difference))
  }

  @Test(
    "are floating-point numbers",
    arguments: [
      ("1.5", 1.5), (".5", 0.5), (".1e-5", 0.1e-5), ("1e3", 1000), ("1E+3", 1000), ("00.5", 0.5),
      ("1.7976931348623157e308", .greatestFiniteMagnitude), ("5e-324", .leastNonzeroMagnitude),
      ("1e-999", 0),
    ]
  )
  func floats(text: String, expected: Double) throws {
    #expect(try value(text) == .of(.literal(.float(expected))))
  }

  @Test(
    "are strings with escapes",
    arguments: [
      (#"'a'"#, "a"), (#""a""#, "a"), (#"''"#, ""), (#"'it''s'"#, "it's"), (#""a""b""#, #"a"b"#),
      (#"'\\ \' \" \` \b\f\n\r\t'"#, "\\ ' \" ` \u{8}\u{C}\n\r\t"), (#"'\u00e9'"#, "é"),
      (#"'\U0001F600'"#, "😀"), (#"'\uD83D\uDE00'"#, "😀"), ("'a\nb'", "a\nb"), ("'ö€😀'", "ö€😀"),
      (#"'// no comment /* '"#, "// no comment /* "),
    ]
  )
  func strings(text: String, expected: String) throws {
    #expect(try value(text) == .of(.literal(.string(expected))))
  }

  @Test("are constants in any case")
  func constants() throws {
    #expect(try value("TRUE") == .of(.literal(.boolean(true))))
    #expect(try value("faLse") == .of(.literal(.boolean(false))))
    #expect(try value("Null") == .of(.literal(.null)))
  }

  @Test(
    "that are none are refused",
    arguments: [
      ("1a", .invalidNumberLiteral), ("9223372h54775808", .invalidNumberLiteral),
      ("0x", .invalidNumberLiteral), ("0x1g", .invalidNumberLiteral),
      ("0o8", .invalidNumberLiteral), ("017", .invalidNumberLiteral),
      ("1e", .invalidNumberLiteral), ("1.5x", .invalidNumberLiteral),
      ("1__000", .invalidNumberLiteral), ("1.", .unexpectedSyntax),
      ("9223372036854775808", .integerOverflow), ("-9223372036854775809", .integerOverflow),
      ("0x8000000000000000", .integerOverflow), ("-0x8000000000000001", .integerOverflow),
      ("99999999999999999999999999", .integerOverflow), ("1e999", .floatingPointOverflow),
      ("-9223372036854775808.x", .integerOverflow), (#"'\u12G4'"#, .invalidUnicodeLiteral),
      (#"'\uH'"#, .invalidUnicodeLiteral), (#"'\u12'"#, .invalidUnicodeLiteral),
      (#"'\uD800'"#, .invalidUnicodeLiteral), (#"'\uDC00'"#, .invalidUnicodeLiteral),
      (#"'\uD800\u0041'"#, .invalidUnicodeLiteral), (#"'\U00110000'"#, .invalidUnicodeLiteral),
      (#"'\x'"#, .unexpectedSyntax), ("'abc", .unexpectedSyntax), (#"'abc\'"#, .unexpectedSyntax),
      ("`abc", .unexpectedSyntax), ("$", .unexpectedSyntax), ("1 /* x", .unexpectedSyntax),
      ("1 — 2", .invalidUnicodeCharacter), ("1 # 2", .unexpectedSyntax),
    ] as [(String, QueryErrorCode)]
  )
  func refused(text: String, code: QueryErrorCode) throws {
    #expect(try fault("RETURN " + text).first.code == code)
  }
}
