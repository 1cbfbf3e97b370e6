extension Query {
  /// The query in canonical form: one clause to a line, keywords in capitals, names in backquotes
  /// only where they must be.
  ///
  /// Parsing it gives an equal tree, for every tree that the parser makes. O(n).
  public var text: String { CypherPrinter.text { $0.write(self, between: "\n") } }
}

extension Clause {
  /// The clause in canonical form, on one line.
  public var text: String { CypherPrinter.text { $0.write(self) } }
}

extension Expression {
  /// The expression in canonical form, on one line.
  public var text: String { CypherPrinter.text { $0.write(self) } }
}

extension GraphPattern {
  /// The pattern in canonical form, on one line.
  public var text: String { CypherPrinter.text { $0.write(self) } }
}

extension PathPattern {
  /// The path in canonical form, on one line.
  public var text: String { CypherPrinter.text { $0.write(self) } }
}

extension LabelExpression {
  /// The labels in canonical form, without the colon before them.
  public var text: String { CypherPrinter.text { $0.write(self) } }
}
