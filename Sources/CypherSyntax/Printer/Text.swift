extension Query {
  /// The query in canonical form: one clause to a line, keywords in capitals, names in backquotes
  /// only where they must be.
  ///
  /// Parsing it gives an equal tree, for every tree that the parser makes. O(n).
  public var text: String {
    var printer = CypherPrinter()
    printer.write(self, between: "\n")
    return printer.text
  }
}

extension Clause {
  /// The clause in canonical form, on one line.
  public var text: String {
    var printer = CypherPrinter()
    printer.write(self)
    return printer.text
  }
}

extension Expression {
  /// The expression in canonical form, on one line.
  public var text: String {
    var printer = CypherPrinter()
    printer.write(self)
    return printer.text
  }
}

extension GraphPattern {
  /// The pattern in canonical form, on one line.
  public var text: String {
    var printer = CypherPrinter()
    printer.write(self)
    return printer.text
  }
}

extension PathPattern {
  /// The path in canonical form, on one line.
  public var text: String {
    var printer = CypherPrinter()
    printer.write(self)
    return printer.text
  }
}

extension LabelExpression {
  /// The labels in canonical form, without the colon before them.
  public var text: String {
    var printer = CypherPrinter()
    printer.write(self)
    return printer.text
  }
}
