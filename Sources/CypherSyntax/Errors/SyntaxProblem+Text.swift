import GraphModel

extension SyntaxProblem {
  /// The row of the error table.
  var code: QueryErrorCode {
    switch self {
    case .nestingTooDeep: .nestingTooDeep
    case .invalidNumber, .oldOctal: .invalidNumberLiteral
    case .integerOverflow: .integerOverflow
    case .floatOverflow: .floatingPointOverflow
    case .invalidCharacter: .invalidUnicodeCharacter
    case .invalidUnicodeEscape: .invalidUnicodeLiteral
    case .lengthWithoutAsterisk, .invalidLength: .invalidRelationshipPattern
    default: .unexpectedSyntax
    }
  }

  /// What is wrong with a piece of text; no full stop at the end.
  func message(_ text: String) -> String {
    switch self {
    case .unexpected: "unexpected \(text)"
    case .emptyQuery: "the query is empty"
    case .queryTooLong: "the query is longer than 2 GB"
    case .nestingTooDeep: "the query is nested too deeply"
    case .invalidNumber: "\(text) is not a number"
    case .oldOctal: "\(text) begins with a zero"
    case .integerOverflow: "\(text) does not fit in 64 bits"
    case .floatOverflow: "\(text) is larger than any floating-point number"
    case .unterminatedString: "the string that begins here has no end"
    case .unterminatedName: "the name that begins here has no closing backquote"
    case .unterminatedComment: "the comment that begins here has no end"
    case .loneDollar: "a parameter needs a name"
    case .invalidCharacter: "\(text) has no meaning in a query"
    case .invalidEscape: "\(text) is not an escape"
    case .invalidUnicodeEscape: "\(text) is not a Unicode character"
    case .notEqualSpelling: "'!=' is not an operator"
    case .equalSpelling: "'==' is not an operator"
    case .andSpelling: "'&' does not join conditions"
    case .notSpelling: "'!' does not negate a condition"
    case .notBeforeOperator: "NOT stands before the whole condition"
    case .likeSpelling: "\(text) is not an operator"
    case .patternAsValue: "a pattern is no value"
    case .caseWithoutWhen: "CASE needs at least one WHEN"
    case .severalConditions: "a CASE without an operand takes one condition after WHEN"
    case .collectNeedsQuery: "COLLECT takes a query, not a pattern"
    case .emptySubquery: "the subquery is empty"
    case .unknownType: "\(text) is not a type"
    case .lengthWithoutAsterisk: "a number of steps needs an asterisk"
    case .invalidLength: "a number of steps is a whole number, 0 or greater"
    case .colonBetweenTypes: "a relationship has one type"
    case .mixedLabels: "':' cannot be mixed with '&' and '|' between labels"
    case .computedLabel: "a label or type is written out, not computed"
    case .nodeWithoutBrackets: "a node stands in brackets"
    case .shortArrow: "an arrow has two dashes"
    case .adjacentNodes: "two nodes stand side by side"
    case .relationshipWithoutNode: "a relationship ends at a node"
    case .invalidQuantifier: "the quantifier allows no number of repetitions"
    case .countBelowOne: "the number of paths is 1 or greater"
    case .notAVariable: "\(text) is no variable"
    case .notAProperty: "a property, a variable or labels are expected here"
    case .optionalProcedure: "OPTIONAL CALL of a procedure names its outputs"
    case .transactionBatches: "a query is one transaction"
    case .severalQueries: "a second query follows"
    case .schemaCommand: "indexes, constraints, databases and users are not part of queries"
    case .serverCommand: "\(text) is a command for a database server, not a query"
    case .hint: "hints are not part of queries"
    case .grouping: "there is no GROUP BY or HAVING"
    case .selectSpelling: "a query begins with what to find"
    }
  }

  /// How to put it right, where there is more to say; no full stop at the end.
  var remedy: String? {
    switch self {
    case .oldOctal: "write 0o before an octal number, or leave the zero out"
    case .invalidCharacter: "write ASCII operators, and names with such characters in backquotes"
    case .invalidEscape: "write two backslashes for one, or \\uXXXX for a character"
    case .invalidUnicodeEscape: "write \\u and 4 hexadecimal digits, or \\U and 8"
    case .notEqualSpelling: "write <>"
    case .equalSpelling: "write ="
    case .andSpelling: "write AND"
    case .notSpelling: "write NOT"
    case .notBeforeOperator: "write NOT a IN b"
    case .likeSpelling: "write STARTS WITH, ENDS WITH, CONTAINS or =~"
    case .nodeWithoutBrackets: "write brackets around it, as in (n)"
    case .shortArrow: "write -->, <-- or --"
    case .hint: "leave it out; the planner chooses by statistics"
    case .grouping:
      "leave it out; rows are grouped by the values beside aggregates, WITH … WHERE filters"
    case .selectSpelling: "write MATCH … RETURN …"
    case .loneDollar: "write it without a space, as in $name"
    case .patternAsValue: "ask EXISTS { … }, or collect values with [pattern | value]"
    case .collectNeedsQuery: "write COLLECT { MATCH … RETURN … }"
    case .unknownType: "write INTEGER, STRING, LIST<ANY> or the like"
    case .lengthWithoutAsterisk: "write * before it, as in [:TYPE*1..3]"
    case .invalidLength: "write a range such as *2, *1..3 or *..5"
    case .colonBetweenTypes: "write | between types of which any will do"
    case .mixedLabels: "write & and | only, as in :A&(B|C)"
    case .computedLabel: "write WHERE … IN labels(n), or WHERE type(r) = …"
    case .adjacentNodes: "write a relationship between them, or a comma"
    case .relationshipWithoutNode: "write a node after it, at least ()"
    case .invalidQuantifier: "write {least,most}, with most at least 1 and not below least"
    case .optionalProcedure: "write OPTIONAL CALL … YIELD a, b"
    case .transactionBatches: "leave IN TRANSACTIONS out"
    case .schemaCommand: "leave it out; all properties and labels are found without an index"
    case .serverCommand: "begin with MATCH, CREATE, RETURN or the like"
    case .severalQueries: "run one query at a time"
    case .nestingTooDeep: "split the query with WITH, or give the value as a parameter"
    default: nil
    }
  }
}
