/// Stops parsing: what is wrong and where, and nothing that costs time to make.
struct SyntaxFailure: Error {
  var problem: SyntaxProblem
  /// In UTF-8 bytes.
  var start: Int32
  var end: Int32

  /// Makes a failure at a token.
  init(_ problem: SyntaxProblem, at token: Token) {
    self.problem = problem
    start = token.start
    end = token.end
  }

  /// Makes a failure at something already parsed.
  init(_ problem: SyntaxProblem, at range: SourceRange) {
    self.problem = problem
    start = range.lowerBound
    end = range.upperBound
  }
}

/// Lists what the parser can find wrong.
enum SyntaxProblem: Equatable {
  /// Another token was expected; which ones, only the second parse knows.
  case unexpected
  case emptyQuery
  case queryTooLong
  case nestingTooDeep

  // Tokens
  case invalidNumber
  case oldOctal
  case integerOverflow
  case floatOverflow
  case unterminatedString
  case unterminatedName
  case unterminatedComment
  case loneDollar
  case invalidCharacter
  case invalidEscape
  case invalidUnicodeEscape

  // Expressions
  case notEqualSpelling
  case equalSpelling
  case andSpelling
  case notSpelling
  case notBeforeOperator
  case likeSpelling
  case patternAsValue
  case caseWithoutWhen
  case severalConditions
  case collectNeedsQuery
  case emptySubquery
  case unknownType

  // Patterns
  case lengthWithoutAsterisk
  case invalidLength
  case colonBetweenTypes
  case mixedLabels
  case computedLabel
  case nodeWithoutBrackets
  case shortArrow
  case adjacentNodes
  case relationshipWithoutNode
  case invalidQuantifier
  case countBelowOne

  // Clauses
  case notAVariable
  case notAProperty
  case optionalProcedure
  case transactionBatches
  case severalQueries
  case schemaCommand
  case serverCommand
  case hint
  case grouping
  case selectSpelling
}
