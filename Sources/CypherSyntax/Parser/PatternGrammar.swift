// The chapter "Patterns" of the grammar: paths and nodes.

extension CypherParser {
  /// Parses patterns between commas.
  ///
  /// `<graph pattern> ::= <path pattern> [ { , <path pattern> }… ]`
  @inline(never)
  mutating func parseGraphPattern() throws(SyntaxFailure) -> GraphPattern {
    let start = position
    var paths: [PathPattern] = []
    repeat { paths.append(try parsePathPattern()) } while accept(.comma)
    return GraphPattern(paths: paths, range: range(from: start))
  }

  /// Parses a path with its name and prefix.
  ///
  /// `<path pattern> ::= [ <variable> = ] [ <path pattern prefix> ] <path pattern expression>`
  @inline(never)
  mutating func parsePathPattern() throws(SyntaxFailure) -> PathPattern {
    let start = position
    let variable = try parsePathVariableDeclaration()
    if isLegacyShortestPath {
      var path = try parseLegacyShortestPathPattern()
      path.variable = variable
      path.range = range(from: start)
      return path
    }
    let prefix = try parsePathPatternPrefix()
    let elements = try parsePathTerm()
    return PathPattern(
      variable: variable,
      prefix: prefix,
      elements: elements,
      range: range(from: start)
    )
  }

  /// Parses the name of a path.
  ///
  /// `<path variable declaration> ::= <variable> =`
  mutating func parsePathVariableDeclaration() throws(SyntaxFailure) -> Identifier? {
    guard token.kind.isName, peek(1).kind == .equal else { return nil }
    let variable = try parseIdentifier()
    advance()
    return variable
  }

  /// Whether one of the two functions for shortest paths comes next.
  var isLegacyShortestPath: Bool {
    (token.keyword == .shortestPath || token.keyword == .allShortestPaths)
      && peek(1).kind == .leftParen
  }

  /// Parses a shortest path in the manner of a function.
  ///
  /// `<legacy shortest path pattern> ::= { shortestPath | allShortestPaths } ( <path term> )`
  @inline(never)
  mutating func parseLegacyShortestPathPattern() throws(SyntaxFailure) -> PathPattern {
    let start = position
    let prefix: PathPatternPrefix =
      token.keyword == .shortestPath ? .shortestPath : .allShortestPaths
    advance()
    try expect(.leftParen)
    let elements = try parsePathTerm()
    try expect(.rightParen)
    return PathPattern(prefix: prefix, elements: elements, range: range(from: start))
  }

  /// Parses which of the paths are wanted.
  ///
  /// `<path pattern prefix> ::= ALL [ PATHS ] | ANY [ <k> ] [ PATHS ] | ALL SHORTEST [ PATHS ]
  /// | ANY SHORTEST [ PATHS ] | SHORTEST [ <k> ] [ PATHS ] [ GROUPS ]`
  private mutating func parsePathPatternPrefix() throws(SyntaxFailure) -> PathPatternPrefix {
    if accept(.all) { return parsePathWord(accept(.shortest) ? .allShortest : .all) }
    if accept(.any) {
      if accept(.shortest) { return parsePathWord(.shortest(count: 1)) }
      return parsePathWord(.any(count: try parsePathCount()))
    }
    guard accept(.shortest) else { return .all }
    let count = try parsePathCount()
    _ = parsePathWord(.all)
    let isGrouped = accept(.groups) || accept(.group)
    return isGrouped ? .shortestGroups(count: count) : .shortest(count: count)
  }

  private mutating func parsePathWord(_ prefix: PathPatternPrefix) -> PathPatternPrefix {
    if !accept(.path) { _ = accept(.paths) }
    return prefix
  }

  private mutating func parsePathCount() throws(SyntaxFailure) -> Int {
    guard token.kind == .integer else { return 1 }
    let number = token
    let count = try parseCount()
    guard count > 0 else { throw SyntaxFailure(.countBelowOne, at: number) }
    return count
  }

  /// Parses a whole number that must fit in a word.
  mutating func parseCount() throws(SyntaxFailure) -> Int {
    guard token.kind == .integer else {
      log?.note(.integer, at: position)
      throw unexpected()
    }
    guard let count = Int(exactly: try integerMagnitude(token)) else {
      throw SyntaxFailure(.integerOverflow, at: token)
    }
    advance()
    return count
  }

  /// Parses nodes, relationships and groups in a row.
  ///
  /// `<path term> ::= <path factor>…`
  mutating func parsePathTerm() throws(SyntaxFailure) -> [PathElement] {
    var elements = [try parsePathPrimary()]
    while true {
      if isRelationshipStart {
        let relationship = try parseRelationshipPattern()
        guard token.kind == .leftParen, !isGroupStart else {
          throw SyntaxFailure(.relationshipWithoutNode, at: relationship.range)
        }
        elements.append(.relationship(relationship))
        elements.append(.node(try parseNodePattern()))
      } else if at(.leftParen) {
        let start = token
        let element = try parsePathPrimary()
        if isNode(element), let last = elements.last, isNode(last) {
          throw SyntaxFailure(.adjacentNodes, at: start)
        }
        elements.append(element)
      } else {
        return elements
      }
    }
  }

  private func isNode(_ element: PathElement) -> Bool {
    guard case .node = element else { return false }
    return true
  }

  private var isRelationshipStart: Bool {
    at(.minus) || (token.kind == .less && peek(1).kind == .minus)
  }

  /// Whether the bracket that comes next opens a group rather than a node.
  private var isGroupStart: Bool {
    switch peek(1).kind {
    case .leftParen: true
    case .name, .quotedName: peek(2).kind == .equal
    default: false
    }
  }

  /// Parses a node or a group.
  ///
  /// `<path primary> ::= <node pattern> | <quantified path primary>`
  private mutating func parsePathPrimary() throws(SyntaxFailure) -> PathElement {
    guard token.kind == .leftParen else {
      log?.note(.pattern, at: position)
      let isNode = token.kind == .name && token.keyword == .noKeyword
      throw isNode ? SyntaxFailure(.nodeWithoutBrackets, at: token) : unexpected()
    }
    if isGroupStart { return .quantified(try parseQuantifiedPathPrimary()) }
    return .node(try parseNodePattern())
  }

  /// Parses a part of a path in brackets.
  ///
  /// `<quantified path primary> ::= ( <path pattern> [ WHERE … ] ) [ <graph pattern quantifier> ]`
  @inline(never)
  private mutating func parseQuantifiedPathPrimary() throws(SyntaxFailure) -> QuantifiedPathPrimary
  {
    let start = position
    try enter()
    defer { leave() }
    try expect(.leftParen)
    let path = try parsePathPattern()
    let condition = try parseOptionalWhereClause()
    try expect(.rightParen)
    let quantifier = try parseOptionalGraphPatternQuantifier()
    return QuantifiedPathPrimary(
      path: path,
      condition: condition,
      quantifier: quantifier,
      range: range(from: start)
    )
  }

  /// Parses a node.
  ///
  /// `<node pattern> ::= ( [ <variable> ] [ <label expression> ] [ <properties> ] [ WHERE … ] )`
  @inline(never)
  mutating func parseNodePattern() throws(SyntaxFailure) -> NodePattern {
    let start = position
    try expect(.leftParen)
    let variable = try parseElementVariable()
    let labels = try parseOptionalLabelExpression(of: .node)
    let properties = try parseElementProperties()
    let condition = try parseOptionalWhereClause()
    try expect(.rightParen)
    return NodePattern(
      variable: variable,
      labels: labels,
      properties: properties,
      condition: condition,
      range: range(from: start)
    )
  }

  /// Parses the name of a node or relationship, unless the word begins a condition or a label.
  ///
  /// `<element variable declaration> ::= <variable>`
  mutating func parseElementVariable() throws(SyntaxFailure) -> Identifier? {
    guard token.kind.isName else { return nil }
    switch token.keyword {
    case .where where beginsValue(position + 1): return nil
    case .is where beginsLabel(position + 1): return nil
    default: return try parseIdentifier()
    }
  }

  /// Parses properties that an element must have; where parameters may stand is for semantics.
  ///
  /// `<element property specification> ::= <map value constructor> | <parameter>`
  mutating func parseElementProperties() throws(SyntaxFailure) -> Expression? {
    switch token.kind {
    case .leftBrace: return try parseMapValueConstructor()
    case .parameter, .quotedParameter: return parseParameter()
    default: return nil
    }
  }
}
