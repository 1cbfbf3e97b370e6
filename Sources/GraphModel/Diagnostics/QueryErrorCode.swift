/// Lists every kind of error that a query can end with: the one table from which the openCypher
/// conformance kit's words, GQLSTATUS and HTTP status derive.
///
/// Raw values are the details by which the kit names them, and our own words for limits.
public enum QueryErrorCode: String, CaseIterable, Hashable, Sendable {
  // Syntax and scope
  case unexpectedSyntax = "UnexpectedSyntax"
  case invalidNumberLiteral = "InvalidNumberLiteral"
  case invalidUnicodeLiteral = "InvalidUnicodeLiteral"
  case invalidUnicodeCharacter = "InvalidUnicodeCharacter"
  case integerOverflow = "IntegerOverflow"
  case floatingPointOverflow = "FloatingPointOverflow"
  case undefinedVariable = "UndefinedVariable"
  case variableAlreadyBound = "VariableAlreadyBound"
  case variableTypeConflict = "VariableTypeConflict"
  case columnNameConflict = "ColumnNameConflict"
  case noExpressionAlias = "NoExpressionAlias"
  case noVariablesInScope = "NoVariablesInScope"
  case differentColumnsInUnion = "DifferentColumnsInUnion"
  case invalidClauseComposition = "InvalidClauseComposition"
  case nonConstantExpression = "NonConstantExpression"
  case invalidParameterUse = "InvalidParameterUse"
  case invalidArgumentExpression = "InvalidArgumentExpression"

  // Patterns
  case invalidRelationshipPattern = "InvalidRelationshipPattern"
  case relationshipUniquenessViolation = "RelationshipUniquenessViolation"
  case requiresDirectedRelationship = "RequiresDirectedRelationship"
  case noSingleRelationshipType = "NoSingleRelationshipType"
  case creatingVarLength = "CreatingVarLength"
  case invalidDelete = "InvalidDelete"

  // Aggregation
  case nestedAggregation = "NestedAggregation"
  case invalidAggregation = "InvalidAggregation"
  case ambiguousAggregationExpression = "AmbiguousAggregationExpression"

  // Functions, procedures, parameters
  case unknownFunction = "UnknownFunction"
  case invalidNumberOfArguments = "InvalidNumberOfArguments"
  case invalidArgumentPassingMode = "InvalidArgumentPassingMode"
  case procedureNotFound = "ProcedureNotFound"
  case missingParameter = "MissingParameter"

  // Types and values
  case invalidArgumentType = "InvalidArgumentType"
  case invalidArgumentValue = "InvalidArgumentValue"
  case invalidElementAccess = "InvalidElementAccess"
  case mapElementAccessByNonString = "MapElementAccessByNonString"
  case listElementAccessByNonInteger = "ListElementAccessByNonInteger"
  case propertyAccessOnNonMap = "PropertyAccessOnNonMap"
  case invalidPropertyType = "InvalidPropertyType"
  case negativeIntegerArgument = "NegativeIntegerArgument"
  case numberOutOfRange = "NumberOutOfRange"
  case divisionByZero = "DivisionByZero"

  // State of the graph
  case deletedEntityAccess = "DeletedEntityAccess"
  case deleteConnectedNode = "DeleteConnectedNode"
  case mergeReadOwnWrites = "MergeReadOwnWrites"

  // Limits
  case nestingTooDeep = "NestingTooDeep"
  case timeLimit = "TimeLimit"
  case memoryLimit = "MemoryLimit"
  case rowLimit = "RowLimit"
  case witnessLimit = "WitnessLimit"
  case cancelled = "Cancelled"
  case readOnly = "ReadOnly"
  case loadNotAllowed = "LoadNotAllowed"
  case storage = "Storage"

  /// The kind of error that the conformance kit expects where nothing else is said.
  public var kind: QueryErrorKind {
    switch self {
    case .procedureNotFound: .procedureError
    case .missingParameter: .parameterMissing
    case .mergeReadOwnWrites: .semanticError
    case .deletedEntityAccess: .entityNotFound
    case .deleteConnectedNode: .constraintVerificationFailed
    case .numberOutOfRange: .argumentError
    case .divisionByZero: .arithmeticError
    case .invalidArgumentValue, .invalidElementAccess, .mapElementAccessByNonString,
      .listElementAccessByNonInteger, .propertyAccessOnNonMap, .invalidPropertyType:
      .typeError
    case .nestingTooDeep, .timeLimit, .memoryLimit, .rowLimit, .witnessLimit, .cancelled,
      .readOnly, .loadNotAllowed, .storage:
      .limitError
    default: .syntaxError
    }
  }

  /// The class and subclass of GQLSTATUS (ISO/IEC 39075).
  public var gqlStatus: String {
    switch self {
    case .integerOverflow, .floatingPointOverflow, .numberOutOfRange: "22003"
    case .divisionByZero: "22012"
    case .invalidPropertyType, .invalidArgumentValue, .invalidArgumentType: "22G03"
    case .negativeIntegerArgument: "22G02"
    case .deleteConnectedNode: "G1001"
    case .deletedEntityAccess, .mergeReadOwnWrites: "22000"
    case .readOnly: "25G03"
    case .timeLimit, .cancelled, .memoryLimit, .rowLimit, .witnessLimit, .storage: "50N00"
    case .undefinedVariable: "42002"
    case .missingParameter: "42N51"
    default: "42001"
    }
  }

  /// The status of an HTTP answer.
  public var httpStatus: Int {
    switch self {
    case .timeLimit, .memoryLimit, .rowLimit, .witnessLimit: 413
    case .cancelled: 499
    case .readOnly, .loadNotAllowed: 403
    case .storage: 500
    default: 400
    }
  }
}

/// Lists the kinds of error that the conformance kit tells apart, and one of our own.
public enum QueryErrorKind: String, CaseIterable, Hashable, Sendable {
  case syntaxError = "SyntaxError"
  case semanticError = "SemanticError"
  case typeError = "TypeError"
  case argumentError = "ArgumentError"
  case arithmeticError = "ArithmeticError"
  case entityNotFound = "EntityNotFound"
  case parameterMissing = "ParameterMissing"
  case procedureError = "ProcedureError"
  case constraintVerificationFailed = "ConstraintVerificationFailed"
  /// A limit, a permission or the disk.
  case limitError = "LimitError"
}
