import CypherSyntax
import GraphModel

/// Parses the expression of a query that returns it alone.
func value(_ text: String) throws -> Expression {
  let query = try CypherParser.parse("RETURN " + text)
  guard case .return(let clause)? = query.statements.first?.clauses.first,
    let item = clause.projection?.items.first
  else { throw Mistake(text) }
  return item.expression
}

/// Parses the first clause of a query.
func clause(_ text: String) throws -> Clause {
  guard let clause = try CypherParser.parse(text).statements.first?.clauses.first else {
    throw Mistake(text)
  }
  return clause
}

/// Parses a path of a MATCH clause.
func path(_ text: String) throws -> PathPattern {
  guard case .match(let match) = try clause("MATCH " + text), let path = match.pattern.paths.first
  else { throw Mistake(text) }
  return path
}

/// Returns the error that a text is refused with.
func fault(_ text: String) throws -> CypherSyntaxError {
  do {
    _ = try CypherParser.parse(text)
  } catch {
    return error
  }
  throw Mistake(text)
}

/// Tells that a test itself is wrong.
struct Mistake: Error {
  let text: String

  init(_ text: String) { self.text = text }
}

extension Expression {
  /// Makes a variable.
  static func variable(_ name: String) -> Expression {
    Expression(.variable(name), at: SourceRange(0, 0))
  }

  /// Makes an integer.
  static func integer(_ value: Int64) -> Expression {
    Expression(.literal(.integer(value)), at: SourceRange(0, 0))
  }

  /// Makes an expression that stands nowhere.
  static func of(_ kind: Kind) -> Expression { Expression(kind, at: SourceRange(0, 0)) }
}
