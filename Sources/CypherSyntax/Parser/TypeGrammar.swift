// The chapter "Value type predicate" of the grammar.

extension CypherParser {
  /// Whether a type predicate stands here, at IS or `::`.
  var beginsTypePredicate: Bool {
    if token.kind == .colon { return isDoubleColon(position) }
    let next = position + (peek(1).keyword == .not ? 2 : 1)
    if isDoubleColon(next) { return true }
    return kind(next) == .name && tokens[next].keyword == .typed && kind(next + 1).isName
  }

  private func isDoubleColon(_ index: Int) -> Bool {
    kind(index) == .colon && kind(index + 1) == .colon
      && tokens[index].end == tokens[index + 1].start
  }

  /// Parses a question for a type.
  ///
  /// `<value type predicate> ::= { IS [ NOT ] { :: | TYPED } | :: } <value type>`
  mutating func parseTypePredicate(_ left: Expression) throws(SyntaxFailure) -> Expression {
    _ = accept(.is)
    let isNegated = accept(.not)
    advance(token.kind == .colon ? 2 : 1)
    let type = try parseValueType()
    try grow()
    return Expression(.isTyped(left, type, isNegated: isNegated), at: through(left))
  }

  /// Parses types of which any will do.
  ///
  /// `<value type> ::= <component type> [ { | <component type> }… ]`
  private mutating func parseValueType() throws(SyntaxFailure) -> ValueType {
    try enter()
    defer { leave() }
    var components: [ValueType.Component] = []
    repeat { components.append(try parseComponentType()) } while acceptTypeBar()
    return ValueType(components)
  }

  /// Takes a bar, unless one ends the expression at hand.
  private mutating func acceptTypeBar() -> Bool {
    guard token.kind == .bar, !endsAtBar else { return false }
    advance()
    return true
  }

  /// Parses one type.
  ///
  /// `<component type> ::= { <type name> | { LIST | ARRAY } < <value type> > } [ NOT NULL ]`
  private mutating func parseComponentType() throws(SyntaxFailure) -> ValueType.Component {
    let name: ValueType.Name
    if isListType(position) {
      name = .list(try parseElementType())
    } else if let (found, count) = longestType(position) {
      advance(count)
      name = found
    } else {
      throw SyntaxFailure(.unknownType, at: token)
    }
    let isNullable = !(token.keyword == .not && peek(1).keyword == .null)
    if !isNullable { advance(2) }
    return ValueType.Component(name, isNullable: isNullable)
  }

  /// Parses the type of a list's elements, in whose brackets `|` always joins types.
  private mutating func parseElementType() throws(SyntaxFailure) -> ValueType {
    advance(2)
    let outer = endsAtBar
    endsAtBar = false
    defer { endsAtBar = outer }
    let element = try parseValueType()
    try expect(.greater)
    return element
  }

  private func isListType(_ index: Int) -> Bool {
    guard kind(index) == .name, kind(index + 1) == .less else { return false }
    return ["LIST", "ARRAY"].contains(name(tokens[index]).uppercased())
  }

  /// Returns the type of the longest name that stands at a token, and the number of its words.
  private func longestType(_ index: Int) -> (name: ValueType.Name, count: Int)? {
    var words: [String] = []
    var best: (name: ValueType.Name, count: Int)?
    for offset in 0..<4 where kind(index + offset) == .name && words.count == offset {
      words.append(name(tokens[index + offset]).uppercased())
      let text = words.joined(separator: " ")
      guard let row = ValueType.Name.spellings.first(where: { $0.words.contains(text) }) else {
        continue
      }
      best = (row.name, offset + 1)
    }
    return best
  }
}
