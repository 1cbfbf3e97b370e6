import CypherSyntax
import GraphModel
import Testing

@Suite("Precedence")
struct PrecedenceTests {
  @Test(
    "is that of openCypher",
    arguments: [
      ("a OR b XOR c", "a OR (b XOR c)"), ("a XOR b AND c", "a XOR (b AND c)"),
      ("NOT a AND b", "(NOT a) AND b"), ("NOT a = b", "NOT (a = b)"),
      ("a OR b OR c", "(a OR b) OR c"), ("a AND b AND c", "(a AND b) AND c"),
      ("a = b + c", "a = (b + c)"), ("a + b * c", "a + (b * c)"), ("a - b - c", "(a - b) - c"),
      ("a / b * c % d", "((a / b) * c) % d"), ("a || b + c", "(a || b) + c"),
      ("a * b ^ c", "a * (b ^ c)"), ("a ^ b ^ c", "(a ^ b) ^ c"), ("-a ^ b", "(-a) ^ b"),
      ("a ^ -b", "a ^ (-b)"), ("-a.b", "-(a.b)"), ("-a[0]", "-(a[0])"), ("- + -a", "-(+(-a))"),
      ("a + b IN c + d", "(a + b) IN (c + d)"), ("a = b IN c", "a = (b IN c)"),
      ("a IN b = c", "(a IN b) = c"), ("a + b IS NULL", "(a + b) IS NULL"),
      ("a = b IS NOT NULL", "a = (b IS NOT NULL)"), ("a IN b IN c", "(a IN b) IN c"),
      ("a STARTS WITH b + c", "a STARTS WITH (b + c)"), ("a =~ b || c", "a =~ (b || c)"),
      ("a CONTAINS b AND c", "(a CONTAINS b) AND c"), ("NOT a IS NULL", "NOT (a IS NULL)"),
      ("a:B = c", "(a:B) = c"), ("NOT a:B|C", "NOT (a:B|C)"), ("a.b:C", "(a.b):C"),
      ("a.b.c[1][2..3].d", "((((a.b).c)[1])[2..3]).d"), ("a + b.c", "a + (b.c)"),
      ("NOT NOT a", "NOT (NOT a)"), ("a OR NOT b AND c", "a OR ((NOT b) AND c)"),
      ("CASE WHEN a THEN b END + c", "(CASE WHEN a THEN b END) + c"),
    ]
  )
  func precedence(text: String, bracketed: String) throws {
    #expect(try value(text) == Self.bare(value(bracketed)), "\(text)")
  }

  @Test("chains comparisons")
  func chain() throws {
    let (a, b, c) = (Expression.variable("a"), Expression.variable("b"), Expression.variable("c"))
    #expect(try value("a < b <= c") == .of(.comparison([a, b, c], [.less, .lessOrEqual])))
    #expect(try value("a <> b") == .of(.comparison([a, b], [.notEqual])))
    #expect(try value("a<-1") == .of(.comparison([a, .of(.unary(.minus, .integer(1)))], [.less])))
  }

  @Test("leaves brackets in the tree")
  func brackets() throws {
    #expect(try value("((a))") == .of(.parenthesized(.of(.parenthesized(.variable("a"))))))
  }

  @Test("does not lean thousands of conditions on each other")
  func balance() throws {
    var expression = try value((0..<1024).map { "a\($0)" }.joined(separator: " OR "))
    var depth = 0
    while case .binary(.or, let left, _) = expression.kind {
      (expression, depth) = (left, depth + 1)
    }
    #expect(depth == 10)
    #expect(expression == .variable("a0"))
  }

  /// Takes the brackets out of operators and what they apply to.
  private static func bare(_ expression: Expression) -> Expression {
    switch expression.kind {
    case .parenthesized(let inner): bare(inner)
    case .unary(let sign, let operand): .of(.unary(sign, bare(operand)))
    case .binary(let operation, let left, let right):
      .of(.binary(operation, bare(left), bare(right)))
    case .comparison(let operands, let operators):
      .of(.comparison(operands.map(bare), operators))
    case .isNull(let operand, let isNegated): .of(.isNull(bare(operand), isNegated: isNegated))
    case .isTyped(let operand, let type, let isNegated):
      .of(.isTyped(bare(operand), type, isNegated: isNegated))
    case .hasLabels(let owner, let labels): .of(.hasLabels(bare(owner), labels))
    case .property(let owner, let key): .of(.property(bare(owner), key: key))
    case .subscripted(let list, let index): .of(.subscripted(bare(list), index: index))
    case .slice(let list, let from, let to): .of(.slice(bare(list), from: from, to: to))
    default: expression
    }
  }
}
