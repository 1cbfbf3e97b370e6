// The chapters "Value specification" and "Map projection" of the grammar: maps.

extension CypherParser {
  /// Parses a map.
  ///
  /// `<map value constructor> ::= { [ <field> [ { , <field> }… ] ] }`
  @inline(never)
  mutating func parseMapValueConstructor() throws(SyntaxFailure) -> Expression {
    let start = position
    advance()
    var entries: [MapEntry] = []
    if !at(.rightBrace) {
      repeat { entries.append(try parseField()) } while accept(.comma)
    }
    try expect(.rightBrace)
    return Expression(.map(entries), at: range(from: start))
  }

  /// Parses a name and its value.
  ///
  /// `<field> ::= <field name> : <value expression>`
  private mutating func parseField() throws(SyntaxFailure) -> MapEntry {
    let key = try parseIdentifier()
    try expect(.colon)
    return MapEntry(key: key, value: try parseValueExpression())
  }

  /// Parses a map made of a variable's properties.
  ///
  /// `<map projection> ::= <variable> { [ <element> [ { , <element> }… ] ] }`
  @inline(never)
  mutating func parseMapProjection() throws(SyntaxFailure) -> Expression {
    let start = position
    let variable = try parseIdentifier()
    advance()
    var items: [MapProjectionItem] = []
    if !at(.rightBrace) {
      repeat { items.append(try parseMapProjectionElement()) } while accept(.comma)
    }
    try expect(.rightBrace)
    return Expression(.mapProjection(variable: variable, items: items), at: range(from: start))
  }

  /// Parses one part of a map projection.
  ///
  /// `<map projection element> ::= . * | . <name> | <name> : <value expression> | <variable>`
  private mutating func parseMapProjectionElement() throws(SyntaxFailure) -> MapProjectionItem {
    if accept(.dot) {
      if accept(.asterisk) { return .allProperties }
      return .property(try parseIdentifier())
    }
    if peek(1).kind == .colon { return .entry(try parseField()) }
    return .variable(try parseIdentifier())
  }
}
