/// Turns the text of a query into a syntax tree.
///
/// Recursive descent over tokens, one function per rule of the openCypher grammar (which takes its
/// names from ISO GQL), one file per chapter. Time is linear in the length of the text, but for
/// lists nested in lists that look like comprehensions, where it is at most quadratic in the depth.
public struct CypherParser {
  /// How deep brackets and subqueries may be nested: less than 1 MB of stack in release builds, and
  /// half of the usual 8 MB in debug builds.
  public static let maximumNesting = 128
  /// How high an expression may be: brackets, and operators that lean on the one before.
  public static let maximumHeight = 400

  let bytes: ContiguousArray<UInt8>
  let tokens: ContiguousArray<Token>
  /// For each token the index of the bracket that closes it, or 0.
  let partners: ContiguousArray<Int32>
  /// What was looked for in vain; only when a faulty text is parsed again.
  let log: ExpectationLog?
  /// The index of the next token.
  var position = 0
  var nesting = 0
  /// The height of the highest expression since the enclosing one began.
  var height = 0
  /// Whether a `|` ends the expression, rather than joining labels.
  var endsAtBar = false
  /// Openings of lists known not to be comprehensions.
  var plainLists: Set<Int> = []

  /// Parses a query.
  ///
  /// Finds what is wrong with the text itself; names, types and the order of clauses are checked by
  /// semantic analysis. O(n).
  public static func parse(_ text: String) throws(CypherSyntaxError) -> Query {
    try run(text) { (parser) throws(SyntaxFailure) in try parser.parseProgram() }
  }

  /// Parses an expression that stands alone.
  public static func parseExpression(_ text: String) throws(CypherSyntaxError) -> Expression {
    try run(text) { (parser) throws(SyntaxFailure) in
      let expression = try parser.parseSearchCondition()
      try parser.expectEnd()
      return expression
    }
  }

  /// Parses once, and a second time with a log if that fails.
  private static func run<Tree>(
    _ text: String,
    _ parse: (inout CypherParser) throws(SyntaxFailure) -> Tree
  ) throws(CypherSyntaxError) -> Tree {
    let bytes = ContiguousArray(text.utf8)
    guard bytes.count < Int(Int32.max) else { throw .tooLong }
    var lexer = Lexer(bytes)
    lexer.run()
    var parser = CypherParser(lexer, log: nil)
    do {
      return try parse(&parser)
    } catch {
      throw diagnose(lexer, error, parse)
    }
  }

  private static func diagnose<Tree>(
    _ lexer: Lexer,
    _ first: SyntaxFailure,
    _ parse: (inout CypherParser) throws(SyntaxFailure) -> Tree
  ) -> CypherSyntaxError {
    let log = ExpectationLog()
    var parser = CypherParser(lexer, log: log)
    do {
      _ = try parse(&parser)
    } catch {
      parser.report(error)
    }
    return CypherSyntaxError(log, first: first, bytes: lexer.bytes)
  }

  private init(_ lexer: Lexer, log: ExpectationLog?) {
    bytes = lexer.bytes
    tokens = lexer.tokens
    partners = lexer.partners
    self.log = log
  }
}
